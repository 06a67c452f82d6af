-- What each register and each list of members said of a school on its day. Rows are added and never changed, so that a
-- school can be seen as at any day, in whatever order the files came.

create table school_state (
  id integer generated always as identity primary key,
  urn integer not null,
  digest bigint not null,            -- of the facts below: a school that a later file describes alike has no second row
  la_code smallint not null,
  la_name text not null,
  establishment_number smallint,
  name text not null,
  phase text not null,
  establishment_type text not null,
  type_group text not null,
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
  urban_rural text,
  easting integer,
  northing integer,
  lsoa_code text,
  capacity integer,
  unique (urn, digest)
);
comment on table school_state is
  'A school as a register described it, without its head; null is blank there, or a fact that the register does not tell';

-- Sightings have no foreign keys: checking 50,000 of them takes as long as all else of keeping them. One statement writes
-- them with their states, in the transaction that makes their import, and nothing takes any of the three away.
create table school_sighting (
  urn integer not null,
  import_id integer not null,        -- import.id
  line integer not null,
  state_id integer not null,         -- school_state.id
  primary key (import_id, urn)
);
create index school_sighting_school on school_sighting (urn);
comment on table school_sighting is 'Which state a register gave a school on the day that the register is as at';

create table group_member_sighting (
  urn integer not null,
  group_uid integer not null,
  import_id integer not null,        -- import.id
  group_type text not null,
  group_name text not null,
  joined_on date,
  line integer not null,
  primary key (import_id, urn, group_uid)
);
create index group_member_sighting_school on group_member_sighting (urn);
comment on table group_member_sighting is 'Trusts, federations and sponsors of a school as one list of members had them on its day';

grant select on school_state, school_sighting, group_member_sighting to alongside_app;

-- Files that were loaded before these tables were there are known by the rows that still stand from them, so that nothing
-- follows from what they leave out.
alter table import add column sightings_complete boolean not null default true;
comment on column import.sightings_complete is 'Whether all that the file says of schools and members is among the sightings';
update import set sightings_complete = false;
insert into school_state (
  urn, digest, la_code, la_name, establishment_number, name, phase, establishment_type, type_group, status, open_date,
  close_date, low_age, high_age, gender, religious_character, admissions_policy, street, locality, town, county, postcode,
  website, telephone, urban_rural, easting, northing, lsoa_code, capacity
)
select urn, hash_record_extended(row(
    la_code, la_name, establishment_number, name, phase, establishment_type, type_group, status, open_date,
    close_date, low_age, high_age, gender, religious_character, admissions_policy, street, locality, town, county, postcode,
    website, telephone, urban_rural, easting, northing, lsoa_code, capacity
  ), 0), la_code, la_name, establishment_number, name, phase, establishment_type, type_group, status, open_date,
  close_date, low_age, high_age, gender, religious_character, admissions_policy, street, locality, town, county, postcode,
  website, telephone, urban_rural, easting, northing, lsoa_code, capacity
from school;
insert into school_sighting (urn, import_id, line, state_id)
select s.urn, s.import_id, s.line, k.id from school s join school_state k on k.urn = s.urn;
insert into group_member_sighting (urn, group_uid, import_id, group_type, group_name, joined_on, line)
select urn, group_uid, import_id, group_type, group_name, joined_on, line from group_member;
