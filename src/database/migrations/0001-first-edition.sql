-- Words in double braces are the engine's own column types (sqlite.ts, postgres.ts).
create table changes (
  seq {{sequence}},
  topic text not null,
  changed_at text not null
);

create table settings (
  name text primary key,
  value text not null
);

create table wire_bytes (
  sha256 text primary key,
  bytes {{bytes}} not null,
  stored_at text not null
);

create table deliveries (
  id text primary key,
  sha256 text not null references wire_bytes (sha256),
  source text not null,
  channel text not null,
  file_name text not null,
  received_at text not null,
  refusal text
);
create index deliveries_by_bytes on deliveries (source, sha256);

create table articles (
  id text primary key,
  slug text not null unique,
  section text not null,
  revision integer not null check (revision >= 1),
  content text not null,
  pub_status text not null,
  embargoed text,
  held text not null,
  -- When an embargo that is still ahead runs out; null once that was seen to.
  due_at text,
  published_at text not null,
  updated_at text not null,
  live_at text
);
create index articles_live on articles (live_at, id);
create index articles_live_by_section on articles (section, live_at, id);
create index articles_due on articles (due_at);

create table article_revisions (
  article_id text not null references articles (id),
  revision integer not null,
  content text not null,
  item_version_id text,
  made_at text not null,
  primary key (article_id, revision)
);

create table slugs (
  slug text primary key,
  article_id text not null references articles (id),
  created_at text not null
);

create table corrections (
  id text primary key,
  article_id text not null references articles (id),
  revision integer not null,
  text text not null,
  paragraph integer,
  made_at text not null
);
create index corrections_by_article on corrections (article_id, made_at);

create table pictures (
  name text primary key,
  article_id text not null references articles (id),
  content_type text not null,
  bytes {{bytes}} not null,
  stored_at text not null
);

create table items (
  id text primary key,
  source text not null,
  guid text not null,
  article_id text references articles (id),
  created_at text not null,
  unique (source, guid)
);

create table item_versions (
  id text primary key,
  item_id text not null references items (id),
  delivery_id text not null references deliveries (id),
  version text not null,
  version_created text,
  pub_status text not null,
  fingerprint text not null,
  item text not null,
  received_at text not null,
  conflict_at text
);
create index item_versions_by_item on item_versions (item_id, received_at);
create index item_versions_by_fingerprint on item_versions (fingerprint);

create table summaries (
  id text primary key,
  article_id text not null references articles (id),
  revision integer not null,
  method text not null,
  sentences text not null,
  created_at text not null,
  examined_at text,
  examiner text,
  withdrawn_at text
);
create index summaries_by_article on summaries (article_id, revision);

create table comments (
  id text primary key,
  article_id text not null references articles (id),
  parent_id text references comments (id),
  thread_id text not null,
  name text not null,
  text text not null,
  fingerprint text not null,
  created_at text not null,
  taken_down_at text
);
create index comments_by_article on comments (article_id, created_at, id);
create index comments_by_thread on comments (thread_id, created_at, id);
create index comments_by_fingerprint on comments (article_id, fingerprint, created_at);

create table recommendations (
  comment_id text not null references comments (id),
  article_id text not null references articles (id),
  voter text not null,
  created_at text not null,
  primary key (comment_id, voter)
);
create index recommendations_by_article on recommendations (article_id, created_at);

create table mood_votes (
  article_id text not null references articles (id),
  voter text not null,
  mood text not null,
  created_at text not null,
  changed_at text not null,
  primary key (article_id, voter)
);
create index mood_votes_by_mood on mood_votes (article_id, mood);
