-- Inspections in three schemes kept apart, each with its judgements; and those that gave no grades.

alter table inspection
  add column kind text not null default 'graded' check (kind in ('graded', 'ungraded', 'monitoring')),
  add column outcome_words text,
  add column category_of_concern text,
  add column safeguarding text,
  add column inspection_type text,
  add column inspection_number text,
  add column published_on date,
  add column listed_under integer,
  alter column scheme drop not null,
  alter column outcome drop not null,
  drop constraint inspection_scheme_check,
  drop constraint inspection_pkey,
  add primary key (urn, inspected_on, kind),
  add constraint inspection_scheme_check check (
    case kind when 'graded' then scheme in ('overall grade', 'judgements only', 'report card') else scheme is null end),
  -- A grade of one scheme is never made into one of another.
  add constraint inspection_grade_of_scheme check ((outcome is not null) = (scheme is not distinct from 'overall grade'));
comment on column inspection.scheme is 'How it was graded; null for an inspection that gives no grades';
comment on column inspection.outcome_words is 'What an inspection without grades found, as published';
comment on column inspection.category_of_concern is 'As published, "none" where published as blank; null where the file does not tell';
comment on column inspection.safeguarding is 'As published: Met or Not met in a report card, Yes or No (is it effective?) before; null where not told';
comment on column inspection.listed_under is 'The URN under which the file lists it, where that is a later number of the school';

create table inspection_judgement (
  urn integer not null,
  inspected_on date not null,
  kind text not null,
  area text not null,
  grade text not null,
  graded_on date,
  import_id integer not null references import,
  line integer not null,
  primary key (urn, inspected_on, kind, area),
  foreign key (urn, inspected_on, kind) references inspection on delete cascade
);
comment on table inspection_judgement is 'The grade of one area of an inspection, in the words of its scheme';
grant select on inspection_judgement to alongside_app;
