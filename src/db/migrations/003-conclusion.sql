-- Which published data and which policy text a set of conclusions (need, prospects) was drawn from, so that it is drawn
-- again when either changes and not otherwise.

create table conclusion (
  kind text not null check (kind in ('need', 'prospects')),
  policy_id text not null,
  as_at date not null,
  last_import_id integer not null,
  policy_sha256 text not null,
  drawn_at timestamptz not null default now(),
  primary key (kind, policy_id, as_at)
);
