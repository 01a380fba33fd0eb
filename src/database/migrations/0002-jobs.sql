create table jobs (
  id text primary key,
  queue text not null,
  -- One waiting job per queue and key; a second one asked for meanwhile is the same.
  key text not null,
  payload text not null,
  run_at text not null,
  attempts integer not null,
  -- How often it was asked for: asked again while it runs, it runs again.
  asked integer not null,
  -- Whoever holds the job, and until when. A later holder has another token.
  lease_token text,
  lease_until text,
  last_error text,
  dead_at text,
  created_at text not null,
  unique (queue, key)
);
create index jobs_due on jobs (queue, dead_at, run_at);
