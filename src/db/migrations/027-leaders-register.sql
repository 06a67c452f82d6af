-- The leaders' register of a service: who can help schools, what they were designated, when and on which evidence, what they offer a term
-- and what of it is promised or used, what else they are bound by, and whether the public may find them. What a leader is now stands in
-- one row, each earlier state in a copy; designations, offers, days, interests and consents are added and never changed.

create table system_leader (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,   -- the service whose register it is
  person_id uuid references person,                        -- once they have an account
  name text not null check (length(name) between 1 and 200),
  email text check (email = lower(email) and length(email) between 3 and 254),
  home_urn integer not null,
  phases text[] not null check (phases <@ array['primary', 'secondary']),
  fields text[] not null,            -- codes of the roles and fields policy
  contexts text[] not null,          -- where they worked, a few words each
  furthest_minutes integer check (furthest_minutes between 1 and 600),   -- one way; null: they set none
  most_schools integer not null check (most_schools between 1 and 50),   -- at once
  partnership text check (length(partnership) between 1 and 200),
  status text not null default 'active' check (status in ('active', 'paused', 'ended')),
  status_why text check (length(status_why) between 1 and 2000),
  version integer not null default 1 check (version > 0),
  changed_by uuid not null references person,
  changed_in_role text not null,
  changed_at timestamptz not null default clock_timestamp(),
  added_at timestamptz not null default clock_timestamp(),
  unique (id, organisation_id),
  check ((status = 'active') = (status_why is null))
);
create index system_leader_of_service on system_leader (organisation_id, name);
create index system_leader_of_person on system_leader (person_id);
-- Nobody is in one register twice under one address; an entry that ended stays beside a new one.
create unique index system_leader_by_email on system_leader (organisation_id, email) where status <> 'ended';
comment on column system_leader.version is 'Counts changes: a form says which it was made from';

-- An entry as it stood at a version, so that whoever changes an older one is told what changed since, and by whom.
create table system_leader_version (
  leader_id uuid not null,
  organisation_id uuid not null,
  version integer not null check (version > 0),
  content jsonb not null,
  made_by uuid not null references person,
  made_in_role text not null,
  made_at timestamptz not null default clock_timestamp(),
  primary key (leader_id, version),
  foreign key (leader_id, organisation_id) references system_leader (id, organisation_id)
);

-- A designation that supersedes another names it; whichever is named by none is what holds. No national body designates today, so the
-- body, the rule set and the evidence are said each time.
create table leader_designation (
  id uuid primary key default gen_random_uuid(),
  leader_id uuid not null,
  organisation_id uuid not null,
  role text not null check (length(role) between 1 and 60),             -- code of the roles and fields policy
  body text not null check (length(body) between 1 and 200),
  designated_on date,                -- null: not known, of an old one
  evidence text not null check (length(evidence) between 1 and 4000),
  review_on date,
  status text not null check (status in ('in force', 'under review', 'ended')),
  rule_set text not null check (length(rule_set) between 1 and 200),    -- id of a designation policy, or what the rules were called
  words text check (length(words) between 1 and 2000),                  -- why it supersedes another
  supersedes uuid unique references leader_designation,
  recorded_by uuid not null references person,
  recorded_in_role text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  foreign key (leader_id, organisation_id) references system_leader (id, organisation_id),
  check (status = 'ended' or review_on is not null),
  check ((supersedes is null) = (words is null))
);
create index leader_designation_of_leader on leader_designation (leader_id, recorded_at);
create index leader_designation_review on leader_designation (organisation_id, review_on) where status <> 'ended';

-- What a leader offers in a term, in half days. The newest counts, and says when the offer was last confirmed.
create table leader_capacity (
  id uuid primary key default gen_random_uuid(),
  leader_id uuid not null,
  organisation_id uuid not null,
  school_year integer not null check (school_year between 2000 and 2100),   -- the year in which it begins
  term text not null check (term in ('autumn', 'spring', 'summer')),
  half_days integer not null check (half_days between 0 and 400),
  said_by uuid not null references person,
  said_in_role text,                 -- null: a leader who holds no role now
  said_at timestamptz not null default clock_timestamp(),
  foreign key (leader_id, organisation_id) references system_leader (id, organisation_id)
);
create index leader_capacity_of_leader on leader_capacity (leader_id, school_year, term, said_at desc);

-- What is promised to placements of a term, used, and given back.
create table leader_days (
  id uuid primary key default gen_random_uuid(),
  leader_id uuid not null,
  organisation_id uuid not null,
  school_year integer not null check (school_year between 2000 and 2100),
  term text not null check (term in ('autumn', 'spring', 'summer')),
  kind text not null check (kind in ('promised', 'used', 'given back')),
  half_days integer not null check (half_days between 1 and 400),
  placement_id uuid,
  noted_by uuid references person,   -- null: by a private link, whose reader has no account
  noted_in_role text,
  noted_at timestamptz not null default clock_timestamp(),
  foreign key (leader_id, organisation_id) references system_leader (id, organisation_id)
);
create index leader_days_of_leader on leader_days (leader_id, school_year, term);
create index leader_days_of_placement on leader_days (placement_id);

-- Other standing and interests: in a school, in a trust, or of a kind as a whole, such as inspecting.
create table leader_interest (
  id uuid primary key default gen_random_uuid(),
  leader_id uuid not null,
  organisation_id uuid not null,
  kind text not null check (length(kind) between 1 and 40),
  urn integer,
  trust_uid integer,
  words text not null check (length(words) between 1 and 2000),
  since date,
  until date,
  noted_by uuid not null references person,
  noted_in_role text,
  noted_at timestamptz not null default clock_timestamp(),
  withdrawn_at timestamptz,
  withdrawn_by uuid references person,
  withdrawn_why text check (length(withdrawn_why) between 1 and 2000),
  foreign key (leader_id, organisation_id) references system_leader (id, organisation_id),
  check (urn is null or trust_uid is null),
  check (since is null or until is null or since <= until),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_why is null))
);
create index leader_interest_of_leader on leader_interest (leader_id, noted_at);

-- Whether the public may find a leader, and what it sees of them. The newest counts.
create table leader_consent (
  id uuid primary key default gen_random_uuid(),
  leader_id uuid not null,
  organisation_id uuid not null,
  consents boolean not null,
  shows text[] not null check (shows <@ array['home school', 'fields', 'phases', 'contexts']),
  how text not null check (how in ('site', 'in writing')),
  given_on date not null,
  recorded_by uuid not null references person,
  recorded_in_role text,
  recorded_at timestamptz not null default clock_timestamp(),
  foreign key (leader_id, organisation_id) references system_leader (id, organisation_id),
  check (consents or shows = '{}')
);
create index leader_consent_of_leader on leader_consent (leader_id, recorded_at desc);

-- Those who read and those who keep the register of the service.
create function reads_register(service uuid) returns boolean language sql stable as $$
  select service = acting_organisation() and acting_kind() in ('local authority', 'trust', 'hub')
    and acting_role() in ('service lead', 'broker', 'adviser', 'finance officer')
$$;
create function keeps_register(service uuid) returns boolean language sql stable as $$
  select reads_register(service) and acting_role() in ('service lead', 'broker')
$$;
-- Whether the acting person is this leader. As owner, because it is asked by policies that would hide the entry.
create function is_leader(leader uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from system_leader l where l.id = leader and l.person_id = acting_person())
$$;

alter table system_leader enable row level security;
create policy read on system_leader for select using (
  reads_register(organisation_id) or coalesce(person_id = acting_person(), false) or changed_by = acting_person());
create policy added on system_leader for insert with check (
  keeps_register(organisation_id) and person_id is null and version = 1 and changed_by = acting_person() and changed_in_role = acting_role());
create policy changed on system_leader for update using (keeps_register(organisation_id))
  with check (keeps_register(organisation_id) and changed_by = acting_person() and changed_in_role = acting_role());
grant select, insert on system_leader to alongside_app;
grant update (name, email, home_urn, phases, fields, contexts, furthest_minutes, most_schools, partnership, status, status_why,
  version, changed_by, changed_in_role, changed_at) on system_leader to alongside_app;

alter table system_leader_version enable row level security;
create policy read on system_leader_version for select using (reads_register(organisation_id) or made_by = acting_person());
create policy added on system_leader_version for insert with check (
  keeps_register(organisation_id) and made_by = acting_person() and made_in_role = acting_role());
grant select, insert on system_leader_version to alongside_app;

alter table leader_designation enable row level security;
create policy read on leader_designation for select using (
  reads_register(organisation_id) or is_leader(leader_id) or recorded_by = acting_person());
create policy added on leader_designation for insert with check (
  keeps_register(organisation_id) and recorded_by = acting_person() and recorded_in_role = acting_role()
  and (supersedes is null or exists (select from leader_designation d where d.id = supersedes
    and d.leader_id = leader_designation.leader_id)));
grant select, insert on leader_designation to alongside_app;

alter table leader_capacity enable row level security;
create policy read on leader_capacity for select using (
  reads_register(organisation_id) or is_leader(leader_id) or said_by = acting_person());
create policy added on leader_capacity for insert with check (
  (keeps_register(organisation_id) or is_leader(leader_id)) and said_by = acting_person()
  and said_in_role is not distinct from acting_role());
grant select, insert on leader_capacity to alongside_app;

-- A placement's slices whose links act for people without an account add a policy of their own.
alter table leader_days enable row level security;
create policy read on leader_days for select using (
  reads_register(organisation_id) or is_leader(leader_id) or noted_by = acting_person());
create policy added on leader_days for insert with check (
  (reads_register(organisation_id) or is_leader(leader_id)) and noted_by = acting_person()
  and noted_in_role is not distinct from acting_role());
grant select, insert on leader_days to alongside_app;

alter table leader_interest enable row level security;
create policy read on leader_interest for select using (
  reads_register(organisation_id) or is_leader(leader_id) or acting_person() in (noted_by, withdrawn_by));
create policy added on leader_interest for insert with check (
  (keeps_register(organisation_id) or is_leader(leader_id)) and noted_by = acting_person()
  and noted_in_role is not distinct from acting_role() and withdrawn_at is null);
create policy withdrawn on leader_interest for update
  using ((keeps_register(organisation_id) or is_leader(leader_id)) and withdrawn_at is null)
  with check ((keeps_register(organisation_id) or is_leader(leader_id)) and withdrawn_by = acting_person());
grant select, insert on leader_interest to alongside_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_why) on leader_interest to alongside_app;

-- On the site a leader consents for themself alone; the service writes down what it was given in writing.
alter table leader_consent enable row level security;
create policy read on leader_consent for select using (
  reads_register(organisation_id) or is_leader(leader_id) or recorded_by = acting_person());
create policy added on leader_consent for insert with check (
  recorded_by = acting_person() and recorded_in_role is not distinct from acting_role()
  and case how when 'site' then is_leader(leader_id) else keeps_register(organisation_id) end);
grant select, insert on leader_consent to alongside_app;

-- Joins entries of registers to accounts: same address, and a role in the home school or its board, or as system leader in the service
-- itself. With null, every entry that the acting service keeps; with a person, theirs, at their sign-in. Answers how many were joined.
create function link_system_leaders(who uuid) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare
  joined integer;
begin
  if not (acting_for('sign-in') or acting_for('demonstration') or coalesce(who = acting_person(), false)
    or (who is null and keeps_register(acting_organisation()))) or (who is null and not keeps_register(acting_organisation())) then
    raise exception 'not theirs to join' using errcode = 'insufficient_privilege';
  end if;
  update system_leader l set person_id = p.id
  from person p
  where l.person_id is null and l.status <> 'ended' and p.email = l.email and p.erased_at is null
    and (p.id = who or (who is null and l.organisation_id = acting_organisation()))
    and exists (select from membership m join organisation o on o.id = m.organisation_id
      where m.person_id = p.id and m.ended_at is null and o.closed_at is null
        and (o.urn = l.home_urn or (o.id = l.organisation_id and m.role = 'system leader')));
  get diagnostics joined = row_count;
  return joined;
end $$;

-- What the public may see, and no more: leaders in service who consented, each part only where they said so. No address leaves.
create function leaders_of_directory() returns table (leader_id uuid, organisation_id uuid, organisation text, demonstration boolean,
  la_code integer, name text, home_urn integer, fields text[], phases text[], contexts text[], roles text[], consented_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.id, o.id, o.name, o.demonstration, s.la_code, l.name,
    case when 'home school' = any (c.shows) then l.home_urn end, case when 'fields' = any (c.shows) then l.fields end,
    case when 'phases' = any (c.shows) then l.phases end, case when 'contexts' = any (c.shows) then l.contexts end,
    array(select distinct d.role from leader_designation d where d.leader_id = l.id and d.status <> 'ended'
      and not exists (select from leader_designation n where n.supersedes = d.id) order by d.role),
    c.given_on
  from system_leader l join organisation o on o.id = l.organisation_id left join school s on s.urn = l.home_urn
    cross join lateral (select k.consents, k.shows, k.given_on from leader_consent k where k.leader_id = l.id
      order by k.recorded_at desc limit 1) c
  where l.status = 'active' and o.closed_at is null and c.consents
$$;

-- The service's name, for the leader whose register entry it is.
create function service_of_leader(leader uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select o.name from system_leader l join organisation o on o.id = l.organisation_id where l.id = leader and l.person_id = acting_person()
$$;

-- The names that stand under what was done in a register, for those who read it and for the leader; the name alone leaves.
create function author_in_register(author uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select p.name from person p where p.id = author and (
    exists (select from system_leader x where x.changed_by = author and reads_register(x.organisation_id))
    or exists (select from system_leader_version x where x.made_by = author and reads_register(x.organisation_id))
    or exists (select from leader_designation x where x.recorded_by = author and (reads_register(x.organisation_id) or is_leader(x.leader_id)))
    or exists (select from leader_capacity x where x.said_by = author and (reads_register(x.organisation_id) or is_leader(x.leader_id)))
    or exists (select from leader_days x where x.noted_by = author and (reads_register(x.organisation_id) or is_leader(x.leader_id)))
    or exists (select from leader_interest x where author in (x.noted_by, x.withdrawn_by) and (reads_register(x.organisation_id) or is_leader(x.leader_id)))
    or exists (select from leader_consent x where x.recorded_by = author and (reads_register(x.organisation_id) or is_leader(x.leader_id))))
$$;

-- Takes out of registers what says who a leader is; that there was a designation, which and when, stays.
create function clear_leaders(leaders uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update system_leader set name = 'No longer kept', email = null, person_id = null, contexts = '{}', partnership = null,
    status = 'ended', status_why = 'No longer kept' where id = any (leaders);
  delete from system_leader_version where leader_id = any (leaders);
  delete from leader_interest where leader_id = any (leaders);
  delete from leader_consent where leader_id = any (leaders);
  update leader_designation set evidence = 'No longer kept', words = case when words is not null then 'No longer kept' end
  where leader_id = any (leaders);
end $$;
revoke execute on function clear_leaders from public;

-- Whoever is erased is erased in the registers too.
create function clear_erased_leader() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform clear_leaders(array(select l.id from system_leader l where l.person_id = new.id));
  return new;
end $$;
create trigger person_erased_in_registers after update of erased_at on person for each row
  when (old.erased_at is null and new.erased_at is not null) execute function clear_erased_leader();

-- Clears entries of registers that ended before `before`, but for what a hold keeps.
create function prune_registers(before timestamptz) returns table (records integer, oldest timestamptz, newest timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  old uuid[];
begin
  if not acting_for('retention') or before > now() - interval '1 year' then
    raise exception 'registers of leaders are cleared by the retention schedule alone' using errcode = 'insufficient_privilege';
  end if;
  select array_agg(l.id) into old from system_leader l
  where l.status = 'ended' and l.changed_at < before and l.name <> 'No longer kept' and not coalesce(is_held(l.person_id), false);
  if old is null then return query select 0, null::timestamptz, null::timestamptz; return; end if;
  perform clear_leaders(old);
  return query select count(*)::integer, min(l.changed_at), max(l.changed_at) from system_leader l where l.id = any (old);
end $$;
