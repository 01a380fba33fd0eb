-- What the sluglines of one story's takes and leads have in common; null where an item has no slug.
alter table items add column family text;
create index items_by_family on items (source, family);
