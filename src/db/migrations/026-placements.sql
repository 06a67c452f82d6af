-- Placements: one row each, from the request to the follow-up, and what was done in it, which is only ever added to. Who takes part is
-- told by columns (the service, the two schools, the leader as a person), so that one question decides who reads what.

-- The school that the acting person's organisation is, or governs. Ask it as (select acting_urn()): once a statement, not once a row.
create function acting_urn() returns integer language sql stable security definer set search_path = public, pg_temp as $$
  select urn from organisation where id = nullif(current_setting('alongside.organisation', true), '')::uuid
$$;
-- Whether the acting person runs placements, or may read them, for the organisation they act for.
create function acting_brokers() returns boolean language sql stable as $$
  select coalesce(acting_kind() in ('local authority', 'trust', 'hub') and acting_role() in ('service lead', 'broker'), false)
$$;
create function acting_serves() returns boolean language sql stable as $$
  select coalesce(acting_kind() in ('local authority', 'trust', 'hub')
    and acting_role() in ('service lead', 'broker', 'adviser', 'finance officer'), false)
$$;
-- Whether the acting person speaks for the school that they act for: its head, or its board.
create function acting_for_school() returns boolean language sql stable as $$
  select coalesce((acting_kind() = 'school' and acting_role() = 'headteacher')
    or (acting_kind() = 'governing board' and acting_role() = 'governor or trustee'), false)
$$;

create table placement (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,   -- the service
  reference text not null check (length(reference) between 1 and 40),
  supported_urn integer not null,
  home_urn integer,
  leader_name text check (length(leader_name) between 1 and 200),
  leader_id uuid,                                            -- in the service's register of leaders
  leader_person_id uuid references person,                   -- null until they have an account
  supported_head_id uuid references person,                  -- who heads the supported school in this placement
  support text not null check (length(support) between 1 and 60),      -- 'lead', or a field
  support_type text not null check (length(support_type) between 1 and 60),
  focus text not null check (length(focus) between 1 and 2000),
  hoped_outcome text check (length(hoped_outcome) between 1 and 2000),
  origin text not null check (origin in ('request', 'round')),
  asked_by_kind text not null check (asked_by_kind in (
    'school', 'governing board', 'partnership', 'local authority', 'trust', 'hub', 'diocese', 'inspector', 'leader')),
  approved_pair_id uuid references planning_approved_pair,
  half_days integer check (half_days > 0),                   -- planned
  starts_on date,
  ends_on date,
  assigned_to uuid references person,                        -- the broker
  risk text check (risk in ('red', 'amber', 'green')),
  state text not null default 'requested',
  state_since timestamptz not null default now(),
  ended_how text check (ended_how in ('completed', 'early')),
  due_on date,                                               -- when the next step of the state is due
  version integer not null default 1,
  made_by uuid not null references person,
  made_in_role text not null,
  made_at timestamptz not null default now(),
  check (ends_on is null or starts_on is null or ends_on >= starts_on),
  check ((home_urn is null) = (leader_name is null)),
  check (home_urn is null or home_urn <> supported_urn),
  unique (organisation_id, reference)
);
create index placement_of_service on placement (organisation_id, state);
create index placement_of_supported on placement (supported_urn);
create index placement_of_home on placement (home_urn);
create index placement_of_leader on placement (leader_person_id);
-- One open placement of a kind for a school and a leader; and what a round hands on is taken up once.
create unique index placement_once on placement (organisation_id, supported_urn, support, support_type, coalesce(leader_id::text, leader_name, ''))
  where state not in ('declined', 'withdrawn', 'signed off', 'closed');
create unique index placement_of_pair on placement (approved_pair_id) where state not in ('declined', 'withdrawn');

-- What was done in a placement. `seen_by` says who reads it: every party; those who work together (service, leader, supported school); the service.
create table placement_event (
  id uuid primary key default gen_random_uuid(),
  placement_id uuid not null references placement,
  organisation_id uuid not null references organisation,
  deed text not null check (length(deed) between 1 and 60),
  from_state text,
  to_state text,
  version integer,                -- of the placement, where the deed changed it
  reason text check (length(reason) between 1 and 2000),
  detail jsonb not null default '{}',
  seen_by text not null check (seen_by in ('all', 'working', 'service')),
  by_person uuid references person,      -- null: whoever held a private link, or the house
  by_role text,
  by_part text not null check (by_part in ('service', 'leader', 'supported head', 'supported board', 'home head', 'home board', 'house')),
  at timestamptz not null default clock_timestamp(),
  check ((from_state is null) = (to_state is null))
);
create index placement_event_of_placement on placement_event (placement_id, at);
create index placement_event_of_person on placement_event (by_person);

-- A change carries the next version, and a change of state the event that tells it.
create function keep_placement() returns trigger language plpgsql as $$
begin
  if new.version <> old.version + 1 then
    raise exception 'a placement is changed from the version that was read' using errcode = 'serialization_failure';
  end if;
  if new.state <> old.state and not exists (
    select from placement_event e where e.placement_id = new.id and e.version = new.version
      and e.from_state = old.state and e.to_state = new.state) then
    raise exception 'a placement moves with an event that tells it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger placement_kept before update on placement for each row execute function keep_placement();

-- Links that open one thing to whoever holds them: an offer, a release, a reference. Only the hash is kept.
create table private_link (
  token_hash text primary key,
  kind text not null check (length(kind) between 1 and 40),
  subject_id uuid not null,
  organisation_id uuid not null references organisation,
  email text not null,
  expires_at timestamptz not null,
  made_at timestamptz not null default now(),
  opened_at timestamptz,          -- when it was first used
  ended_at timestamptz
);
create index private_link_of on private_link (kind, subject_id);

-- What the presented link is for; null for one that is unknown, expired or ended. As owner: links are nobody's to read.
create function link_subject(of_kind text) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select l.subject_id from private_link l
  where current_setting('alongside.purpose', true) = 'link'
    and l.token_hash = nullif(current_setting('alongside.link', true), '')
    and l.kind = of_kind and l.ended_at is null and l.expires_at > now()
$$;
-- How the presented link stands, so that a page can say more than "no".
create function link_standing(of_kind text) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select case when l.ended_at is not null then 'ended' when l.expires_at <= now() then 'expired' else 'open' end
  from private_link l
  where current_setting('alongside.purpose', true) = 'link'
    and l.token_hash = nullif(current_setting('alongside.link', true), '') and l.kind = of_kind
$$;
create function note_link_opened() returns void language sql security definer set search_path = public, pg_temp as $$
  update private_link set opened_at = now()
  where current_setting('alongside.purpose', true) = 'link'
    and token_hash = nullif(current_setting('alongside.link', true), '') and opened_at is null
$$;

alter table private_link enable row level security;
create policy made on private_link for insert with check (
  organisation_id = acting_organisation() or acting_for('link') or acting_for('retention'));
create policy read on private_link for select using (organisation_id = acting_organisation() and (select acting_brokers()));
create policy ended on private_link for update using (
  (organisation_id = acting_organisation() and (select acting_brokers()))
  or token_hash = nullif(current_setting('alongside.link', true), ''));
create policy gone on private_link for delete using (acting_for('retention'));
grant select, insert, delete on private_link to alongside_app;
grant update (ended_at) on private_link to alongside_app;

-- A placement is for its parties. Tables that hang on one ask for it by `exists (select from placement ...)`, under this policy.
alter table placement enable row level security;
create policy read on placement for select using (
  (organisation_id = acting_organisation() and (select acting_serves()))
  or (supported_urn = (select acting_urn()) and (select acting_for_school()))
  or (home_urn = (select acting_urn()) and (select acting_for_school()))
  or (leader_person_id = acting_person() and home_urn = (select acting_urn())));
create policy made on placement for insert with check (
  made_by = acting_person() and made_in_role = acting_role() and state = 'requested' and version = 1
  and ((organisation_id = acting_organisation() and (select acting_brokers()))
    or (supported_urn = (select acting_urn()) and (select acting_for_school())
      and organisation_id in (select s.id from services_of_school(supported_urn) s))));
create policy changed on placement for update using (
  (organisation_id = acting_organisation() and (select acting_serves()))
  or (supported_urn = (select acting_urn()) and (select acting_for_school()))
  or (home_urn = (select acting_urn()) and (select acting_for_school()))
  or (leader_person_id = acting_person() and home_urn = (select acting_urn())));
grant select, insert on placement to alongside_app;
grant update (home_urn, leader_name, leader_id, leader_person_id, supported_head_id, support, support_type, focus, hoped_outcome, half_days,
  starts_on, ends_on, assigned_to, risk, state, state_since, ended_how, due_on, version) on placement to alongside_app;

alter table placement_event enable row level security;
create policy read on placement_event for select using (
  (organisation_id = acting_organisation() and (select acting_serves()))
  or (seen_by = 'all' and exists (select from placement p where p.id = placement_id))
  or (seen_by = 'working' and exists (select from placement p where p.id = placement_id
    and (p.supported_urn = (select acting_urn()) or p.leader_person_id = acting_person())))
  or by_person = acting_person());
create policy added on placement_event for insert with check (
  by_person is not distinct from acting_person() and by_role is not distinct from acting_role()
  and (acting_for('link') or exists (select from placement p where p.id = placement_id and p.organisation_id = placement_event.organisation_id)));
grant select, insert on placement_event to alongside_app;

-- What decides who may do what with a placement, asked before anything of it is read: ids and numbers only.
create function placement_subject(placement_id uuid) returns table (
  organisation_id uuid, supported_urn integer, home_urn integer, leader_person_id uuid
) language sql stable security definer set search_path = public, pg_temp as $$
  select p.organisation_id, p.supported_urn, p.home_urn, p.leader_person_id from placement p where p.id = placement_subject.placement_id
$$;

-- Whether anything of a placement may change now, and whether its work is being recorded: what tables that hang on one ask before a row is
-- added. The same states as in src/placements/rules/states.ts.
create function placement_is_live(placement uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from placement p where p.id = placement_is_live.placement and p.state not in ('paused', 'closed', 'declined', 'withdrawn'))
$$;
create function placement_is_working(placement uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from placement p where p.id = placement_is_working.placement and p.state in ('under way', 'evaluation'))
$$;

-- The names under what was done in a placement, for its parties; the name alone leaves.
create function author_in_placement(placement uuid, author uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select w.name from person w join placement p on p.id = author_in_placement.placement
  where w.id = author
    and ((p.organisation_id = acting_organisation() and acting_serves())
      or (acting_urn() in (p.supported_urn, p.home_urn) and (acting_for_school() or p.leader_person_id = acting_person()))
      or acting_for('link'))
    and (author in (p.leader_person_id, p.supported_head_id, p.assigned_to, p.made_by)
      or exists (select from placement_event e where e.placement_id = p.id and e.by_person = author))
$$;

-- To whom letters about a placement go, by part. For its parties, and for the house's own reminders.
create function placement_addresses(placement uuid) returns table (part text, person_id uuid, name text, email text)
language sql stable security definer set search_path = public, pg_temp as $$
  with p as (
    select * from placement x where x.id = placement_addresses.placement
      and (acting_for('link') or acting_for('reminder')
        or (x.organisation_id = acting_organisation() and acting_serves())
        or (acting_urn() in (x.supported_urn, x.home_urn) and (acting_for_school() or x.leader_person_id = acting_person()))))
  select case
      when w.id = p.leader_person_id and o.urn = p.home_urn then 'leader'
      when o.urn = p.supported_urn and o.kind = 'school' then 'supported head'
      when o.urn = p.supported_urn then 'supported board'
      when o.urn = p.home_urn and o.kind = 'school' then 'home head'
      else 'home board' end,
    w.id, w.name, w.email
  from p
  join organisation o on o.closed_at is null and o.kind in ('school', 'governing board') and o.urn in (p.supported_urn, p.home_urn)
  join membership m on m.organisation_id = o.id and m.ended_at is null
  join person w on w.id = m.person_id and w.email is not null and w.erased_at is null
  where (o.kind = 'school' and m.role = 'headteacher') or (o.kind = 'governing board' and m.role = 'governor or trustee')
    or (w.id = p.leader_person_id and o.urn = p.home_urn)
  union
  select 'service', w.id, w.name, w.email from p join person w on w.id = p.assigned_to where w.email is not null and w.erased_at is null
$$;

-- Who may be given a placement to broker: people of the acting service.
create function brokers_of_service() returns table (person_id uuid, name text, role text)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.id, w.name, m.role from membership m join person w on w.id = m.person_id
  where m.organisation_id = nullif(current_setting('alongside.organisation', true), '')::uuid
    and acting_serves() and m.ended_at is null and m.role in ('service lead', 'broker', 'adviser') and w.erased_at is null
$$;
