-- What the law asks of those who keep records about people: requests, holds, complaints, and a log of what was destroyed.

create table person_request (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person,
  organisation_id uuid references organisation,
  kind text not null check (kind in ('access', 'correction', 'erasure', 'restriction', 'lifting a restriction')),
  words text not null check (length(words) between 1 and 4000),
  new_name text check (length(new_name) between 1 and 200),   -- what a correction asks for
  new_email text check (new_email = lower(new_email)),
  recorded_by uuid references person,       -- the administrator who wrote it down, where it came by letter or by word of mouth
  received_at timestamptz not null default now(),
  due_on date not null,
  decided_at timestamptz,
  decided_by uuid references person,
  outcome text check (outcome in ('done', 'refused', 'held')),
  answer text,
  check (kind = 'correction' or (new_name is null and new_email is null)),
  -- An address opens the account, so only its owner, signed in, says which: an administrator could otherwise send themselves a reset link.
  check (recorded_by is null or new_email is null)
);
create index person_request_of_organisation on person_request (organisation_id, received_at);
create index person_request_of_person on person_request (person_id);

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
create unique index legal_hold_once on legal_hold (person_id, organisation_id) where lifted_at is null;

create table complaint (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique,
  organisation_id uuid references organisation,   -- null until the operator says whose it is
  about text not null,                -- the organisation in the words of whoever complained
  from_name text not null,
  from_email text not null check (from_email = lower(from_email)),
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

-- Whether an administrator acts, of an organisation in which the person holds or held a role.
create function administers(who uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(acting_role() = 'administrator', false)
    and exists (select from membership m where m.person_id = who and m.organisation_id = acting_organisation())
$$;
-- Whether the person holds a role that the acting organisation (nobody, for the schedule) did not give: then the account is not its to lock or erase.
create function has_role_elsewhere(who uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from membership m where m.person_id = who and m.ended_at is null
    and m.organisation_id is distinct from acting_organisation())
$$;

-- Erases a person in place, for their administrator or for the retention schedule: what says who they are goes, the rows that say
-- what was done stay without a name. Answers 'done', or what stands against it: 'held', 'role elsewhere', 'erased already'.
create function erase_person(erased uuid) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  address text;
begin
  if not (acting_for('retention') or administers(erased)) then
    raise exception 'not theirs to erase' using errcode = 'insufficient_privilege';
  end if;
  -- A hold placed at this moment refers to the person, and so waits for this or is seen by it.
  select email into address from person where id = erased and erased_at is null for update;
  if not found then return 'erased already'; end if;
  if is_held(erased) then return 'held'; end if;
  if has_role_elsewhere(erased) then return 'role elsewhere'; end if;
  update membership set ended_at = now(), ended_why = 'erased' where person_id = erased and ended_at is null;
  delete from session where person_id = erased;
  delete from pending_sign_in where person_id = erased;
  delete from reset_link where person_id = erased;
  delete from recovery_code where person_id = erased;
  delete from provider_identity where person_id = erased;
  delete from local_account where person_id = erased;
  delete from invitation where email = address;
  delete from mail_message where person_id = erased;
  update person_request set new_name = null, new_email = null where person_id = erased;
  update person set name = 'Erased person', email = null, erased_at = now() where id = erased;
  return 'done';
end $$;

-- Restricts the processing of a person's data, or lifts that: restricted, they are signed out and cannot sign in.
create function restrict_person(who uuid, restricted boolean) returns text language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not administers(who) then
    raise exception 'not theirs to restrict' using errcode = 'insufficient_privilege';
  end if;
  if restricted and has_role_elsewhere(who) then return 'role elsewhere'; end if;
  update person set restricted_at = case when restricted then now() end where id = who and erased_at is null;
  if not found then return 'erased already'; end if;
  if restricted then
    update session set ended_at = now() where person_id = who and ended_at is null;
  end if;
  return 'done';
end $$;

-- Makes the correction that a request asks for, and no other.
create function correct_person(request uuid) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  asked person_request;
begin
  select * into asked from person_request r
  where r.id = request and r.kind = 'correction' and r.decided_at is null and r.organisation_id = acting_organisation();
  if not found or not administers(asked.person_id) then
    raise exception 'not theirs to correct' using errcode = 'insufficient_privilege';
  end if;
  update person p set name = coalesce(asked.new_name, p.name), email = coalesce(asked.new_email, p.email)
  where p.id = asked.person_id and p.erased_at is null;
  return case when found then 'done' else 'erased already' end;
exception when unique_violation then
  return 'address taken';
end $$;

-- Removes the oldest entries of the audit trail, up to the first that is younger than `before` or that a hold keeps: the chain can
-- be cut at its start and nowhere else, and still verifies. Never the last year, whatever the caller says.
create function prune_audit(before timestamptz) returns table (records integer, oldest timestamptz, newest timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  cut bigint;
begin
  if not acting_for('retention') or before > now() - interval '1 year' then
    raise exception 'the audit trail is pruned by the retention schedule alone' using errcode = 'insufficient_privilege';
  end if;
  -- Before anything is counted: an entry that is being added waits here, or is waited for.
  perform from audit_head for update;
  select coalesce(
    (select e.seq - 1 from audit_event e where e.at >= before or is_held(e.person_id) order by e.seq limit 1),
    (select h.seq from audit_head h)) into cut;
  update audit_head h set since = cut + 1, before_hash = e.hash from audit_event e where e.seq = cut;
  return query
    with gone as (delete from audit_event e where e.seq <= cut returning e.at)
    select count(*)::integer, min(gone.at), max(gone.at) from gone;
end $$;

alter table person_request enable row level security;
create policy own on person_request for select using (
  person_id = acting_person() or (organisation_id = acting_organisation() and acting_role() = 'administrator') or acting_for('retention'));
create policy asked on person_request for insert with check (
  person_id = acting_person() and recorded_by is null
  and exists (select from membership m where m.person_id = acting_person() and m.organisation_id = person_request.organisation_id));
create policy recorded on person_request for insert with check (
  recorded_by = acting_person() and organisation_id = acting_organisation() and administers(person_id));
create policy decided on person_request for update using (
  organisation_id = acting_organisation() and acting_role() = 'administrator');
create policy cleared on person_request for delete using (acting_for('retention'));
grant select, insert, delete on person_request to alongside_app;
grant update (decided_at, decided_by, outcome, answer) on person_request to alongside_app;

alter table legal_hold enable row level security;
create policy own on legal_hold for select using (
  (organisation_id = acting_organisation() and acting_role() = 'administrator')
  or acting_person() in (person_id, placed_by, lifted_by));
create policy placed on legal_hold for insert with check (
  organisation_id = acting_organisation() and placed_by = acting_person() and administers(person_id));
create policy lifted on legal_hold for update using (organisation_id = acting_organisation() and acting_role() = 'administrator');
grant select, insert on legal_hold to alongside_app;
grant update (lifted_at, lifted_by) on legal_hold to alongside_app;

alter table complaint enable row level security;
create policy own on complaint for select using (
  (organisation_id = acting_organisation() and acting_role() = 'administrator')
  or from_email = (select p.email from person p where p.id = acting_person())
  or acting_for('retention') or acting_for('operator'));
create policy made on complaint for insert with check (acting_for('complaint'));
create policy answered on complaint for update using (
  (organisation_id = acting_organisation() and acting_role() = 'administrator') or acting_for('operator'));
create policy cleared on complaint for delete using (acting_for('retention'));
grant select, insert, delete on complaint to alongside_app;
grant update (organisation_id, acknowledged_at, answered_at, answer) on complaint to alongside_app;

alter table destruction_log enable row level security;
-- What the schedule destroyed, anybody who answers for records may see; what was done for one person, those who answer for them.
create policy read on destruction_log for select using (
  (acting_role() = 'administrator' and (person_id is null or administers(person_id)))
  or acting_person() in (person_id, done_by) or acting_for('operator') or acting_for('retention'));
create policy added on destruction_log for insert with check (
  acting_for('retention') or (done_by = acting_person() and administers(person_id)));
grant select, insert on destruction_log to alongside_app;
