-- What the sluglines of one story's takes and leads have in common; null where an item has no slug.
alter table items add column family text;
create index items_by_family on items (source, family);

-- From when on lists, feeds and search leave an article out, and from when on nobody may see it.
alter table articles add column expires_at text;
alter table articles add column barred_at text;
