-- What people say of changes of head that were worked out from names: a service for itself, the school of itself.
-- Rows are added and never changed: the newest of an organisation counts for it, the history stays.

create table headship_correction (
  id uuid primary key default gen_random_uuid(),
  urn integer not null references school,
  organisation_id uuid not null references organisation,   -- each service judges for itself
  from_school boolean not null,
  not_before date not null,          -- the two extracts between which the change lies
  not_after date not null,
  policy_id text not null,           -- by which names were compared, and what they said then
  published_class text not null check (published_class in ('same', 'certain', 'likely', 'unclear')),
  says text not null check (says in ('same person', 'another person', 'vacancy', 'withdrawn')),
  happened_on date,                  -- the true day, where it is known
  first_headship boolean,            -- null: not said
  standing text check (standing in ('permanent', 'acting', 'interim', 'executive', 'co-head')),
  reason text not null check (length(reason) between 1 and 2000),
  made_by uuid not null references person,
  made_in_role text not null,
  made_at timestamptz not null default now(),
  check (not_before < not_after),
  check (happened_on is null or (says in ('another person', 'vacancy') and happened_on > not_before and happened_on <= not_after)),
  check (first_headship is null or says = 'another person'),
  check (standing is null or says in ('same person', 'another person'))
);
create index headship_correction_of_school on headship_correction (urn, not_after, made_at desc);

-- Whether the acting person heads the school, in whatever role they act now: what is said of its head is said of them.
-- As owner, because it is asked by the very policies that would hide these rows.
create function acting_person_heads(school_urn integer) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from membership m join organisation o on o.id = m.organisation_id
    where m.person_id = nullif(current_setting('alongside.person', true), '')::uuid
      and m.role = 'headteacher' and m.ended_at is null and o.kind = 'school' and o.urn = school_urn)
$$;
-- A service reads its own and what the school says; the school, and whoever heads it, reads what is said of it. No service reads another's.
create function may_read_headship_correction(party uuid, school_urn integer, of_school boolean) returns boolean language sql stable as $$
  select ((party = acting_organisation() or of_school) and may_read_triage(school_urn))
    or is_own_school(school_urn) or acting_person_heads(school_urn)
$$;

alter table headship_correction enable row level security;
create policy read on headship_correction for select using (
  may_read_headship_correction(organisation_id, urn, from_school) or made_by = acting_person());
create policy added on headship_correction for insert with check (
  organisation_id = acting_organisation() and made_by = acting_person() and made_in_role = acting_role()
  and case when from_school then is_own_school(urn) else may_read_triage(urn) end);
grant select, insert on headship_correction to alongside_app;

-- The names that stand under a correction, for those who may read it. As owner, because the people and organisations of
-- others stay hidden otherwise; the name alone leaves.
create function author_on_headship(correction uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select p.name from headship_correction c join person p on p.id = c.made_by
  where c.id = correction
    and (may_read_headship_correction(c.organisation_id, c.urn, c.from_school) or c.made_by = acting_person())
$$;
create function party_on_headship(correction uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select o.name from headship_correction c join organisation o on o.id = c.organisation_id
  where c.id = correction
    and (may_read_headship_correction(c.organisation_id, c.urn, c.from_school) or c.made_by = acting_person())
$$;
