create table sources (
  name text primary key,
  title text not null,
  -- JSON: how it delivers, with the address and the keys that its channel needs.
  channel text not null,
  publish text not null,
  summary text not null,
  search_engines text not null,
  creditline text,
  section text,
  language text,
  ordering text,
  -- Seconds of quiet that are usual; null where its own history tells.
  usual_interval integer,
  -- A hash of the token that lets it push.
  token_hash text,
  last_heard_at text,
  -- Since when the alarm has been raised that it is quiet for too long.
  silent_at text,
  added_at text not null
);

-- Where a source that we ask stands; apart from the source, since it changes with every question.
create table source_polls (
  source text primary key references sources (name),
  -- The address that permanent redirects led to.
  moved_to text,
  etag text,
  last_modified text,
  -- A hash of the bytes that came last.
  sha256 text,
  -- JSON: the page that comes next.
  cursor text,
  failures integer not null,
  trouble text,
  polled_at text,
  -- Set when the source said that it is gone for good.
  stopped_at text
);

create index deliveries_by_source on deliveries (source, received_at);
