-- What the law asks of those who keep records about people: requests, holds, complaints, and a log of what was destroyed.

create table person_request (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person,
  organisation_id uuid references organisation,
  kind text not null check (kind in ('access', 'correction', 'erasure', 'restriction', 'lifting a restriction')),
  words text not null,
  received_at timestamptz not null default now(),
  due_on date not null,
  decided_at timestamptz,
  decided_by uuid references person,
  outcome text check (outcome in ('done', 'refused', 'held')),
  answer text
);

create table legal_hold (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  reason text not null,
  placed_by uuid not null references person,
  placed_at timestamptz not null default now(),
  lifted_at timestamptz,
  lifted_by uuid references person
);

create table complaint (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique,
  organisation_id uuid references organisation,
  from_name text not null,
  from_email text not null,
  words text not null,
  received_at timestamptz not null default now(),
  acknowledge_by date not null,
  acknowledged_at timestamptz,
  answered_at timestamptz,
  answer text
);

create table destruction_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  rule text not null,               -- the retention rule that called for it, by policy and key
  record_kind text not null,
  records integer not null,
  oldest timestamptz,
  newest timestamptz,
  person_id uuid,                   -- when it was done for one person
  done_by uuid                      -- null when the schedule did it
);

-- Whether a hold keeps a person's records, whoever placed it: a hold of one organisation binds all.
create function is_held(held_person uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from legal_hold where person_id = held_person and lifted_at is null)
$$;

alter table person_request enable row level security;
create policy own on person_request for select using (
  person_id = acting_person() or (organisation_id = acting_organisation() and acting_role() = 'administrator') or acting_for('retention'));
create policy asked on person_request for insert with check (person_id = acting_person());
create policy decided on person_request for update using (
  organisation_id = acting_organisation() and acting_role() = 'administrator' or acting_for('retention'));
grant select, insert on person_request to alongside_app;
grant update (decided_at, decided_by, outcome, answer) on person_request to alongside_app;

alter table legal_hold enable row level security;
create policy own on legal_hold using (organisation_id = acting_organisation() and acting_role() = 'administrator');
grant select, insert on legal_hold to alongside_app;
grant update (lifted_at, lifted_by) on legal_hold to alongside_app;

alter table complaint enable row level security;
create policy own on complaint for select using (
  (organisation_id = acting_organisation() and acting_role() = 'administrator') or acting_for('retention') or acting_for('operator') or acting_for('complaint'));
create policy made on complaint for insert with check (acting_for('complaint'));
create policy answered on complaint for update using (
  organisation_id = acting_organisation() and acting_role() = 'administrator' or acting_for('operator'));
create policy cleared on complaint for delete using (acting_for('retention'));
grant select, insert, delete on complaint to alongside_app;
grant update (acknowledged_at, answered_at, answer) on complaint to alongside_app;

alter table destruction_log enable row level security;
create policy read on destruction_log for select using (acting_role() = 'administrator' or acting_for('operator') or acting_for('retention'));
create policy added on destruction_log for insert with check (acting_for('retention') or acting_role() = 'administrator');
grant select, insert on destruction_log to alongside_app;
