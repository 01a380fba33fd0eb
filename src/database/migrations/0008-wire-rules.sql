-- What the sluglines of one story's takes and leads have in common; null where an item has no slug.
alter table items add column family text;
create index items_by_family on items (source, family);

-- From when on lists, feeds and search leave an article out, and from when on nobody may see it.
alter table articles add column expires_at text;
alter table articles add column barred_at text;

-- Limits of use in words, and what a person said that each means.
create table usage_phrases (
  id text primary key,
  source text not null,
  -- Without case, marks and spaces.
  phrase text not null,
  -- As the source wrote it first.
  words text not null,
  seen_at text not null,
  -- JSON; null until somebody has said it.
  meaning text,
  confirmed_at text,
  confirmed_by text
);
create unique index usage_phrases_of_source on usage_phrases (source, phrase);

create table usage_carriers (
  phrase_id text not null references usage_phrases (id),
  item_id text not null references items (id),
  primary key (phrase_id, item_id)
);
