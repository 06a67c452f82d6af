-- Organisations' own need packs, what the service enters of a school that no file tells, and what is kept of each decision so
-- that it can be shown as it was: the pack of that day and the evidence.

-- Names a pack by its text, whatever order its keys came in.
create function need_pack_sha256(policy jsonb, standards jsonb) returns text language sql immutable as $$
  select encode(sha256(convert_to(jsonb_build_array(policy, standards)::text, 'UTF8')), 'hex')
$$;

-- Whether the acting organisation is a service in a role that judges need; whether it is a school that the service answers for.
-- As owner, because they are asked by the very policies that would hide these rows.
create function acting_judges() returns boolean language sql stable as $$
  select coalesce(acting_kind() in ('local authority', 'trust') and acting_role() in ('service lead', 'broker', 'adviser'), false)
$$;
create function serves_acting_school(service uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from organisation s, organisation o
    where s.id = service and o.id = nullif(current_setting('alongside.organisation', true), '')::uuid and is_own_school(o.urn)
      and case s.kind
        when 'local authority' then exists (select from school where urn = o.urn and la_code = s.la_code)
        when 'trust' then exists (select from group_member g where g.urn = o.urn and g.group_uid = s.group_uid)
        else false
      end)
$$;
-- The services that judge a school, for the school itself and for the operator.
create function services_of_school(school_urn integer) returns table (id uuid, kind text, name text, la_code integer, group_uid integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.id, o.kind, o.name, o.la_code, o.group_uid from organisation o
  where o.closed_at is null and (is_own_school(school_urn) or acting_for('operator'))
    and case o.kind
      when 'local authority' then exists (select from school s where s.urn = school_urn and s.la_code = o.la_code)
      when 'trust' then exists (select from group_member g where g.urn = school_urn and g.group_uid = o.group_uid)
      else false
    end
  order by o.kind, o.name
$$;

-- The text of every pack under which anything was concluded or decided: England's with no organisation, those of a service with its own.
create table need_pack_text (
  sha256 text not null,
  organisation_id uuid references organisation,
  policy jsonb not null,
  standards jsonb not null,
  first_used timestamptz not null default now(),
  check (sha256 = need_pack_sha256(policy, standards))
);
create unique index need_pack_text_once on need_pack_text (sha256, organisation_id) nulls not distinct;

alter table need_pack_text enable row level security;
create policy read on need_pack_text for select using (
  (organisation_id is null and (acting_person() is not null or acting_for('operator')))
  or (organisation_id = acting_organisation() and acting_judges())
  or serves_acting_school(organisation_id) or acting_for('operator'));
create policy kept on need_pack_text for insert with check (
  acting_judges() and (organisation_id is null or organisation_id = acting_organisation()));
grant select, insert on need_pack_text to alongside_app;

alter table conclusion add column pack_sha256 text;

-- A service's own pack: a draft until it is published from a day, when its content is fixed; it holds until the next one begins.
create table need_pack (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  policy json not null,                      -- as a file of policies/need, in its order, whole: with what is switched off
  switched_off text[] not null default '{}', -- 'indicators.3', 'atLeast.1': places in the policy
  copied_from text not null,                 -- id of the pack it was copied from, or the name of the file it came in
  base json not null,                        -- that pack as it was then
  made_by uuid not null references person,
  made_in_role text not null,
  made_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  valid_from date,
  published_by uuid references person,
  published_at timestamptz,
  reason text check (length(reason) between 1 and 2000),
  withdrawn_by uuid references person,
  withdrawn_at timestamptz,
  withdrawn_why text check (length(withdrawn_why) between 1 and 2000),
  check ((published_at is null) = (valid_from is null) and (published_at is null) = (published_by is null) and (published_at is null) = (reason is null)),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create unique index need_pack_once_a_day on need_pack (organisation_id, valid_from) where withdrawn_at is null;

create function need_pack_stays() returns trigger language plpgsql as $$
begin
  if old.withdrawn_at is not null
    or (old.published_at is not null and (new.policy::text, new.switched_off, new.valid_from, new.published_by, new.published_at, new.reason)
      is distinct from (old.policy::text, old.switched_off, old.valid_from, old.published_by, old.published_at, old.reason))
    or (new.withdrawn_at is not null and old.valid_from <= (now() at time zone 'Europe/London')::date) then
    raise exception 'a pack that was published or withdrawn stays as it is' using errcode = 'insufficient_privilege';
  end if;
  if (new.published_by is distinct from old.published_by and new.published_by is distinct from acting_person())
    or (new.withdrawn_by is distinct from old.withdrawn_by and new.withdrawn_by is distinct from acting_person()) then
    raise exception 'nobody publishes or withdraws in the name of another' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger need_pack_stays before update on need_pack for each row execute function need_pack_stays();

alter table need_pack enable row level security;
create policy read on need_pack for select using (
  (organisation_id = acting_organisation() and acting_judges())
  or (published_at is not null and serves_acting_school(organisation_id))
  or acting_person() in (made_by, published_by, withdrawn_by) or acting_for('operator'));
create policy made on need_pack for insert with check (
  organisation_id = acting_organisation() and made_by = acting_person() and made_in_role = acting_role()
  and acting_judges() and acting_role() = 'service lead' and published_at is null and withdrawn_at is null);
create policy changed on need_pack for update using (
  organisation_id = acting_organisation() and acting_judges() and acting_role() = 'service lead');
grant select, insert on need_pack to alongside_app;
grant update (policy, switched_off, changed_at, valid_from, published_by, published_at, reason, withdrawn_by, withdrawn_at, withdrawn_why)
  on need_pack to alongside_app;

-- What somebody of the service saw of a school that no file tells. Rows are added and never changed; one that was wrong is withdrawn.
-- The school reads all of it but the note, as its own evidence.
create table need_entry (
  id uuid primary key default gen_random_uuid(),
  urn integer not null references school,
  organisation_id uuid not null references organisation,   -- each service judges for itself
  code text not null check (length(code) between 1 and 100),
  level text not null check (length(level) between 1 and 200),
  seen_on date not null,
  evidence text not null check (length(evidence) between 1 and 1000),
  entered_by uuid not null references person,
  entered_in_role text not null,
  entered_at timestamptz not null default now()
);
create index need_entry_of_school on need_entry (urn, seen_on desc);
create index need_entry_of_service on need_entry (organisation_id);

create table need_entry_note (
  entry_id uuid primary key references need_entry,
  urn integer not null references school,
  organisation_id uuid not null references organisation,
  note text not null check (length(note) between 1 and 2000)
);

create table need_entry_withdrawal (
  entry_id uuid primary key references need_entry,
  urn integer not null references school,
  organisation_id uuid not null references organisation,
  reason text not null check (length(reason) between 1 and 1000),
  withdrawn_by uuid not null references person,
  withdrawn_in_role text not null,
  withdrawn_at timestamptz not null default now()
);

alter table need_entry enable row level security;
create policy read on need_entry for select using (
  (organisation_id = acting_organisation() and may_read_triage(urn)) or is_own_school(urn)
  or entered_by = acting_person() or acting_for('operator'));
create policy added on need_entry for insert with check (
  organisation_id = acting_organisation() and entered_by = acting_person() and entered_in_role = acting_role() and may_read_triage(urn));
grant select, insert on need_entry to alongside_app;

comment on table need_entry_note is 'class triage: what the service keeps to itself about what it entered';
alter table need_entry_note enable row level security;
create policy read on need_entry_note for select using (organisation_id = acting_organisation() and may_read_triage(urn));
create policy added on need_entry_note for insert with check (
  exists (select from need_entry e
    where e.id = entry_id and e.urn = need_entry_note.urn and e.entered_by = acting_person()
      and e.organisation_id = need_entry_note.organisation_id and e.organisation_id = acting_organisation()));
grant select, insert on need_entry_note to alongside_app;

alter table need_entry_withdrawal enable row level security;
create policy read on need_entry_withdrawal for select using (
  (organisation_id = acting_organisation() and may_read_triage(urn)) or is_own_school(urn)
  or withdrawn_by = acting_person() or acting_for('operator'));
create policy added on need_entry_withdrawal for insert with check (
  organisation_id = acting_organisation() and withdrawn_by = acting_person() and withdrawn_in_role = acting_role() and may_read_triage(urn)
  and exists (select from need_entry e
    where e.id = entry_id and e.urn = need_entry_withdrawal.urn and e.organisation_id = need_entry_withdrawal.organisation_id));
grant select, insert on need_entry_withdrawal to alongside_app;

-- The names that stand under an entry, for those who may read it. As owner, because the people and organisations of others stay
-- hidden otherwise; the name alone leaves.
create function may_read_entry(party uuid, school_urn integer) returns boolean language sql stable as $$
  select (party = acting_organisation() and may_read_triage(school_urn)) or is_own_school(school_urn)
$$;
create function author_of_entry(entry uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select p.name from need_entry e join person p on p.id = e.entered_by where e.id = entry and may_read_entry(e.organisation_id, e.urn)
$$;
create function withdrawer_of_entry(entry uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select p.name from need_entry_withdrawal w join person p on p.id = w.withdrawn_by
  where w.entry_id = entry and may_read_entry(w.organisation_id, w.urn)
$$;
create function party_of_entry(entry uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select o.name from need_entry e join organisation o on o.id = e.organisation_id where e.id = entry and may_read_entry(e.organisation_id, e.urn)
$$;
-- The name under a pack, for the service whose it is.
create function author_on_pack(author uuid, party uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select p.name from person p where p.id = author and party = acting_organisation() and acting_judges()
    and exists (select from need_pack n where n.organisation_id = party and author in (n.made_by, n.published_by, n.withdrawn_by))
$$;

-- What was seen when a category was decided: the indicators as they are stored, the points they came to, and the pack by its text.
alter table need_moderation add column evidence jsonb, add column computed_points double precision, add column pack_sha256 text;

-- Destroys what was entered before, with what the service kept to itself, unless a hold keeps it. The evidence of decisions keeps
-- the level and the points, so that they replay, and loses the words.
create function prune_need_entries(before timestamptz) returns table (records integer, oldest timestamptz, newest timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  going uuid[];
begin
  if not acting_for('retention') or before > now() - interval '1 year' then
    raise exception 'entries are destroyed by the retention schedule alone' using errcode = 'insufficient_privilege';
  end if;
  going := array(
    select e.id from need_entry e
    where e.entered_at < before and not is_held(e.entered_by)
      and not exists (select from need_entry_withdrawal w where w.entry_id = e.id and (w.withdrawn_at >= before or is_held(w.withdrawn_by))));
  update need_moderation m set evidence = (
    select jsonb_agg(case when exists (select from need_entry e where e.id = any (going)
        and e.code = part->>'code' and e.urn = m.urn and e.organisation_id = m.organisation_id)
      then part || '{"sentence": "What was entered is no longer kept."}' else part end order by place)
    from jsonb_array_elements(m.evidence) with ordinality as parts(part, place))
  where m.decided_at < before and m.evidence is not null
    and exists (select from need_entry e where e.id = any (going) and e.urn = m.urn and e.organisation_id = m.organisation_id);
  delete from need_entry_note n where n.entry_id = any (going);
  delete from need_entry_withdrawal w where w.entry_id = any (going);
  return query
    with gone as (delete from need_entry e where e.id = any (going) returning e.entered_at)
    select count(*)::integer, min(gone.entered_at), max(gone.entered_at) from gone;
end $$;
