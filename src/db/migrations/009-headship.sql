-- Who headed a school, as each published extract had it. Rows of older extracts stay: the story is told from all of them.

create table head_sighting (
  urn integer not null,
  title text,
  first_name text,
  last_name text,
  job_title text,
  import_id integer not null references import,
  line integer not null,
  primary key (urn, import_id)
);
comment on table head_sighting is 'The head of a school as one extract named them, on the day that the extract is as at; blank where it named none';
create index head_sighting_surname on head_sighting (lower(last_name));
grant select on head_sighting to alongside_app;

-- A register that was loaded before this table was there told of heads too.
insert into head_sighting (urn, title, first_name, last_name, job_title, import_id, line)
select s.urn, s.head_title, s.head_first_name, s.head_last_name, s.head_job_title, s.import_id, s.line
from school s join import i on i.id = s.import_id
where i.dataset = 'gias-mainstream';
