-- Only the demo had pictures, as drawings with their article; they come in by the new door.
drop table pictures;

-- The bytes as they came, whole, whoever uses them.
create table picture_originals (
  sha256 text primary key,
  content_type text not null,
  bytes {{bytes}} not null,
  size integer not null,
  -- In pixels, turned as they are to be seen.
  width integer not null,
  height integer not null,
  -- What the file says of itself, as JSON.
  metadata text not null,
  stored_at text not null
);

-- A picture as its source knows it; several stories may use it.
create table pictures (
  id text primary key,
  source text not null,
  -- The picture's own identity; where it has none, its address.
  guid text not null,
  -- What is to be fetched, as JSON: the addresses in the order to try them.
  wanted text not null,
  -- Where a relative address is looked for; null where nothing stands beside the wire file.
  folder text,
  original text references picture_originals (sha256),
  fetched_at text,
  -- Why it could not be fetched or taken, in words, and since when.
  trouble text,
  trouble_at text,
  -- The point that crops keep, in thousandths of width and height; null: the middle.
  focus_x integer,
  focus_y integer,
  -- The terms of use in prose that an editor has confirmed for this picture.
  confirmed_terms text,
  confirmed_at text,
  confirmed_by text,
  -- The renditions that are made, as JSON, without their bytes.
  renditions text not null,
  created_at text not null,
  unique (source, guid)
);

create table picture_renditions (
  picture_id text not null references pictures (id),
  -- The last part of its address.
  name text not null,
  bytes {{bytes}} not null,
  made_at text not null,
  primary key (picture_id, name)
);

-- A story's use of a picture.
create table article_pictures (
  article_id text not null references articles (id),
  picture_id text not null references pictures (id),
  place integer not null,
  -- What the wire says of it here, as JSON: caption, credit, alt.
  words text not null,
  -- What the gate must know of it, as JSON.
  facts text not null,
  -- The house's own words; null where the wire's stand.
  house_caption text,
  house_credit text,
  house_alt text,
  -- When readers could first see it here.
  offered_at text,
  -- Since when they cannot any more.
  withdrawn_at text,
  -- Since when the story does not use it any more.
  left_at text,
  primary key (article_id, picture_id)
);
create index article_pictures_by_picture on article_pictures (picture_id);

-- Which items a package of the wire names, so that a text finds the pictures that go with it.
create table package_members (
  package_id text not null references items (id),
  source text not null,
  guid text not null,
  place integer not null,
  primary key (package_id, guid)
);
create index package_members_by_guid on package_members (source, guid);

-- Where the pictures lie that a wire file names without an address.
alter table deliveries add column folder text;
-- 'take' or 'leave'; null: as the format has it.
alter table sources add column pictures text;
