-- Conclusions drawn from published data under a named policy. They can always be drawn again from the same data and policy.

create table need_assessment (
  urn integer not null references school,
  policy_id text not null,           -- file name in policies/need/, without its ending
  as_at date not null,
  category char(1) not null check (category in ('A', 'B', 'C', 'D')),
  points double precision not null,
  indicators jsonb not null,
  primary key (urn, policy_id, as_at)
);
create index need_assessment_category on need_assessment (policy_id, as_at, category);

create table prospect (
  urn integer not null references school,
  policy_id text not null,           -- file name in policies/designation/, without its ending
  as_at date not null,
  meets boolean not null,
  days_per_year double precision not null,
  most_schools smallint not null,
  checks jsonb not null,
  primary key (urn, policy_id, as_at)
);
comment on table prospect is 'Whether the published record of a school meets the designation policy; nobody here is designated';
