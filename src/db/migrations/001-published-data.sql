-- Published data as it came in. Every stored figure names the import and the line of the file it was read from.

create table import (
  id integer generated always as identity primary key,
  dataset text not null,
  layout text not null,
  year smallint,                     -- the calendar year in which the academic or financial year starts; null for registers
  stage text not null check (stage in ('provisional', 'revised', 'final', 'register')),
  as_at date not null,
  file_name text not null,
  sha256 text not null,              -- of the uncompressed content
  rows_read integer not null,
  rows_loaded integer not null,
  rows_set_aside integer not null,
  loaded_at timestamptz not null default now(),
  unique (dataset, sha256)
);
comment on table import is 'One published file, loaded once';

create table set_aside_row (
  import_id integer not null references import on delete cascade,
  line integer not null,
  field text not null,
  value text not null,
  reason text not null,
  primary key (import_id, line, field)
);
comment on table set_aside_row is 'Rows that could not be loaded, each with its reason';

create table area (
  la_code smallint primary key,      -- Department for Education code, e.g. 821
  gss_code text not null unique,
  name text not null,
  region text not null,
  boundary jsonb not null,           -- GeoJSON geometry, British National Grid metres
  import_id integer not null references import,
  line integer not null
);

create table school_group (
  uid integer primary key,
  name text not null,
  group_type text not null,
  status text not null,
  companies_house_number text,
  open_date date,
  closed_date date,
  import_id integer not null references import,
  line integer not null
);
comment on table school_group is 'Trusts, federations and sponsors';

create table school (
  urn integer primary key,
  la_code smallint not null,
  la_name text not null,
  establishment_number smallint,
  name text not null,
  phase text not null check (phase in
    ('Primary', 'Middle deemed primary', 'Secondary', 'Middle deemed secondary', 'All-through', '16 plus', 'Not applicable')),
  establishment_type text not null,
  type_group text not null,
  mainstream boolean not null,       -- in the register of open mainstream state-funded schools, the ones that plans are made for
  status text not null,
  open_date date,
  close_date date,
  low_age smallint,
  high_age smallint,
  gender text,
  religious_character text,
  admissions_policy text,
  street text,
  locality text,
  town text,
  county text,
  postcode text,
  website text,
  telephone text,
  head_title text,
  head_first_name text,
  head_last_name text,
  head_job_title text,
  urban_rural text,
  easting integer,
  northing integer,
  lsoa_code text,
  capacity integer,
  import_id integer not null references import,
  line integer not null
);
create index school_la_code on school (la_code) where mainstream;
create index school_postcode on school (replace(postcode, ' ', '') text_pattern_ops);
create index school_place on school (easting, northing) where mainstream;

create table group_member (
  urn integer not null,
  group_uid integer not null,
  group_type text not null,
  group_name text not null,
  joined_on date,
  import_id integer not null references import,
  line integer not null,
  primary key (urn, group_uid)
);
create index group_member_group on group_member (group_uid);

create table school_link (
  urn integer not null,
  linked_urn integer not null,
  link_type text not null,
  linked_name text not null,
  established_on date,
  import_id integer not null references import,
  line integer not null,
  primary key (urn, linked_urn, link_type)
);

create table inspection (
  urn integer not null,
  inspected_on date not null,
  scheme text not null check (scheme in ('overall grade')),
  outcome text not null check (outcome in
    ('Outstanding', 'Good', 'Requires improvement', 'Satisfactory', 'Inadequate', 'Special measures', 'Serious weaknesses')),
  import_id integer not null references import,
  line integer not null,
  primary key (urn, inspected_on)
);

create table postcode_deprivation (
  postcode text primary key,         -- as published, with its space
  postcode_status text not null,
  lsoa_code text,
  imd_decile smallint,               -- 1 is the most deprived tenth
  idaci_rank integer,
  idaci_decile smallint,
  idaci_score double precision,      -- share of children in income-deprived families, 0 to 1
  import_id integer not null references import,
  line integer not null
);

create table measure (
  id smallint primary key,
  code text not null unique,
  label text not null,
  unit text not null
);

create table observation (
  urn integer not null,
  measure_id smallint not null references measure,
  year smallint not null,            -- the calendar year in which the academic or financial year starts
  value double precision,
  missing text,                      -- why there is no number, in the publisher's own code
  stage text not null,
  import_id integer not null references import,
  line integer not null,
  primary key (urn, measure_id, year),
  check ((value is null) <> (missing is null))
);
create index observation_measure_year on observation (measure_id, year);
comment on table observation is 'One published figure for one school and year, or the reason why there is none';

create table put_off_definition (
  position integer primary key,
  statement text not null
);
comment on table put_off_definition is
  'Constraints and indexes taken down for the first load of the snapshot; empty once they are back';
