-- In which zone a source writes times that name none, as IANA calls it; null: nobody said.
alter table sources add column time_zone text;
