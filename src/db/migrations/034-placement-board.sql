-- The filters that each person left on the board of a service's placements, so that they find it as they left it.
create table board_filter (
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  query text not null check (length(query) <= 1000),
  kept_at timestamptz not null default now(),
  primary key (person_id, organisation_id)
);
alter table board_filter enable row level security;
create policy own on board_filter using (person_id = acting_person() and organisation_id = acting_organisation())
  with check (person_id = acting_person() and organisation_id = acting_organisation() and (select acting_serves()));
grant select, insert, update, delete on board_filter to alongside_app;

-- The board reads a service's placements in the order of what is due.
create index placement_due on placement (organisation_id, due_on) where state not in ('closed', 'declined', 'withdrawn');
