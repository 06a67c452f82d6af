-- What is published of trusts, authorities and England as such; the Department's own similar schools; deprivation by
-- neighbourhood; and files that tell of several years.

alter table import add column first_year smallint;   -- the earliest year it tells of; its latest is "year"
update import set first_year = year;

create table trust_observation (
  group_uid integer not null,
  pupils text not null check (pupils in ('all', 'disadvantaged', 'other')),
  measure_id smallint not null references measure,
  year smallint not null,
  value double precision,
  missing text,
  stage text not null,
  import_id integer not null references import,
  line integer not null,
  primary key (group_uid, pupils, measure_id, year),
  check ((value is null) <> (missing is null))
);
comment on table trust_observation is 'One published figure for one trust or sponsor and year, or the reason why there is none';

create table area_observation (
  level text not null check (level in ('authority', 'England')),
  area text not null,                -- the code of the authority, e.g. 821, or England
  schools text not null check (schools in ('all', 'state-funded', 'primary', 'secondary', 'special')),
  pupils text not null check (pupils in ('all', 'disadvantaged', 'other')),
  measure_id smallint not null references measure,
  year smallint not null,
  value double precision,
  missing text,
  stage text not null,
  import_id integer not null references import,
  line integer not null,
  primary key (level, area, schools, pupils, measure_id, year),
  check ((value is null) <> (missing is null))
);
comment on table area_observation is 'One figure that was published for an authority or for England, not worked out from schools';

create table published_neighbour (
  phase text not null check (phase in ('primary', 'secondary')),
  urn integer not null,
  neighbour_urn integer not null,
  rank smallint not null,            -- 1 is the nearest
  distance double precision,
  import_id integer not null references import,
  line integer not null,
  primary key (phase, urn, neighbour_urn)
);
comment on table published_neighbour is 'Schools that the Department publishes as similar to a school';

create table published_neighbour_input (
  phase text not null check (phase in ('primary', 'secondary')),
  urn integer not null,
  prior_attainment double precision,     -- key stage 1 for primary schools, key stage 2 for secondary schools
  pupil_premium_percent double precision,
  eal_percent double precision,
  polar4_quintile double precision,
  stability_percent double precision,
  idaci_score double precision,
  sen_support_percent double precision,
  ehc_percent double precision,
  pupils integer,
  attainment double precision,           -- reading and maths average for primary schools, Attainment 8 for secondary schools
  import_id integer not null references import,
  line integer not null,
  primary key (phase, urn)
);
comment on table published_neighbour_input is 'What the Department compared schools on to find similar ones';

create table lsoa_deprivation (
  edition smallint not null,         -- 2019 speaks of neighbourhoods of 2011, 2025 of those of 2021
  lsoa_code text not null,
  imd_rank integer,
  imd_decile smallint,               -- 1 is the most deprived tenth
  income_decile smallint,
  employment_decile smallint,
  education_decile smallint,
  health_decile smallint,
  crime_decile smallint,
  housing_decile smallint,
  environment_decile smallint,
  import_id integer not null references import,
  line integer not null,
  primary key (edition, lsoa_code)
);
comment on table lsoa_deprivation is 'Indices of deprivation by neighbourhood (lower layer super output area)';

grant select on trust_observation, area_observation, published_neighbour, published_neighbour_input, lsoa_deprivation to alongside_app;
