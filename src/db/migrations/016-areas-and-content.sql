-- Lists of areas of several days stand side by side, so that maps and lists are those of the register's day: which authority
-- stood when is in policies/areas/.
alter table area drop constraint area_pkey, drop constraint area_gss_code_key;
alter table area add primary key (la_code, import_id);
comment on table area is 'Local authorities with their boundaries, a list for each day that one was published of';
