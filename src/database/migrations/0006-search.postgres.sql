create table search_texts (
  article_id text primary key references articles (id),
  headline text not null,
  body text not null
);
create index search_texts_by_word on search_texts using gin (to_tsvector('simple', headline || ' ' || body));
