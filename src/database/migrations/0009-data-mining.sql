-- Whose word on text and data mining counts for a source; null: the item's own.
alter table sources add column data_mining text check (data_mining in ('reserved', 'licensed'));
