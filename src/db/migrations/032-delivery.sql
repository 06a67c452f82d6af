-- The work of a placement as it is done: action plan, visits and notes of visit, arranged training, progress against objectives, concerns
-- and their escalation; and, apart from all of it, the coaching log. What is recorded in a decision's manner (a sent note, what was said of
-- it, progress, a concern and its steps) is only ever added to. What people go on changing carries a version; placement_event tells each change.

create table placement_visit (
  id uuid primary key default gen_random_uuid(),
  placement_id uuid not null references placement,
  organisation_id uuid not null references organisation,
  starts_on date not null,
  ends_on date not null,
  half_days integer not null check (half_days between 1 and 40),
  place text not null check (length(place) between 1 and 200),
  purpose text not null check (length(purpose) between 1 and 2000),
  state text not null default 'planned' check (state in ('planned', 'cancelled', 'held', 'not held')),
  state_reason text check (length(state_reason) between 1 and 2000),
  note_due_on date not null,          -- last day on which its note is in time
  chased_at timestamptz,              -- when the leader was last reminded of a late note
  version integer not null default 1,
  made_by uuid not null references person,
  made_in_role text not null,
  made_at timestamptz not null default clock_timestamp(),
  check (ends_on >= starts_on),
  check ((state in ('cancelled', 'not held')) = (state_reason is not null))
);
create index placement_visit_of_placement on placement_visit (placement_id, starts_on);
create index placement_visit_late on placement_visit (note_due_on) where state = 'held';
create index placement_visit_of_service on placement_visit (organisation_id, starts_on);

-- What the school says before a visit. The newest counts.
create table placement_school_part (
  id uuid primary key default gen_random_uuid(),
  visit_id uuid not null references placement_visit,
  placement_id uuid not null references placement,
  organisation_id uuid not null references organisation,
  since_last text not null check (length(since_last) between 1 and 4000),
  self_evaluation text not null check (length(self_evaluation) between 1 and 4000),
  look_at text check (length(look_at) between 1 and 4000),
  made_by uuid not null references person,
  made_in_role text not null,
  made_at timestamptz not null default clock_timestamp()
);
create index placement_school_part_of_visit on placement_school_part (visit_id, made_at desc);

-- A note of visit: a draft that is its writer's alone, then sent and never changed; a later number takes the place of an earlier one.
create table placement_note (
  id uuid primary key default gen_random_uuid(),
  visit_id uuid not null references placement_visit,
  placement_id uuid not null references placement,
  organisation_id uuid not null references organisation,
  number integer not null check (number >= 1),
  content jsonb not null,
  state text not null default 'draft' check (state in ('draft', 'sent')),
  sent_at timestamptz,
  version integer not null default 1,
  made_by uuid not null references person,
  made_in_role text not null,
  made_at timestamptz not null default clock_timestamp(),
  check ((state = 'sent') = (sent_at is not null))
);
-- Who leads the placement next does not see the draft of who led it before, and begins their own.
create unique index placement_note_one_draft on placement_note (visit_id, made_by) where state = 'draft';
create unique index placement_note_sent on placement_note (visit_id, number) where state = 'sent';
create index placement_note_of_placement on placement_note (placement_id);

create table placement_note_word (
  id uuid primary key default gen_random_uuid(),
  note_id uuid not null references placement_note,
  visit_id uuid not null references placement_visit,
  placement_id uuid not null references placement,
  organisation_id uuid not null references organisation,
  kind text not null check (kind in ('confirmed', 'disputed', 'answered', 'moderated')),
  words text check (length(words) between 1 and 2000),
  made_by uuid not null references person,
  made_in_role text not null,
  made_at timestamptz not null default clock_timestamp(),
  check (kind in ('confirmed', 'moderated') or words is not null)
);
create index placement_note_word_of_note on placement_note_word (note_id, made_at);
create index placement_note_word_of_placement on placement_note_word (placement_id);

create table placement_action (
  id uuid primary key default gen_random_uuid(),
  placement_id uuid not null references placement,
  organisation_id uuid not null references organisation,
  visit_id uuid references placement_visit,    -- of the note that it comes from
  what text not null check (length(what) between 1 and 1000),
  owner_part text check (owner_part in ('service', 'leader', 'supported head', 'supported board')),
  owner_name text check (length(owner_name) between 1 and 200),
  due_on date not null,
  objective_key text check (length(objective_key) between 1 and 60),
  objective_title text check (length(objective_title) between 1 and 500),
  criterion text check (length(criterion) between 1 and 1000),   -- how it will be seen that it worked
  state text not null default 'not started' check (state in ('not started', 'in progress', 'done', 'dropped')),
  state_reason text check (length(state_reason) between 1 and 2000),
  version integer not null default 1,
  made_by uuid not null references person,
  made_in_role text not null,
  made_at timestamptz not null default clock_timestamp(),
  check (owner_part is not null or owner_name is not null),
  check ((objective_key is null) = (objective_title is null)),
  check (visit_id is not null or (objective_key is not null and criterion is not null)),
  check (state <> 'dropped' or state_reason is not null)
);
create index placement_action_of_placement on placement_action (placement_id, due_on);

create table placement_training (
  id uuid primary key default gen_random_uuid(),
  placement_id uuid not null references placement,
  organisation_id uuid not null references organisation,
  what text not null check (length(what) between 1 and 500),
  for_whom text not null check (length(for_whom) between 1 and 500),   -- roles; no names are needed
  people integer not null check (people between 1 and 10000),
  provider text not null check (length(provider) between 1 and 200),
  by_leader boolean not null,          -- given by the leader, out of the days of the placement
  held_on date not null,
  half_days integer not null check (half_days between 1 and 40),
  cost_pence bigint check (cost_pence >= 0),    -- null: not known yet
  state text not null default 'arranged' check (state in ('arranged', 'held', 'cancelled')),
  state_reason text check (length(state_reason) between 1 and 2000),
  version integer not null default 1,
  made_by uuid not null references person,
  made_in_role text not null,
  made_at timestamptz not null default clock_timestamp(),
  check ((state = 'cancelled') = (state_reason is not null))
);
create index placement_training_of_placement on placement_training (placement_id, held_on);

create table placement_progress (
  id uuid primary key default gen_random_uuid(),
  placement_id uuid not null references placement,
  organisation_id uuid not null references organisation,
  objective_key text not null check (length(objective_key) between 1 and 60),
  objective_title text not null check (length(objective_title) between 1 and 500),
  seen_on date not null,
  rating text not null check (rating in ('red', 'amber', 'green')),
  evidence text not null check (length(evidence) between 1 and 4000),
  policy_id text not null,              -- whose definitions held
  made_by uuid not null references person,
  made_in_role text not null,
  made_part text not null check (made_part in ('service', 'leader', 'supported head', 'supported board')),
  made_at timestamptz not null default clock_timestamp()
);
create index placement_progress_of_placement on placement_progress (placement_id, objective_key, seen_on);

-- What the other side says of it: beside it, never in its place.
create table placement_disagreement (
  id uuid primary key default gen_random_uuid(),
  progress_id uuid not null references placement_progress,
  placement_id uuid not null references placement,
  organisation_id uuid not null references organisation,
  words text not null check (length(words) between 1 and 2000),
  made_by uuid not null references person,
  made_in_role text not null,
  made_part text not null check (made_part in ('service', 'leader', 'supported head', 'supported board')),
  made_at timestamptz not null default clock_timestamp()
);
create index placement_disagreement_of_progress on placement_disagreement (progress_id, made_at);

create table placement_concern (
  id uuid primary key default gen_random_uuid(),
  placement_id uuid not null references placement,
  organisation_id uuid not null references organisation,
  what text not null check (length(what) between 1 and 2000),
  since_on date not null,
  evidence text not null check (length(evidence) between 1 and 4000),
  made_by uuid not null references person,
  made_in_role text not null,
  made_part text not null check (made_part in ('service', 'leader', 'supported head', 'supported board')),
  made_at timestamptz not null default clock_timestamp()
);
create index placement_concern_of_placement on placement_concern (placement_id, made_at);
create index placement_concern_of_service on placement_concern (organisation_id);

-- What was done about a concern, in order: its state is told by its steps.
create table placement_concern_step (
  id uuid primary key default gen_random_uuid(),
  concern_id uuid not null references placement_concern,
  placement_id uuid not null references placement,
  organisation_id uuid not null references organisation,
  kind text not null check (kind in ('answered', 'escalated', 'approved', 'not approved', 'power', 'lifted', 'closed')),
  words text check (length(words) between 1 and 4000),
  on_day date,
  detail jsonb not null default '{}',   -- what was ticked; the power that was used
  made_by uuid not null references person,
  made_in_role text not null,
  made_part text not null check (made_part in ('service', 'leader', 'supported head', 'supported board')),
  made_at timestamptz not null default clock_timestamp(),
  check (kind = 'approved' or words is not null)
);
create index placement_concern_step_of_concern on placement_concern_step (concern_id, made_at);

-- The coaching log. Its words are sealed with the site's own key before they come here, so that whoever reads a backup reads none; the two
-- people stand in every row, so that nobody who follows one of them reads what was said before.
create table placement_coaching_note (
  id uuid primary key default gen_random_uuid(),
  placement_id uuid not null references placement,
  organisation_id uuid not null references organisation,
  leader_person_id uuid not null references person,
  supported_head_person_id uuid not null references person,
  corrects uuid references placement_coaching_note deferrable initially deferred,   -- goes with what it corrects
  sealed text not null check (length(sealed) between 1 and 40000),
  made_by uuid not null references person,
  made_in_role text not null,
  made_at timestamptz not null default clock_timestamp(),
  check (made_by in (leader_person_id, supported_head_person_id))
);
create index placement_coaching_note_of_placement on placement_coaching_note (placement_id, made_at);
create unique index placement_coaching_note_corrected_once on placement_coaching_note (corrects);
comment on table placement_coaching_note is 'class coaching: what the leader and the supported head note of their talks, sealed; those two alone';

-- Between whom the coaching of a placement is now: its leader, and the head whom it names while they head the school, else its one head.
create function coaching_pair(placement uuid) returns table (leader_id uuid, head_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  with p as (
    select x.leader_person_id, x.supported_head_id, x.supported_urn from placement x
    where x.id = coaching_pair.placement
      and ((x.leader_person_id = acting_person() and x.home_urn = acting_urn())
        or (x.supported_urn = acting_urn() and acting_kind() = 'school' and acting_role() = 'headteacher'))),
  heads as (
    select distinct m.person_id from p join organisation o on o.urn = p.supported_urn and o.kind = 'school' and o.closed_at is null
    join membership m on m.organisation_id = o.id and m.role = 'headteacher' and m.ended_at is null)
  select p.leader_person_id, case
    when p.supported_head_id in (select person_id from heads) then p.supported_head_id
    when (select count(*) from heads) = 1 then (select person_id from heads) end
  from p
$$;

-- Rows that are decisions stay as they are, but for the schedule by which records are destroyed.
create function keep_delivery_record() returns trigger language plpgsql as $$
begin
  if acting_for('retention') then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  raise exception 'what was recorded is added to and never changed' using errcode = 'insufficient_privilege';
end $$;
create function keep_delivery_version() returns trigger language plpgsql as $$
begin
  if new.version <> old.version + 1 then
    raise exception 'a record is changed from the version that was read' using errcode = 'serialization_failure';
  end if;
  return new;
end $$;
create function keep_placement_note() returns trigger language plpgsql as $$
begin
  if acting_for('retention') then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if old.state = 'sent' or tg_op = 'DELETE' then
    raise exception 'a note that was sent is never changed, only followed by a new version' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger placement_note_kept before update or delete on placement_note for each row execute function keep_placement_note();

do $$
declare
  name text;
  -- Who works together in a placement, and who of them may do what.
  reads constant text := $p$ (organisation_id = acting_organisation() and (select acting_serves()))
    or exists (select from placement p where p.id = placement_id and (p.leader_person_id = acting_person()
      or (p.supported_urn = (select acting_urn()) and (select acting_for_school())))) $p$;
  minds constant text := $p$ (organisation_id = acting_organisation() and (select acting_serves()) and acting_role() <> 'finance officer')
    or exists (select from placement p where p.id = placement_id and (p.leader_person_id = acting_person()
      or (p.supported_urn = (select acting_urn()) and (select acting_for_school())))) $p$;
  own constant text := $p$ made_by = acting_person() and made_in_role = acting_role() and placement_is_working(placement_id)
    and exists (select from placement p where p.id = placement_id and p.organisation_id = %I.organisation_id) $p$;
  works constant text := $p$ placement_is_working(placement_id) and ((organisation_id = acting_organisation() and (select acting_brokers()))
    or exists (select from placement p where p.id = placement_id and (p.leader_person_id = acting_person()
      or (acting_kind() = 'school' and acting_role() = 'headteacher' and p.supported_urn = (select acting_urn()))))) $p$;
  leads constant text := $p$ exists (select from placement p where p.id = placement_id and p.leader_person_id = acting_person()) $p$;
  heads constant text := $p$ acting_kind() = 'school' and acting_role() = 'headteacher'
    and exists (select from placement p where p.id = placement_id and p.supported_urn = (select acting_urn())) $p$;
begin
  foreach name in array array['placement_visit', 'placement_school_part', 'placement_action', 'placement_training', 'placement_progress',
    'placement_disagreement'] loop
    execute format('create policy read on %I for select using (%s or made_by = acting_person())', name, reads);
  end loop;
  foreach name in array array['placement_note_word', 'placement_concern', 'placement_concern_step'] loop
    execute format('create policy read on %I for select using (%s or made_by = acting_person())', name, minds);
  end loop;
  execute format('create policy read on placement_note for select using ((state = ''sent'' and (%s)) or made_by = acting_person())', minds);

  foreach name in array array['placement_visit', 'placement_action', 'placement_training'] loop
    execute format('create policy made on %I for insert with check (' || own || ' and version = 1 and %s)', name, name, works);
    execute format('create policy changed on %I for update using (%s)', name, works);
    execute format('create trigger %I before update on %I for each row execute function keep_delivery_version()', name || '_version', name);
  end loop;
  execute format('create policy made on placement_school_part for insert with check (' || own || ' and %s)', 'placement_school_part', heads);
  execute format('create policy made on placement_note for insert with check (' || own || ' and state = ''draft'' and %s)',
    'placement_note', leads);
  execute format('create policy changed on placement_note for update using (made_by = acting_person() and placement_is_working(placement_id) and %s)',
    leads);
  execute 'create trigger placement_note_version before update on placement_note for each row when (not acting_for(''retention''))
    execute function keep_delivery_version()';
  execute format('create policy made on placement_note_word for insert with check (' || own || ' and case kind
    when ''answered'' then %s when ''moderated'' then organisation_id = acting_organisation() and acting_serves()
      and acting_role() <> ''finance officer''
    else %s end)', 'placement_note_word', leads, heads);
  execute format('create policy made on placement_progress for insert with check (' || own || ' and %s)', 'placement_progress', works);
  foreach name in array array['placement_disagreement', 'placement_concern', 'placement_concern_step'] loop
    execute format('create policy made on %I for insert with check (' || own || ' and (%s))', name, name, minds);
  end loop;
  foreach name in array array['placement_school_part', 'placement_note_word', 'placement_progress', 'placement_disagreement',
    'placement_concern', 'placement_concern_step', 'placement_coaching_note'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function keep_delivery_record()',
      name || '_kept', name);
  end loop;
  foreach name in array array['placement_visit', 'placement_school_part', 'placement_note', 'placement_note_word', 'placement_action',
    'placement_training', 'placement_progress', 'placement_disagreement', 'placement_concern', 'placement_concern_step',
    'placement_coaching_note'] loop
    execute format('alter table %I enable row level security', name);
    execute format('grant select, insert on %I to alongside_app', name);
  end loop;
end $$;
grant update (starts_on, ends_on, half_days, place, purpose, state, state_reason, note_due_on, version) on placement_visit to alongside_app;
grant update (content, number, state, sent_at, version) on placement_note to alongside_app;
grant update (what, owner_part, owner_name, due_on, objective_key, objective_title, criterion, state, state_reason, version)
  on placement_action to alongside_app;
grant update (what, for_whom, people, provider, by_leader, held_on, half_days, cost_pence, state, state_reason, version)
  on placement_training to alongside_app;

-- Nobody disagrees with their own entry, approves what they escalated, or uses a power over a concern that was not approved.
create policy other_side on placement_disagreement as restrictive for insert with check (
  exists (select from placement_progress g where g.id = progress_id and g.placement_id = placement_disagreement.placement_id
    and g.made_by <> acting_person()));
-- Who escalated a concern last; as owner, because it is asked by the policy of the very steps.
create function concern_escalated_by(concern uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select made_by from placement_concern_step where concern_id = concern and kind = 'escalated' order by made_at desc limit 1
$$;
create function concern_is_approved(concern uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select kind = 'approved' from placement_concern_step where concern_id = concern
    and kind not in ('answered', 'power') order by made_at desc limit 1), false)
$$;
create policy in_order on placement_concern_step as restrictive for insert with check (
  exists (select from placement_concern c where c.id = concern_id and c.placement_id = placement_concern_step.placement_id)
  and (kind in ('answered', 'escalated') or (organisation_id = acting_organisation() and acting_brokers()))
  and (kind not in ('approved', 'not approved') or coalesce(concern_escalated_by(concern_id) <> acting_person(), false))
  and (kind <> 'power' or concern_is_approved(concern_id)));

-- Letters of those who take part to those who take part: the mail is the service's, whoever causes it.
create policy of_delivery on mail_message for insert with check (
  case when template not in ('note to confirm', 'note of visit', 'note late', 'concern escalated')
      or organisation_id is not distinct from acting_organisation() then false
    when acting_for('reminder') then template = 'note late'
    else exists (select from placement p cross join lateral placement_addresses(p.id) a
      where p.organisation_id = mail_message.organisation_id and a.person_id = mail_message.person_id and a.email = to_email) end);

create policy read on placement_coaching_note for select using (may_read_coaching(leader_person_id, supported_head_person_id));
create policy made on placement_coaching_note for insert with check (
  may_read_coaching(leader_person_id, supported_head_person_id) and made_by = acting_person() and made_in_role = acting_role()
  and placement_is_working(placement_id)
  and exists (select from placement p where p.id = placement_id and p.organisation_id = placement_coaching_note.organisation_id)
  and exists (select from coaching_pair(placement_id) c where c.leader_id = leader_person_id and c.head_id = supported_head_person_id)
  and (corrects is null or exists (select from placement_coaching_note n where n.id = placement_coaching_note.corrects
    and n.placement_id = placement_coaching_note.placement_id and n.made_by = acting_person())));

-- Visits whose note is late, marked as chased in the same step, so that no letter goes twice. For the house's own reminders.
create function chase_late_notes(today date, not_since timestamptz) returns table (visit_id uuid, placement_id uuid, organisation_id uuid)
language sql security definer set search_path = public, pg_temp as $$
  update placement_visit v set chased_at = now(), version = v.version + 1
  where acting_for('reminder') and v.state = 'held' and v.note_due_on < today
    and (v.chased_at is null or v.chased_at < not_since) and placement_is_working(v.placement_id)
    and not exists (select from placement_note n where n.visit_id = v.id and n.state = 'sent')
  returning v.id, v.placement_id, v.organisation_id
$$;

-- Destroys what is no longer kept of placements that are over. A record on hold stays: its writer's, and for coaching either of the two.
create function prune_coaching(before timestamptz) returns table (records integer, oldest timestamptz, newest timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not acting_for('retention') or before > now() - interval '1 month' then
    raise exception 'coaching notes are cleared by the retention schedule alone' using errcode = 'insufficient_privilege';
  end if;
  return query
    with gone as (
      delete from placement_coaching_note n using placement p
      where p.id = n.placement_id and p.state in ('signed off', 'closed', 'withdrawn') and p.state_since < before
        and not is_held(n.leader_person_id) and not is_held(n.supported_head_person_id) returning n.made_at as at)
    select count(*)::integer, min(gone.at), max(gone.at) from gone;
end $$;
create function prune_delivery(before timestamptz) returns table (records integer, oldest timestamptz, newest timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not acting_for('retention') or before > now() - interval '1 year' then
    raise exception 'records of placements are cleared by the retention schedule alone' using errcode = 'insufficient_privilege';
  end if;
  return query
    with over as (
      select p.id from placement p where p.state in ('signed off', 'closed', 'withdrawn') and p.state_since < before
        and not is_held(p.leader_person_id) and not is_held(p.supported_head_id)),
    parts as (delete from placement_school_part where placement_id in (select id from over) and not is_held(made_by) returning made_at as at),
    notes as (
      update placement_note set content = '{}' where placement_id in (select id from over) and content <> '{}' and not is_held(made_by)
      returning made_at as at),
    said as (
      delete from placement_note_word where placement_id in (select id from over) and not is_held(made_by) returning made_at as at),
    steps as (
      update placement_concern_step set words = 'No longer kept', detail = '{}'
      where placement_id in (select id from over) and words <> 'No longer kept' and not is_held(made_by) returning made_at as at),
    concerns as (
      update placement_concern set what = 'No longer kept', evidence = 'No longer kept'
      where placement_id in (select id from over) and what <> 'No longer kept' and not is_held(made_by) returning made_at as at),
    disagreed as (
      delete from placement_disagreement where placement_id in (select id from over) and not is_held(made_by) returning made_at as at),
    gone as (
      select at from parts union all select at from notes union all select at from said union all select at from steps
      union all select at from concerns union all select at from disagreed)
    select count(*)::integer, min(gone.at), max(gone.at) from gone;
end $$;
