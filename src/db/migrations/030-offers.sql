-- From the request for help to the first contact: what was asked, how it was weighed, who is on the short list, what was declared, offers to
-- leaders and releases by their schools, and objections. What somebody said or decided is added and never changed.

create table placement_request (
  placement_id uuid primary key references placement,
  organisation_id uuid not null references organisation,     -- the service
  detail text not null check (length(detail) between 1 and 4000),
  wanted_when text not null check (length(wanted_when) between 1 and 200),
  on_behalf_of text check (length(on_behalf_of) between 1 and 200),   -- null: the school for itself
  contact_name text not null check (length(contact_name) between 1 and 200),
  contact_email text check (length(contact_email) between 3 and 254),
  contact_phone text check (length(contact_phone) between 1 and 40),
  once uuid not null,                -- of the form: sent twice, it makes one record
  made_by uuid not null references person,
  made_at timestamptz not null default clock_timestamp(),
  unique (made_by, once),
  check (contact_email is not null or contact_phone is not null)
);

-- The newest row of a placement counts; a part that is null is not done yet.
create table placement_triage (
  id uuid primary key default gen_random_uuid(),
  placement_id uuid not null references placement,
  organisation_id uuid not null references organisation,
  source text not null check (source in ('service', 'round')),   -- 'round': the approval of a planning round stands for it
  need_words text check (length(need_words) between 1 and 2000),
  cost_words text check (length(cost_words) between 1 and 2000),
  half_days integer check (half_days between 1 and 800),
  pence integer check (pence >= 0),
  risk text check (risk in ('red', 'amber', 'green')),
  next_step text check (length(next_step) between 1 and 2000),
  for_improvement boolean,
  for_improvement_words text check (length(for_improvement_words) between 1 and 2000),
  for_need boolean,
  for_need_words text check (length(for_need_words) between 1 and 2000),
  override_words text check (length(override_words) between 1 and 2000),
  made_by uuid not null references person,
  made_in_role text not null,
  made_at timestamptz not null default clock_timestamp()
);
create index placement_triage_of_placement on placement_triage (placement_id, made_at desc);

-- The short list. `leader_id` is an entry of the service's register; without one the leader comes from the plan, or was entered.
create table placement_candidate (
  id uuid primary key default gen_random_uuid(),
  placement_id uuid not null references placement,
  organisation_id uuid not null references organisation,
  source text not null check (source in ('round', 'register', 'entered')),
  leader_id uuid,
  leader_name text not null check (length(leader_name) between 1 and 200),
  leader_email text check (length(leader_email) between 3 and 254),
  home_urn integer not null,
  reasons text[] not null,
  added_by uuid not null references person,
  added_in_role text not null,
  added_at timestamptz not null default clock_timestamp(),
  removed_at timestamptz,
  removed_by uuid references person,
  removed_words text check (length(removed_words) between 1 and 2000),
  check ((removed_at is null) = (removed_by is null) and (removed_at is null) = (removed_words is null))
);
create index placement_candidate_of_placement on placement_candidate (placement_id, added_at);
create unique index placement_candidate_once on placement_candidate (placement_id, home_urn, coalesce(leader_id::text, leader_name))
  where removed_at is null;

-- What each side of a pair said about interests; the newest of a side counts.
create table placement_declaration (
  id uuid primary key default gen_random_uuid(),
  candidate_id uuid not null references placement_candidate,
  placement_id uuid not null references placement,
  organisation_id uuid not null references organisation,
  side text not null check (side in ('home', 'supported')),
  says text not null check (says in ('no interest', 'interest')),
  kind text check (length(kind) between 1 and 40),
  detail text check (length(detail) between 1 and 2000),
  how text not null check (how in ('telephone', 'letter', 'round')),
  given_by text not null check (length(given_by) between 1 and 200),
  given_on date not null,
  settled_words text check (length(settled_words) between 1 and 2000),   -- what the round decided on it, where it was declared there
  recorded_by uuid not null references person,
  recorded_in_role text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  check ((says = 'interest') = (kind is not null) and (says = 'interest') = (detail is not null)),
  check (settled_words is null or how = 'round')
);
create index placement_declaration_of_candidate on placement_declaration (candidate_id, recorded_at desc);

create table placement_interest_decision (
  id uuid primary key default gen_random_uuid(),
  declaration_id uuid not null references placement_declaration,
  placement_id uuid not null references placement,
  organisation_id uuid not null references organisation,
  outcome text not null check (outcome in ('stands', 'mitigated', 'dropped')),
  words text not null check (length(words) between 1 and 2000),
  decided_by uuid not null references person,
  decided_in_role text not null,
  decided_at timestamptz not null default clock_timestamp()
);
create index placement_interest_decision_of on placement_interest_decision (declaration_id, decided_at desc);

-- An offer to one leader together with the release that is asked of their school. `content` is what it says, in words, as it was sent: it
-- says what the school said it needs, and nothing that the service thinks of it.
create table placement_offer (
  id uuid primary key default gen_random_uuid(),
  placement_id uuid not null references placement,
  organisation_id uuid not null references organisation,
  candidate_id uuid not null references placement_candidate,
  leader_id uuid,
  leader_name text not null check (length(leader_name) between 1 and 200),
  leader_email text not null check (length(leader_email) between 3 and 254),
  leader_person_id uuid references person,     -- where the address is of somebody at the home school
  home_urn integer not null,
  release_by text not null check (release_by in ('home head', 'home board')),
  release_email text not null check (length(release_email) between 3 and 254),
  content jsonb not null,
  -- The terms as they stand; a counter-offer that is accepted changes them and counts `terms` up, so that whoever said yes to others is asked again.
  half_days integer not null check (half_days between 1 and 800),
  starts_on date not null,
  ends_on date not null,
  terms integer not null default 1,
  answer_by date not null,                     -- the last day; moved once by each side that asks for more days
  reminded_on date,
  made_by uuid not null references person,
  made_in_role text not null,
  made_at timestamptz not null default clock_timestamp(),
  leader_opened_at timestamptz,
  release_opened_at timestamptz,
  settled_at timestamptz,
  ended_at timestamptz,
  ended_how text check (ended_how in ('declined', 'not released', 'refused', 'expired', 'taken back', 'withdrew', 'release withdrawn', 'objection', 'placement over')),
  ended_words text check (length(ended_words) between 1 and 2000),
  check (ends_on >= starts_on),
  check ((ended_at is null) = (ended_how is null))
);
create index placement_offer_of_placement on placement_offer (placement_id, made_at desc);
create index placement_offer_of_home on placement_offer (home_urn, made_at desc);
create index placement_offer_of_leader on placement_offer (leader_person_id);
create index placement_offer_due on placement_offer (answer_by) where ended_at is null and settled_at is null;
create unique index placement_offer_once on placement_offer (placement_id) where ended_at is null;

create table placement_offer_answer (
  id uuid primary key default gen_random_uuid(),
  offer_id uuid not null references placement_offer,
  placement_id uuid not null references placement,
  organisation_id uuid not null references organisation,
  side text not null check (side in ('leader', 'release')),
  answer text not null check (answer in ('accept', 'conditions', 'counter', 'decline', 'undecided')),
  terms integer not null,                      -- of the offer, on which it was given
  reason text check (length(reason) between 1 and 60),      -- code of the policy, of a decline
  words text check (length(words) between 1 and 2000),
  half_days integer check (half_days between 1 and 800),
  starts_on date,
  ends_on date,
  more_days integer check (more_days between 1 and 60),
  by_person uuid references person,            -- null: by the private link
  by_role text,
  at timestamptz not null default clock_timestamp(),
  check (answer <> 'conditions' or words is not null),
  check ((answer = 'counter') = (half_days is not null) and (answer = 'counter') = (starts_on is not null) and (answer = 'counter') = (ends_on is not null)),
  check ((answer = 'decline') = (reason is not null)),
  check ((answer = 'undecided') = (more_days is not null))
);
create index placement_offer_answer_of_offer on placement_offer_answer (offer_id, at);

-- What the service says to conditions or a counter-offer.
create table placement_offer_reply (
  answer_id uuid primary key references placement_offer_answer,
  offer_id uuid not null references placement_offer,
  placement_id uuid not null references placement,
  organisation_id uuid not null references organisation,
  accepted boolean not null,
  words text check (length(words) between 1 and 2000),
  made_by uuid not null references person,
  made_in_role text not null,
  at timestamptz not null default clock_timestamp()
);
create index placement_offer_reply_of_offer on placement_offer_reply (offer_id);

-- What the head of the supported school has against the leader, and what the service says to it.
create table placement_objection (
  id uuid primary key default gen_random_uuid(),
  placement_id uuid not null references placement,
  organisation_id uuid not null references organisation,
  offer_id uuid references placement_offer,    -- put in by the database: the supported school reads no offers
  words text not null check (length(words) between 1 and 2000),
  made_by uuid not null references person,
  made_in_role text not null,
  made_at timestamptz not null default clock_timestamp(),
  outcome text check (outcome in ('leader stays', 'leader goes', 'taken back')),
  outcome_words text check (length(outcome_words) between 1 and 2000),
  answered_by uuid references person,
  answered_at timestamptz,
  check ((outcome is null) = (outcome_words is null) and (outcome is null) = (answered_at is null) and (outcome is not null or answered_by is null))
);
create unique index placement_objection_once on placement_objection (placement_id) where outcome is null;

create function name_offer_objected_to() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select o.id into new.offer_id from placement_offer o where o.placement_id = new.placement_id and o.ended_at is null;
  return new;
end $$;
create trigger placement_objection_named before insert on placement_objection for each row execute function name_offer_objected_to();
-- Whether an objection is unanswered, for every party: the leader who would get in touch does not read it.
create function has_open_objection(placement uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from placement_objection o where o.placement_id = has_open_objection.placement and o.outcome is null)
$$;

create function keep_said_in_offer() returns trigger language plpgsql as $$
begin
  raise exception 'what was said or decided is added and never changed' using errcode = 'insufficient_privilege';
end $$;
create trigger kept before update on placement_request for each row execute function keep_said_in_offer();
create trigger kept before update on placement_triage for each row execute function keep_said_in_offer();
create trigger kept before update on placement_declaration for each row execute function keep_said_in_offer();
create trigger kept before update on placement_interest_decision for each row execute function keep_said_in_offer();
create trigger kept before update on placement_offer_answer for each row execute function keep_said_in_offer();
create trigger kept before update on placement_offer_reply for each row execute function keep_said_in_offer();

-- Which side of an offer whoever acts is: by a private link, as the leader, or for the school that releases. As owner, because policies ask it.
create function side_in_offer(offer uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when o.id = link_subject('offer') then 'leader'
    when o.id = link_subject('release') then 'release'
    when o.home_urn <> coalesce(acting_urn(), 0) then null
    when o.leader_person_id = acting_person() and acting_kind() = 'school' then 'leader'
    when acting_for_school() and acting_kind() = case o.release_by when 'home head' then 'school' else 'governing board' end then 'release'
  end
  from placement_offer o where o.id = offer
$$;
-- The placement whose open offer is answered in this transaction: by the private link that was presented, or by the offer that the answer of
-- somebody signed in names (`alongside.offer`). It opens the placement for the answer and no longer.
create function placement_being_answered() returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select o.placement_id from placement_offer o
  where o.id = coalesce(link_subject('offer'), link_subject('release'), nullif(current_setting('alongside.offer', true), '')::uuid)
    and o.ended_at is null and side_in_offer(o.id) is not null
$$;

-- How both sides of an offer answered, without their words: what decides whether it is complete.
create function offer_answers(offer uuid) returns table (answer_id uuid, side text, answer text, terms integer, accepted boolean, at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.side, a.answer, a.terms, r.accepted, a.at
  from placement_offer_answer a join placement_offer o on o.id = a.offer_id left join placement_offer_reply r on r.answer_id = a.id
  where a.offer_id = offer_answers.offer
    and ((o.organisation_id = acting_organisation() and acting_serves()) or side_in_offer(o.id) is not null or acting_for('reminder'))
  order by a.at
$$;

-- An offer finds the person behind the address, and never asks a head to release themself.
create function complete_offer() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select w.id into new.leader_person_id
  from person w join membership m on m.person_id = w.id and m.ended_at is null and m.role in ('headteacher', 'system leader')
    join organisation o on o.id = m.organisation_id and o.kind = 'school' and o.urn = new.home_urn and o.closed_at is null
  where w.erased_at is null and (w.email = lower(new.leader_email)
    or w.id = (select l.person_id from system_leader l where l.id = new.leader_id and l.organisation_id = new.organisation_id))
  limit 1;
  if new.release_by = 'home head' and exists (
    select from membership m join organisation o on o.id = m.organisation_id
    where m.person_id = new.leader_person_id and m.ended_at is null and m.role = 'headteacher' and o.kind = 'school' and o.urn = new.home_urn) then
    raise exception 'nobody releases themself: the board of the home school releases its head' using errcode = 'check_violation';
  end if;
  return new;
end $$;
-- Whether a leader heads their home school, so that its board releases them: asked before an offer is made.
create function heads_home_school(home_urn integer, address text) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select acting_brokers() and exists (
    select from person w join membership m on m.person_id = w.id and m.ended_at is null and m.role = 'headteacher'
      join organisation o on o.id = m.organisation_id and o.kind = 'school' and o.closed_at is null
    where o.urn = heads_home_school.home_urn and w.email = lower(address) and w.erased_at is null)
$$;
create trigger placement_offer_completed before insert on placement_offer for each row execute function complete_offer();

-- What ends a search for a leader ends its offer and gives back the days that were promised; and whoever takes a placement
-- up again looks for a leader anew.
create function let_go_of_leader() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.state in ('declined', 'withdrawn') then
    update placement_offer set ended_at = clock_timestamp(), ended_how = 'placement over' where placement_id = new.id and ended_at is null;
  end if;
  -- Whom somebody objected to no longer takes part.
  update placement_objection set outcome = 'leader goes', outcome_words = 'The leader no longer takes part.', answered_by = acting_person(),
    answered_at = clock_timestamp() where placement_id = new.id and outcome is null;
  if new.state in ('to match', 'declined', 'withdrawn') then
    insert into leader_days (leader_id, organisation_id, school_year, term, kind, half_days, placement_id, noted_by, noted_in_role)
    select d.leader_id, d.organisation_id, d.school_year, d.term, 'given back',
      sum(case d.kind when 'promised' then d.half_days when 'given back' then -d.half_days else 0 end), new.id, acting_person(), acting_role()
    from leader_days d where d.placement_id = new.id
    group by d.leader_id, d.organisation_id, d.school_year, d.term
    having sum(case d.kind when 'promised' then d.half_days when 'given back' then -d.half_days else 0 end) > 0;
  end if;
  return null;
end $$;
create trigger placement_lets_go after update of state on placement for each row
  when (old.state <> new.state and new.state in ('to match', 'declined', 'withdrawn')) execute function let_go_of_leader();
create function take_up_without_leader() returns trigger language plpgsql as $$
begin
  new.home_urn := null;
  new.leader_name := null;
  new.leader_id := null;
  new.leader_person_id := null;
  new.due_on := null;
  return new;
end $$;
create trigger placement_taken_up before update of state on placement for each row
  when (old.state in ('declined', 'withdrawn') and new.state = 'triage') execute function take_up_without_leader();

-- The head of the supported school takes part from the beginning, where they are known.
create function find_supported_head() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.supported_head_id is null then
    select m.person_id into new.supported_head_id
    from membership m join organisation o on o.id = m.organisation_id join person w on w.id = m.person_id
    where o.kind = 'school' and o.urn = new.supported_urn and o.closed_at is null and m.role = 'headteacher' and m.ended_at is null
      and w.erased_at is null
    order by m.started_at desc limit 1;
  end if;
  return new;
end $$;
create trigger placement_head_found before insert on placement for each row execute function find_supported_head();

-- The next reference of a service: "2026-014". Whoever asks first keeps the others waiting until their request is made.
create function next_placement_reference(service uuid, school_year integer) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  number integer;
begin
  if not ((service = acting_organisation() and acting_brokers())
    or (acting_for_school() and exists (select from services_of_school(acting_urn()) s where s.id = service))) then
    raise exception 'not theirs to number' using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(hashtext('placement_reference'), hashtext(service::text));
  select coalesce(max(split_part(p.reference, '-', 2)::integer), 0) + 1 into number from placement p
  where p.organisation_id = service and p.reference ~ ('^' || school_year || '-[0-9]{3,8}$');
  return school_year || '-' || case when number < 1000 then lpad(number::text, 3, '0') else number::text end;
end $$;

-- To whom of the service a letter about a placement goes: its broker, or until it has one those who could be. For the service, the school
-- that asks for help, whoever answers an offer, and the house.
create function service_addresses(placement uuid) returns table (person_id uuid, email text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct w.id, w.email from placement p
    join membership m on m.organisation_id = p.organisation_id and m.ended_at is null and m.role in ('service lead', 'broker')
    join person w on w.id = m.person_id and w.email is not null and w.erased_at is null and w.restricted_at is null
  where p.id = service_addresses.placement and (p.assigned_to is null or w.id = p.assigned_to)
    and ((p.organisation_id = acting_organisation() and acting_serves())
      or (acting_urn() in (p.supported_urn, p.home_urn) and (acting_for_school() or p.leader_person_id = acting_person()))
      or p.id = placement_being_answered() or acting_for('reminder'))
$$;
-- Whom of the home school an offer concerns: the leader, and whoever releases them.
create function offer_addresses(offer uuid) returns table (side text, person_id uuid, email text)
language sql stable security definer set search_path = public, pg_temp as $$
  with o as (
    select x.* from placement_offer x where x.id = offer_addresses.offer
      and ((x.organisation_id = acting_organisation() and acting_serves()) or side_in_offer(x.id) is not null or acting_for('reminder')))
  select 'leader', o.leader_person_id, o.leader_email from o
  union
  select 'release', w.id, coalesce(w.email, o.release_email) from o left join lateral (
    select distinct w.id, w.email from membership m join organisation g on g.id = m.organisation_id join person w on w.id = m.person_id
    where g.urn = o.home_urn and g.closed_at is null and m.ended_at is null and w.erased_at is null and w.email = lower(o.release_email)
      and ((o.release_by = 'home head' and g.kind = 'school' and m.role = 'headteacher')
        or (o.release_by = 'home board' and g.kind = 'governing board' and m.role = 'governor or trustee'))) w on true
$$;
-- Offers whose last day is over, or on which a reminder is due: for the job of the house.
create function offers_waiting(today date, days_before integer[]) returns table (offer_id uuid, placement_id uuid, organisation_id uuid, expired boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.id, o.placement_id, o.organisation_id, o.answer_by < today from placement_offer o join placement p on p.id = o.placement_id
  where acting_for('reminder') and o.ended_at is null and o.settled_at is null and p.state = 'offered'
    and (o.answer_by < today or ((o.answer_by - today) = any (days_before) and o.reminded_on is distinct from today))
$$;

-- The names under what was done on the way to an offer, for the service; the name alone leaves.
create function author_in_offers(placement uuid, author uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select w.name from person w join placement p on p.id = author_in_offers.placement
  where w.id = author and p.organisation_id = acting_organisation() and acting_serves()
$$;

alter table placement_request enable row level security;
create policy read on placement_request for select using (
  (organisation_id = acting_organisation() and (select acting_serves()))
  or exists (select from placement p where p.id = placement_id and p.supported_urn = (select acting_urn()) and (select acting_for_school()))
  or made_by = acting_person());
create policy made on placement_request for insert with check (made_by = acting_person()
  and exists (select from placement p where p.id = placement_id and p.organisation_id = placement_request.organisation_id
    and p.made_by = acting_person()));
grant select, insert on placement_request to alongside_app;

alter table placement_triage enable row level security;
create policy read on placement_triage for select using (
  (organisation_id = acting_organisation() and (select acting_serves())) or made_by = acting_person());
create policy added on placement_triage for insert with check (
  organisation_id = acting_organisation() and (select acting_brokers()) and made_by = acting_person() and made_in_role = acting_role()
  and placement_is_live(placement_id)
  and exists (select from placement p where p.id = placement_id and p.organisation_id = placement_triage.organisation_id
    and (source = 'service' or p.approved_pair_id is not null)));
grant select, insert on placement_triage to alongside_app;
comment on table placement_triage is 'What the service thinks of a request: for the service alone';

alter table placement_candidate enable row level security;
create policy read on placement_candidate for select using (
  (organisation_id = acting_organisation() and (select acting_serves())) or acting_person() in (added_by, removed_by));
create policy added on placement_candidate for insert with check (
  organisation_id = acting_organisation() and (select acting_brokers()) and added_by = acting_person() and added_in_role = acting_role()
  and removed_at is null and placement_is_live(placement_id)
  and exists (select from placement p where p.id = placement_id and p.organisation_id = placement_candidate.organisation_id
    and p.supported_urn <> placement_candidate.home_urn)
  and (leader_id is null or exists (select from system_leader l where l.id = leader_id
    and l.organisation_id = placement_candidate.organisation_id and l.home_urn = placement_candidate.home_urn)));
create policy removed on placement_candidate for update
  using (organisation_id = acting_organisation() and (select acting_brokers()) and removed_at is null)
  with check (organisation_id = acting_organisation() and removed_by = acting_person() and placement_is_live(placement_id));
grant select, insert on placement_candidate to alongside_app;
grant update (removed_at, removed_by, removed_words) on placement_candidate to alongside_app;

alter table placement_declaration enable row level security;
create policy read on placement_declaration for select using (
  (organisation_id = acting_organisation() and (select acting_serves())) or recorded_by = acting_person());
create policy added on placement_declaration for insert with check (
  organisation_id = acting_organisation() and (select acting_brokers()) and recorded_by = acting_person() and recorded_in_role = acting_role()
  and placement_is_live(placement_id)
  and exists (select from placement_candidate k where k.id = candidate_id and k.placement_id = placement_declaration.placement_id
    and k.organisation_id = placement_declaration.organisation_id and k.removed_at is null and (how <> 'round' or k.source = 'round')));
grant select, insert on placement_declaration to alongside_app;

-- Decided by somebody who neither put the leader on the list nor wrote the declaration down, and has no stake in either school.
create function independent_of_pair(declaration uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from placement_declaration d join placement_candidate k on k.id = d.candidate_id join placement p on p.id = d.placement_id
    where d.id = declaration and acting_person() not in (k.added_by, d.recorded_by)
      and not has_stake_in(k.home_urn, p.organisation_id) and not has_stake_in(p.supported_urn, p.organisation_id))
$$;
alter table placement_interest_decision enable row level security;
create policy read on placement_interest_decision for select using (
  (organisation_id = acting_organisation() and (select acting_serves())) or decided_by = acting_person());
create policy added on placement_interest_decision for insert with check (
  organisation_id = acting_organisation() and (select acting_serves()) and acting_role() <> 'finance officer'
  and decided_by = acting_person() and decided_in_role = acting_role() and independent_of_pair(declaration_id)
  and placement_is_live(placement_id)
  and exists (select from placement_declaration d where d.id = declaration_id and d.placement_id = placement_interest_decision.placement_id
    and d.organisation_id = placement_interest_decision.organisation_id and d.says = 'interest'));
grant select, insert on placement_interest_decision to alongside_app;

alter table placement_offer enable row level security;
create policy read on placement_offer for select using (
  (organisation_id = acting_organisation() and (select acting_serves()))
  or id = (select link_subject('offer')) or id = (select link_subject('release'))
  or acting_person() in (leader_person_id, made_by)
  or (home_urn = (select acting_urn()) and (select acting_for_school())
    and release_by = (select case acting_kind() when 'school' then 'home head' else 'home board' end))
  or (select acting_for('reminder')));
create policy made on placement_offer for insert with check (
  organisation_id = acting_organisation() and (select acting_brokers()) and made_by = acting_person() and made_in_role = acting_role()
  and ended_at is null and settled_at is null and placement_is_live(placement_id)
  and exists (select from placement_candidate k where k.id = candidate_id and k.placement_id = placement_offer.placement_id
    and k.organisation_id = placement_offer.organisation_id and k.home_urn = placement_offer.home_urn and k.removed_at is null));
create policy changed on placement_offer for update using (
  (organisation_id = acting_organisation() and (select acting_brokers()))
  or id = (select link_subject('offer')) or id = (select link_subject('release'))
  or (home_urn = (select acting_urn()) and leader_person_id = acting_person() and (select acting_kind()) = 'school')
  or (home_urn = (select acting_urn()) and (select acting_for_school()))
  or (select acting_for('reminder')));
grant select, insert on placement_offer to alongside_app;
grant update (half_days, starts_on, ends_on, terms, answer_by, reminded_on, leader_opened_at, release_opened_at, settled_at, ended_at, ended_how, ended_words)
  on placement_offer to alongside_app;
-- What was answered in full, or is over, is answered by its links no more. As owner: nobody reads links.
create function close_links_of_offer() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update private_link set ended_at = now() where kind in ('offer', 'release') and subject_id = new.id and ended_at is null;
  return null;
end $$;
create trigger placement_offer_closes after update on placement_offer for each row
  when (new.ended_at is not null or new.settled_at is not null) execute function close_links_of_offer();
-- What is over stays as it ended.
create function keep_ended_offer() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null then
    raise exception 'an offer that ended stays as it ended' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger placement_offer_kept before update on placement_offer for each row execute function keep_ended_offer();

alter table placement_offer_answer enable row level security;
create policy read on placement_offer_answer for select using (
  (organisation_id = acting_organisation() and (select acting_serves())) or side = side_in_offer(offer_id) or by_person = acting_person());
create policy given on placement_offer_answer for insert with check (
  side = side_in_offer(offer_id) and placement_id = (select placement_being_answered())
  and by_person is not distinct from acting_person() and by_role is not distinct from acting_role()
  and exists (select from placement_offer o where o.id = offer_id and o.placement_id = placement_offer_answer.placement_id
    and o.organisation_id = placement_offer_answer.organisation_id and o.terms = placement_offer_answer.terms
    and o.ended_at is null and o.settled_at is null));
grant select, insert on placement_offer_answer to alongside_app;

alter table placement_offer_reply enable row level security;
create policy read on placement_offer_reply for select using (
  (organisation_id = acting_organisation() and (select acting_serves()))
  or exists (select from placement_offer_answer a where a.id = answer_id) or made_by = acting_person());
create policy given on placement_offer_reply for insert with check (
  organisation_id = acting_organisation() and (select acting_brokers()) and made_by = acting_person() and made_in_role = acting_role()
  and exists (select from placement_offer_answer a where a.id = answer_id and a.offer_id = placement_offer_reply.offer_id
    and a.placement_id = placement_offer_reply.placement_id and a.organisation_id = placement_offer_reply.organisation_id
    and a.answer in ('conditions', 'counter')));
grant select, insert on placement_offer_reply to alongside_app;

alter table placement_objection enable row level security;
create policy read on placement_objection for select using (
  (organisation_id = acting_organisation() and (select acting_serves()))
  or exists (select from placement p where p.id = placement_id and p.supported_urn = (select acting_urn()) and (select acting_for_school()))
  or acting_person() in (made_by, answered_by));
create policy made on placement_objection for insert with check (
  made_by = acting_person() and made_in_role = acting_role() and outcome is null and acting_kind() = 'school' and acting_role() = 'headteacher'
  and exists (select from placement p where p.id = placement_id and p.organisation_id = placement_objection.organisation_id
    and p.supported_urn = (select acting_urn()) and p.state = 'accepted'));
create policy answered on placement_objection for update using (outcome is null
  and ((organisation_id = acting_organisation() and (select acting_brokers())) or made_by = acting_person()))
  with check (answered_by = acting_person());
grant select, insert on placement_objection to alongside_app;
grant update (outcome, outcome_words, answered_by, answered_at) on placement_objection to alongside_app;

-- An answer opens the placement for itself, and the house for what falls due; both read of the history what they just wrote.
create policy answered on placement for select using (id = (select placement_being_answered()));
create policy answered_changed on placement for update using (id = (select placement_being_answered()));
create policy house_read on placement for select using ((select acting_for('reminder')));
create policy house_moved on placement for update using ((select acting_for('reminder')));
create policy just_written on placement_event for select using (
  at >= now() and ((select acting_for('reminder')) or placement_id = (select placement_being_answered())));
create policy house_makes on private_link for insert with check ((select acting_for('reminder')));
-- Letters about a placement are its service's, whoever of those who take part causes them.
create policy of_offers on mail_message for insert with check (
  organisation_id in (select p.organisation_id from placement p where p.organisation_id = mail_message.organisation_id));
-- Days that an answer promises; and the parties read those of their own placement.
create policy promised on leader_days for insert with check (kind = 'promised' and placement_id = (select placement_being_answered())
  and noted_by is not distinct from acting_person() and noted_in_role is not distinct from acting_role());
create policy of_placement on leader_days for select using (
  placement_id is not null and exists (select from placement p where p.id = placement_id));
