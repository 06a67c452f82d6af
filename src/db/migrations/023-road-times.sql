-- What a road service that the operator set said of journeys between places, kept so that it is asked once.

create table road_time (
  provider text not null check (provider in ('osrm', 'valhalla')),
  version text not null,             -- what the operator calls the roads that it knows
  from_easting integer not null,     -- British National Grid, metres
  from_northing integer not null,
  to_easting integer not null,
  to_northing integer not null,
  seconds integer check (seconds >= 0),  -- null: it knows no way
  metres integer check (metres >= 0),
  asked_at timestamptz not null default now(),
  primary key (provider, version, from_easting, from_northing, to_easting, to_northing)
);
comment on table road_time is 'Times by road between published places, as a road service gave them; nothing about people';

grant select, insert, update, delete on road_time to alongside_app;
