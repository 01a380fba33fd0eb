-- A summary is for readers from shown_at on; null: it waits for an examination.
alter table summaries add column shown_at text;
alter table summaries add column withdrawn_by text;
alter table summaries add column withdrawn_reason text;
-- How many of its sentences no earlier summary of the article had: what an error rate is counted by.
alter table summaries add column fresh integer not null default 0;
-- JSON: what made it, for the record.
alter table summaries add column provenance text;
update summaries set shown_at = created_at;
create index summaries_unexamined on summaries (shown_at, withdrawn_at);

-- Everything that was done with a summary, never changed and never deleted.
create table summary_events (
  id text primary key,
  article_id text not null references articles (id),
  summary_id text not null references summaries (id),
  revision integer not null,
  method text not null,
  what text not null,
  who text not null,
  -- Words for readers; null: the event is for the record alone.
  public_words text,
  -- JSON: what was changed, rejected or held back.
  detail text not null,
  at text not null
);
create index summary_events_public on summary_events (public_words, at);
create index summary_events_by_article on summary_events (article_id, at);

-- "This sentence is wrong", said by a reader.
create table summary_flags (
  id text primary key,
  article_id text not null references articles (id),
  summary_id text not null references summaries (id),
  revision integer not null,
  sentence integer not null,
  text text not null,
  reason text,
  created_at text not null,
  answered_at text,
  answered_by text,
  -- Set with answered_at where the reader was right.
  upheld_at text,
  answer text
);
create index summary_flags_open on summary_flags (answered_at, created_at);
create index summary_flags_by_article on summary_flags (article_id, created_at);

-- Sentences that a person took out: no machine brings them back to this article.
create table struck_sentences (
  article_id text not null references articles (id),
  text text not null,
  struck_at text not null,
  primary key (article_id, text)
);

-- Who asks a model for a summary of this revision; one request for all of them.
create table summary_requests (
  article_id text not null references articles (id),
  revision integer not null,
  asked_at text not null,
  settled_at text,
  outcome text,
  primary key (article_id, revision)
);

-- What models did, by day (UTC).
create table model_days (
  day text primary key,
  requests integer not null default 0,
  answers integer not null default 0,
  failures integer not null default 0,
  sentences integer not null default 0,
  withheld integer not null default 0,
  last_answer_at text,
  last_failure_at text,
  last_failure text
);
