-- Lists of areas of several days stand side by side, so that maps and lists are those of the register's day: which authority
-- stood when is in policies/areas/.
alter table area drop constraint area_pkey, drop constraint area_gss_code_key;
alter table area add primary key (la_code, import_id);
comment on table area is 'Local authorities with their boundaries, a list for each day that one was published of';

-- The rows of imported files as published, packed, so that every figure can be followed to its row. Files of the bundled
-- snapshot stand in data/ and are not kept twice.
create table import_content (
  import_id integer not null references import on delete cascade,
  part integer not null,             -- 0: the header; rows from 1
  first_line integer not null,
  packed bytea not null,             -- by Brotli
  primary key (import_id, part)
);
comment on table import_content is 'Rows of an imported file as published, in parts that are unpacked by themselves';
-- It is packed already.
alter table import_content alter column packed set storage external;
create index import_content_line on import_content (import_id, first_line);
grant select on import_content to alongside_app;
