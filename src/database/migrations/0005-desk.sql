-- The link that opens the desk, used once; only its hash is kept.
create table desk_keys (
  hash text primary key,
  made_at text not null,
  used_at text
);

create table desk_sessions (
  hash text primary key,
  name text not null,
  made_at text not null,
  seen_at text not null
);

-- Append only: what a person, or a rule that a person set, decided.
create table decisions (
  id text primary key,
  -- What it is about, such as item:ID, article:ID, comment:ID, delivery:ID.
  subject text not null,
  deed text not null,
  by_name text not null,
  reason text not null,
  detail text not null,
  made_at text not null
);
create index decisions_by_subject on decisions (subject, made_at);
create index decisions_by_time on decisions (made_at, id);

-- One for each time that a story which readers could see was taken from them.
create table receipts (
  id text primary key,
  article_id text not null references articles (id),
  cause text not null,
  delivered_at text not null,
  closed_at text not null
);
create index receipts_by_time on receipts (closed_at, id);

create table receipt_marks (
  receipt_id text not null references receipts (id),
  -- The node that did it; "database" for what the transaction itself closed everywhere.
  node text not null,
  what text not null,
  number integer not null,
  detail text not null,
  marked_at text not null,
  primary key (receipt_id, node, what)
);

-- One line for each version that arrived, for the wire page: what is searched and filtered.
create table arrivals (
  item_version_id text primary key references item_versions (id),
  item_id text not null references items (id),
  source text not null,
  received_at text not null,
  headline text not null,
  slugline text not null,
  urgency integer,
  -- Names of its subjects, in lower case, parted by line breaks.
  subjects text not null,
  -- Headline, slugline and body in lower case, for the search.
  words text not null,
  -- What the intake did with it.
  outcome text not null,
  pub_status text not null,
  -- As the gate takes it: after what the desk decided.
  embargoed text,
  held text not null,
  -- Set when a later version took its place.
  replaced_at text
);
create index arrivals_by_time on arrivals (received_at, item_version_id);
create index arrivals_by_source on arrivals (source, received_at);
create index arrivals_by_item on arrivals (item_id);

-- What the desk decided about an item; the gate decides again with it.
create table rulings (
  id text primary key,
  item_id text not null references items (id),
  -- The version that the editor saw.
  item_version_id text not null references item_versions (id),
  -- A JSON list of the reasons that no longer hold.
  lifted text not null,
  -- The embargo that the editor set.
  embargoed text,
  -- The headline that the editor wrote for an item without one.
  headline text,
  refused_at text,
  made_at text not null
);
create index rulings_by_item on rulings (item_id, made_at);

-- A version of the wire that waits until somebody merges it with the house's edits.
create table merges (
  article_id text primary key references articles (id),
  base_version_id text not null references item_versions (id),
  item_version_id text not null references item_versions (id),
  asked_at text not null
);

create table rejected_matches (
  item_id text not null references items (id),
  article_id text not null references articles (id),
  rejected_at text not null,
  primary key (item_id, article_id)
);

create index items_by_article on items (article_id);
create index comments_by_time on comments (created_at, id);

-- The editor who made the revision; null where the wire made it.
alter table article_revisions add column editor text;
