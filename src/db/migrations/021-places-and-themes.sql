-- How far a school is from the sea, and groups of schools that a service names.

-- The coast as published, on the grid that the register places schools on.
create table coastline (
  part integer primary key,
  land text not null,
  ring jsonb not null,               -- [[easting, northing], ...], British National Grid metres, closed
  import_id integer not null references import,
  line integer not null
);
comment on table coastline is 'Shores of pieces of land, as published';

-- Derived from the coast, the places of the register and the policy of the day; drawn again when one of them changes.
create table coast_distance (
  urn integer primary key,
  metres integer not null check (metres >= 0)
);
comment on table coast_distance is 'Distance of each placed school to the nearest shore of open water, as the place policy draws it';

alter table conclusion drop constraint conclusion_kind_check;
alter table conclusion add constraint conclusion_kind_check check (kind in ('need', 'prospects', 'coast'));

grant select on coastline, coast_distance to alongside_app;
