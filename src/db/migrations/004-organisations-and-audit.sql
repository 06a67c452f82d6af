-- Organisations, people, what each may see, and the trace of who did what. From here on the site connects as a role that
-- owns nothing: rows of these tables show themselves only to a transaction that says in whose name it reads
-- (src/access/scoped.ts), so that a query without its WHERE leaks nothing. docs/security.md has the matrix.

do $$
begin
  -- Roles belong to the whole server: another database of it, or its administrator, may have made this one.
  if not exists (select from pg_roles where rolname = 'alongside_app') then
    create role alongside_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
  end if;
exception
  when duplicate_object or unique_violation then
    null; -- Made by another database at this moment.
  when insufficient_privilege then
    raise exception 'this login may not make the role alongside_app: have it made once (create role alongside_app login; grant alongside_app to %)', current_user;
end $$;
grant usage on schema public to alongside_app;
-- Published data and what is drawn from it is open to every page; the owner alone loads it.
grant select on all tables in schema public to alongside_app;

create table organisation (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('local authority', 'trust', 'hub', 'diocese', 'school', 'governing board')),
  name text not null check (length(name) between 1 and 200),
  la_code integer,                  -- of a local authority
  group_uid integer,                -- of a trust, in the register of groups
  urn integer,                      -- of a school, and of the school that a board governs
  demonstration boolean not null default false,
  created_at timestamptz not null default now(),
  closed_at timestamptz,
  check ((kind = 'local authority') = (la_code is not null)),
  check ((kind = 'trust') = (group_uid is not null)),
  check ((kind in ('school', 'governing board')) = (urn is not null))
);
create unique index organisation_once on organisation (kind, coalesce(la_code, group_uid, urn)) where coalesce(la_code, group_uid, urn) is not null;

create table person (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 200),
  email text check (email = lower(email)),    -- null once the person is erased
  demonstration boolean not null default false,
  created_at timestamptz not null default now(),
  restricted_at timestamptz,                  -- processing restricted at the person's request: no sign-in, no change
  erased_at timestamptz
);
create unique index person_email on person (email);

create table membership (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  role text not null check (role in ('service lead', 'broker', 'adviser', 'system leader', 'headteacher', 'governor or trustee', 'finance officer', 'read-only', 'administrator')),
  granted_by text not null check (granted_by in ('invitation', 'provider', 'operator', 'demonstration')),
  provider_issuer text check ((provider_issuer is not null) = (granted_by = 'provider')),   -- which provider gives it, and may end it
  started_at timestamptz not null default now(),
  reviewed_at timestamptz not null default now(),   -- when an administrator last said that it is still right
  ended_at timestamptz,
  ended_why text,
  -- What an administrator ended, a provider does not give again: a leaver may still be listed there.
  ended_by_administrator boolean not null default false
);
create unique index membership_once on membership (person_id, organisation_id, role) where ended_at is null;
create index membership_of_organisation on membership (organisation_id);

create table audit_event (
  seq bigint primary key,
  at timestamptz not null,
  person_id uuid,                    -- no reference: the trace outlives what it is about
  organisation_id uuid,
  role text,
  action text not null,              -- the verb of the permission, or of the event: 'need.moderate', 'sign-in'
  outcome text not null check (outcome in ('done', 'refused', 'failed')),
  subject_kind text,
  subject_id text,
  detail jsonb not null,
  ip text,
  previous_hash text not null,
  hash text not null
);
create index audit_event_at on audit_event (at);
create index audit_event_of_organisation on audit_event (organisation_id, seq);
create index audit_event_of_person on audit_event (person_id, seq);

-- How long the chain is and where it ends, so that a missing last entry shows too. `since` is the first entry still kept.
create table audit_head (
  single boolean primary key default true check (single),
  since bigint not null,
  before_hash text not null,
  seq bigint not null,
  hash text not null
);
insert into audit_head (since, before_hash, seq, hash) values (1, repeat('0', 64), 0, repeat('0', 64));

-- What of an entry is chained, as one text. Everything but the hash itself.
create function audit_text(e audit_event) returns text language sql immutable set timezone = 'UTC' as $$
  select jsonb_build_array(e.seq, to_char(e.at, 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.person_id, e.organisation_id, e.role,
    e.action, e.outcome, e.subject_kind, e.subject_id, e.detail, e.ip, e.previous_hash)::text
$$;

-- Numbers and chains each entry. As owner, so that the site may add an entry and do nothing else to the chain.
create function chain_audit_event() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  head audit_head;
begin
  select * into head from audit_head for update;
  new.seq := head.seq + 1;
  new.at := clock_timestamp();
  new.previous_hash := head.hash;
  new.hash := '';
  new.hash := encode(sha256(convert_to(audit_text(new), 'UTF8')), 'hex');
  update audit_head set seq = new.seq, hash = new.hash;
  return new;
end $$;
create trigger audit_event_chained before insert on audit_event for each row execute function chain_audit_event();

-- In whose name this transaction reads and writes; null outside one.
create function acting_person() returns uuid language sql stable as $$
  select nullif(current_setting('alongside.person', true), '')::uuid
$$;
create function acting_organisation() returns uuid language sql stable as $$
  select nullif(current_setting('alongside.organisation', true), '')::uuid
$$;
create function acting_role() returns text language sql stable as $$
  select nullif(current_setting('alongside.role', true), '')
$$;
-- A task of the house itself, with nobody acting: sign-in, mail, retention, operator, demonstration.
create function acting_for(purpose text) returns boolean language sql stable as $$
  select current_setting('alongside.purpose', true) = purpose
$$;

-- Whether the acting organisation has to do with the school: the area's authority, its trust, itself, its board.
-- As owner, because it is asked by the very policies that would hide these rows.
create function acting_covers(school_urn integer) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from organisation o
    where o.id = nullif(current_setting('alongside.organisation', true), '')::uuid
      and case o.kind
        when 'local authority' then exists (select from school s where s.urn = school_urn and s.la_code = o.la_code)
        when 'trust' then exists (select from group_member g where g.urn = school_urn and g.group_uid = o.group_uid)
        when 'school' then o.urn = school_urn
        when 'governing board' then o.urn = school_urn
        else false
      end)
$$;
create function acting_kind() returns text language sql stable security definer set search_path = public, pg_temp as $$
  select kind from organisation where id = nullif(current_setting('alongside.organisation', true), '')::uuid
$$;

-- The confidential classes, each as one question; a table of that class has a policy that asks it (src/db/confidential-classes.ts).
-- Triage: the service that covers the school, in the roles that judge need.
create function may_read_triage(school_urn integer) returns boolean language sql stable as $$
  select acting_kind() in ('local authority', 'trust') and acting_role() in ('service lead', 'broker', 'adviser') and acting_covers(school_urn)
$$;
-- What a school may see of itself.
create function is_own_school(school_urn integer) returns boolean language sql stable as $$
  select acting_kind() in ('school', 'governing board') and acting_role() in ('headteacher', 'governor or trustee') and acting_covers(school_urn)
$$;
-- Coaching: the leader and the supported head, as persons; nobody for them.
create function may_read_coaching(leader uuid, supported_head uuid) returns boolean language sql stable as $$
  select coalesce(acting_person() in (leader, supported_head), false)
$$;
-- Appraisal: the panel, the head and the external adviser, as persons.
create function may_read_appraisal(panel uuid[], head uuid, external_adviser uuid) returns boolean language sql stable as $$
  select coalesce(acting_person() = any (panel || head || external_adviser), false)
$$;
-- Shareable: every organisation that is party to the work.
create function may_read_shareable(parties uuid[]) returns boolean language sql stable as $$
  select coalesce(acting_organisation() = any (parties), false)
$$;

alter table organisation enable row level security;
create policy own on organisation for select using (
  id = acting_organisation()
  or exists (select from membership m where m.organisation_id = organisation.id and m.person_id = acting_person())
  or acting_for('sign-in') or acting_for('operator') or acting_for('demonstration') or acting_for('complaint'));
create policy made on organisation for insert with check (acting_for('operator') or acting_for('demonstration'));
create policy closed on organisation for update using (acting_for('operator'));
grant select, insert on organisation to alongside_app;
grant update (name, closed_at) on organisation to alongside_app;

alter table membership enable row level security;
create policy own on membership for select using (
  person_id = acting_person()
  or (organisation_id = acting_organisation() and acting_role() = 'administrator')
  or acting_for('sign-in') or acting_for('operator') or acting_for('demonstration') or acting_for('retention'));
create policy granted on membership for insert with check (
  acting_for('sign-in') or acting_for('operator') or acting_for('demonstration')
  or (organisation_id = acting_organisation() and acting_role() = 'administrator'));
create policy changed on membership for update using (
  acting_for('sign-in') or acting_for('operator') or acting_for('retention')
  or (organisation_id = acting_organisation() and acting_role() = 'administrator'))
  with check (
  acting_for('sign-in') or acting_for('operator') or acting_for('retention')
  or (organisation_id = acting_organisation() and acting_role() = 'administrator'));
grant select, insert on membership to alongside_app;
grant update (reviewed_at, ended_at, ended_why, ended_by_administrator) on membership to alongside_app;

alter table person enable row level security;
create policy own on person for select using (
  id = acting_person()
  or (acting_role() = 'administrator'
    and exists (select from membership m where m.person_id = person.id and m.organisation_id = acting_organisation()))
  or acting_for('sign-in') or acting_for('operator') or acting_for('demonstration') or acting_for('retention') or acting_for('mail'));
create policy made on person for insert with check (acting_for('sign-in') or acting_for('operator') or acting_for('demonstration'));
-- Nobody changes a person directly: correction, restriction and erasure are functions of migration 008, which check who asks.
grant select, insert on person to alongside_app;

alter table audit_event enable row level security;
create policy own on audit_event for select using (
  person_id = acting_person()
  or (organisation_id = acting_organisation() and acting_role() = 'administrator')
  -- Sign-ins are entered by the house, for no organisation: an administrator sees those of people while they held a role there.
  or (organisation_id is null and acting_role() = 'administrator' and exists (
    select from membership m where m.person_id = audit_event.person_id and m.organisation_id = acting_organisation()
      and audit_event.at >= m.started_at and (m.ended_at is null or audit_event.at < m.ended_at)))
  or acting_for('operator'));
-- Nobody writes an entry in another's name; the house itself may say whom a sign-in or a task concerned.
create policy added on audit_event for insert with check (
  (person_id is not distinct from acting_person() and organisation_id is not distinct from acting_organisation() and role is not distinct from acting_role())
  or coalesce(current_setting('alongside.purpose', true), '') <> '');
-- Add and read, never change or remove: the chain is append-only for the site.
grant select, insert on audit_event to alongside_app;
alter table audit_head enable row level security;
create policy read on audit_head for select using (acting_role() = 'administrator' or acting_for('operator'));
grant select on audit_head to alongside_app;
