-- The transaction that made a change: with a snapshot of the server it says exactly which changes
-- are new to a node, in whatever order transactions commit.
alter table changes add column made_by xid8 not null default pg_current_xact_id();
create index changes_by_transaction on changes (made_by);

-- The words are parted by blanks already, and to part them again took longer than to store them.
-- A word that an index can hold has at most 2046 bytes.
update search_texts set
  headline = regexp_replace(headline, '([^ ]{200})[^ ]+', '\1', 'g'),
  body = regexp_replace(body, '([^ ]{200})[^ ]+', '\1', 'g')
where headline ~ '[^ ]{201}' or body ~ '[^ ]{201}';
drop index search_texts_by_word;
create index search_texts_by_word on search_texts
  using gin (array_to_tsvector(array_remove(string_to_array(headline || ' ' || body, ' '), '')));

-- What is rarely there is indexed only where it is: every new row costs less, and a server that has
-- not counted the rows yet finds its way all the same.
-- Nothing asks by it.
drop index deliveries_by_bytes;
drop index articles_due;
create index articles_due on articles (due_at) where due_at is not null;
drop index articles_live;
create index articles_live on articles (live_at, id)
  where live_at is not null and pub_status = 'usable' and held = '[]';
drop index items_by_family;
create index items_by_family on items (source, family) where family is not null;
