create table search_texts (
  -- A stable number for the index, which VACUUM would not keep otherwise.
  seq integer primary key,
  article_id text not null unique references articles (id),
  headline text not null,
  body text not null
);
create virtual table search_index using fts5(headline, body, content='search_texts', content_rowid='seq', tokenize='unicode61');
create trigger search_texts_added after insert on search_texts begin
  insert into search_index (rowid, headline, body) values (new.seq, new.headline, new.body);
end;
create trigger search_texts_removed after delete on search_texts begin
  insert into search_index (search_index, rowid, headline, body) values ('delete', old.seq, old.headline, old.body);
end;
create trigger search_texts_changed after update on search_texts begin
  insert into search_index (search_index, rowid, headline, body) values ('delete', old.seq, old.headline, old.body);
  insert into search_index (rowid, headline, body) values (new.seq, new.headline, new.body);
end;
