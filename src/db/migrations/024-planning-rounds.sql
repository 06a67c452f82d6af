-- The planning round: who works alongside whom in a term. What a round starts from is frozen when it is opened; decisions of people are
-- added and undone, never overwritten; scenarios are variations of weights; each proposal is one run of the solver with its proof.

create table planning_round (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  title text not null check (length(title) between 1 and 200),
  school_year integer not null check (school_year between 2000 and 2100),  -- the year in which it begins
  term text not null check (term in ('autumn', 'spring', 'summer')),
  term_from date not null,
  term_to date not null,
  state text not null default 'open' check (state in ('open', 'shared', 'approved', 'closed')),
  as_at date not null,            -- of the published data
  travel text not null,           -- what minutes of travel were worked out by
  inputs_sha256 text not null,
  opened_by uuid not null references person,
  opened_in_role text not null,
  opened_at timestamptz not null default now(),
  check (term_from < term_to)
);
-- A term has one round of a service under way; one that was closed may be opened anew.
create unique index planning_round_of_term on planning_round (organisation_id, school_year, term) where state <> 'closed';

-- Apart from the round, because it is large and says what the service thinks of schools.
create table planning_input (
  round_id uuid primary key references planning_round,
  organisation_id uuid not null references organisation,
  content jsonb not null
);

create table planning_scenario (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references planning_round,
  organisation_id uuid not null references organisation,
  name text not null check (length(name) between 1 and 100),
  weights jsonb not null,         -- what differs from the weights of the policy; {} for the policy's own
  copied_from uuid references planning_scenario,
  made_by uuid not null references person,
  made_in_role text not null,
  made_at timestamptz not null default clock_timestamp(),
  unique (round_id, name)
);

create table planning_proposal (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references planning_round,
  scenario_id uuid not null references planning_scenario,
  organisation_id uuid not null references organisation,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'stopped', 'failed')),
  asked jsonb not null,           -- seconds to search, the proposal to stay near, the price of a change
  decisions uuid[] not null,      -- those in force when it was asked for
  inputs_sha256 text not null,    -- of everything it is worked out from
  progress jsonb,
  solution jsonb,                 -- the best so far, and at the end the answer with its proof
  plan jsonb,                     -- the same in words
  cancel_asked_at timestamptz,
  fault text,                     -- the number under which a fault of ours is in the log
  asked_by uuid not null references person,
  asked_in_role text not null,
  asked_at timestamptz not null default clock_timestamp(),
  started_at timestamptz,
  ended_at timestamptz,
  seconds double precision
);
create index planning_proposal_of_scenario on planning_proposal (scenario_id, asked_at desc);
create index planning_proposal_waiting on planning_proposal (asked_at) where state in ('waiting', 'running');

create table planning_decision (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references planning_round,
  scenario_id uuid references planning_scenario,   -- null: of the whole round
  organisation_id uuid not null references organisation,
  kind text not null check (kind in (
    'lock', 'forbid', 'leave out', 'change need', 'add need',
    'set days', 'change leader', 'add leader', 'withdraw leader', 'override lender', 'take forward')),
  leader_key text check (length(leader_key) between 1 and 100),
  need_key text check (length(need_key) between 1 and 100),
  value jsonb not null default '{}',
  reason text not null check (length(reason) between 1 and 2000),
  decided_by uuid not null references person,
  decided_in_role text not null,
  decided_at timestamptz not null default clock_timestamp(),
  undone_at timestamptz,
  undone_by uuid references person,
  undone_in_role text,
  undone_why text check (length(undone_why) between 1 and 2000),
  check ((undone_at is null) = (undone_by is null)),
  check ((leader_key is not null) = (kind in ('lock', 'forbid', 'set days', 'change leader', 'add leader', 'withdraw leader', 'override lender'))),
  check ((need_key is not null) = (kind in ('lock', 'forbid', 'leave out', 'change need', 'add need')))
);
create index planning_decision_of_round on planning_decision (round_id, decided_at);

-- Those who run rounds of the service, and whether a round is its own.
create function runs_planning(service uuid) returns boolean language sql stable as $$
  select acts_for_service(service) and acting_role() in ('service lead', 'broker')
$$;
create function is_planning_round_of(round uuid, service uuid) returns boolean language sql stable as $$
  select exists (select from planning_round r where r.id = round and r.organisation_id = service)
$$;

alter table planning_round enable row level security;
create policy read on planning_round for select using (acts_for_service(organisation_id) or opened_by = acting_person());
create policy added on planning_round for insert with check (
  runs_planning(organisation_id) and state = 'open' and opened_by = acting_person() and opened_in_role = acting_role());
create policy moved on planning_round for update using (runs_planning(organisation_id)) with check (runs_planning(organisation_id));
grant select, insert on planning_round to alongside_app;
grant update (state) on planning_round to alongside_app;

alter table planning_input enable row level security;
create policy read on planning_input for select using (acts_for_service(organisation_id));
create policy added on planning_input for insert with check (
  runs_planning(organisation_id) and is_planning_round_of(round_id, organisation_id));
grant select, insert on planning_input to alongside_app;

alter table planning_scenario enable row level security;
create policy read on planning_scenario for select using (acts_for_service(organisation_id) or made_by = acting_person());
create policy added on planning_scenario for insert with check (
  runs_planning(organisation_id) and made_by = acting_person() and made_in_role = acting_role()
  and is_planning_round_of(round_id, organisation_id));
grant select, insert on planning_scenario to alongside_app;

alter table planning_proposal enable row level security;
create policy read on planning_proposal for select using (acts_for_service(organisation_id) or asked_by = acting_person());
create policy asked on planning_proposal for insert with check (
  runs_planning(organisation_id) and state = 'waiting' and plan is null and asked_by = acting_person() and asked_in_role = acting_role()
  and exists (select from planning_scenario s where s.id = scenario_id and s.round_id = planning_proposal.round_id
    and s.organisation_id = planning_proposal.organisation_id));
create policy cancelled on planning_proposal for update using (runs_planning(organisation_id)) with check (runs_planning(organisation_id));
grant select, insert on planning_proposal to alongside_app;
grant update (cancel_asked_at) on planning_proposal to alongside_app;

alter table planning_decision enable row level security;
create policy read on planning_decision for select using (
  acts_for_service(organisation_id) or acting_person() in (decided_by, undone_by));
create policy added on planning_decision for insert with check (
  runs_planning(organisation_id) and decided_by = acting_person() and decided_in_role = acting_role() and undone_at is null
  and is_planning_round_of(round_id, organisation_id)
  and (scenario_id is null or exists (
    select from planning_scenario s where s.id = scenario_id and s.round_id = planning_decision.round_id)));
create policy undone on planning_decision for update using (runs_planning(organisation_id) and undone_at is null)
  with check (runs_planning(organisation_id) and undone_by = acting_person() and undone_in_role = acting_role());
grant select, insert on planning_decision to alongside_app;
grant update (undone_at, undone_by, undone_in_role, undone_why) on planning_decision to alongside_app;

-- The queue belongs to the owner; the site may ask for this one task and no other. One key: a task works off all proposals that wait.
create function queue_proposals() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform graphile_worker.add_job('work_off_proposals', job_key => 'proposals', max_attempts => 1);
end $$;

-- The names that stand under what was done in a round, for those of its service; the name alone leaves.
create function author_in_planning(author uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select p.name from person p where p.id = author and (
    exists (select from planning_round r where r.opened_by = author and acts_for_service(r.organisation_id))
    or exists (select from planning_scenario s where s.made_by = author and acts_for_service(s.organisation_id))
    or exists (select from planning_proposal r where r.asked_by = author and acts_for_service(r.organisation_id))
    or exists (select from planning_decision d where author in (d.decided_by, d.undone_by) and acts_for_service(d.organisation_id)))
$$;

-- Clears what planning rounds hold of schools and heads once it is older than `before`, but for what a hold keeps: what they were frozen
-- from, proposals, and the words of decisions. That there was a round, and who decided what kind of thing when, stays.
create function prune_planning(before timestamptz) returns table (records integer, oldest timestamptz, newest timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not acting_for('retention') or before > now() - interval '1 year' then
    raise exception 'planning rounds are cleared by the retention schedule alone' using errcode = 'insufficient_privilege';
  end if;
  return query
    with inputs as (
      delete from planning_input i using planning_round r
      where r.id = i.round_id and r.opened_at < before and not is_held(r.opened_by) returning r.opened_at as at),
    proposals as (
      update planning_proposal set progress = null, solution = null, plan = null
      where asked_at < before and not is_held(asked_by) and coalesce(progress, solution, plan) is not null returning asked_at as at),
    decisions as (
      update planning_decision set value = '{}', reason = 'No longer kept', undone_why = null
      where decided_at < before and not is_held(decided_by) and not coalesce(is_held(undone_by), false)
        and reason <> 'No longer kept' returning decided_at as at),
    gone as (select at from inputs union all select at from proposals union all select at from decisions)
    select count(*)::integer, min(gone.at), max(gone.at) from gone;
end $$;
