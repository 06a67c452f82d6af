-- Rounds in which a service designates system leaders, and reviews of designations: applications, references by private link, the check of
-- what is published, a panel with interests and scores, outcome, appeal. Rows are added and never changed, but for the answers of a
-- draft and the ends of a reference and of a part in a panel. Where an application is, its newest move says.

create table designation_round (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,   -- the service that designates
  role text not null check (length(role) between 1 and 60),
  rule_set text not null check (length(rule_set) between 1 and 200),   -- the policy files of the day on which it was opened
  process text not null check (length(process) between 1 and 200),
  opens_on date not null,
  closes_on date not null,           -- last day on which an application can be submitted
  panel_on date not null,
  words text check (length(words) between 1 and 2000),
  opened_by uuid not null references person,
  opened_in_role text not null,
  opened_at timestamptz not null default clock_timestamp(),
  unique (id, organisation_id),
  check (opens_on <= closes_on and closes_on <= panel_on)
);
create unique index designation_round_once on designation_round (organisation_id, role, opens_on);

create table designation_panel (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null references person,
  part text not null check (part in ('chair', 'member', 'appeal')),
  named_by uuid not null references person,
  named_in_role text not null,
  named_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  ended_by uuid references person,
  foreign key (round_id, organisation_id) references designation_round (id, organisation_id),
  check ((ended_at is null) = (ended_by is null))
);
create unique index designation_panel_once on designation_panel (round_id, person_id) where ended_at is null;
create unique index designation_panel_one_chair on designation_panel (round_id) where ended_at is null and part = 'chair';

create table designation_application (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null,
  organisation_id uuid not null,     -- the service that designates
  school_id uuid not null references organisation,   -- the home school, for which the applicant acts
  urn integer not null,
  applicant_id uuid not null references person,
  applicant_name text not null check (length(applicant_name) between 1 and 200),
  applicant_email text not null,
  answers jsonb not null default '{}',
  began_at timestamptz not null default clock_timestamp(),
  saved_at timestamptz not null default clock_timestamp(),
  unique (id, organisation_id),
  unique (round_id, applicant_id),
  foreign key (round_id, organisation_id) references designation_round (id, organisation_id)
);
create index designation_application_of_school on designation_application (urn);
create index designation_application_of_service on designation_application (organisation_id, began_at);

-- Which ways there are from state to state, and whose part each is. src/leaders/rules/designation/states.ts says the same; a test compares.
create table designation_transition (
  from_state text not null,
  to_state text not null,
  part text not null,
  primary key (from_state, to_state, part)
);
insert into designation_transition (from_state, to_state, part) values
  ('draft', 'submitted', 'applicant'),
  ('draft', 'withdrawn', 'applicant'),
  ('submitted', 'awaiting reference', 'house'),
  ('submitted', 'withdrawn', 'applicant'),
  ('awaiting reference', 'eligibility check', 'house'),
  ('awaiting reference', 'eligibility check', 'service'),
  ('awaiting reference', 'withdrawn', 'applicant'),
  ('eligibility check', 'panel', 'service'),
  ('eligibility check', 'declined', 'service'),
  ('eligibility check', 'withdrawn', 'applicant'),
  ('panel', 'designated', 'panel chair'),
  ('panel', 'deferred', 'panel chair'),
  ('panel', 'declined', 'panel chair'),
  ('panel', 'withdrawn', 'applicant'),
  ('deferred', 'panel', 'service'),
  ('deferred', 'withdrawn', 'applicant'),
  ('declined', 'appeal', 'applicant'),
  ('declined', 'appeal', 'accountable officer'),
  ('appeal', 'designated', 'appeal hearer'),
  ('appeal', 'declined', 'appeal hearer'),
  ('appeal', 'withdrawn', 'applicant');
grant select on designation_transition to alongside_app;

create table designation_move (
  id uuid primary key default gen_random_uuid(),
  application_id uuid not null,
  organisation_id uuid not null,
  number integer not null check (number > 0),   -- counts the moves of the application: two at once are one
  from_state text not null,
  to_state text not null,
  part text not null,
  words text check (length(words) between 1 and 4000),
  until_on date,                     -- of a decision that is deferred
  made_by uuid references person,    -- null: followed from a referee's answer
  made_in_role text,
  made_at timestamptz not null default clock_timestamp(),
  unique (application_id, number),
  foreign key (application_id, organisation_id) references designation_application (id, organisation_id),
  foreign key (from_state, to_state, part) references designation_transition,
  check ((until_on is not null) = (to_state = 'deferred'))
);

create table designation_reference (
  id uuid primary key default gen_random_uuid(),
  application_id uuid not null,
  organisation_id uuid not null,
  referee text not null check (referee in ('board', 'head', 'professional')),
  name text not null check (length(name) between 1 and 200),
  position text not null check (length(position) between 1 and 200),
  email text not null check (email = lower(email) and length(email) between 3 and 254),
  due_on date not null,
  asked_by uuid not null references person,
  asked_at timestamptz not null default clock_timestamp(),
  reminded_at timestamptz,
  ended_at timestamptz,              -- another was asked instead
  unique (id, application_id, organisation_id),
  foreign key (application_id, organisation_id) references designation_application (id, organisation_id)
);
create index designation_reference_of_application on designation_reference (application_id);
create unique index designation_reference_once on designation_reference (application_id, referee) where ended_at is null;

create table designation_reference_answer (
  id uuid primary key default gen_random_uuid(),
  reference_id uuid not null unique,
  application_id uuid not null,
  organisation_id uuid not null,
  supports boolean not null,
  words text not null check (length(words) between 1 and 4000),
  answers jsonb not null,
  answered_at timestamptz not null default clock_timestamp(),
  foreign key (reference_id, application_id, organisation_id) references designation_reference (id, application_id, organisation_id)
);

-- What published data says of each rule, as it was on a day; the newest counts.
create table designation_check (
  id uuid primary key default gen_random_uuid(),
  application_id uuid not null,
  organisation_id uuid not null,
  checks jsonb not null,
  made_by uuid not null references person,
  made_at timestamptz not null default clock_timestamp(),
  foreign key (application_id, organisation_id) references designation_application (id, organisation_id)
);
create index designation_check_of_application on designation_check (application_id, made_at);
-- What a person decided on a rule that published data does not settle, or in spite of it; the newest counts.
create table designation_check_decision (
  id uuid primary key default gen_random_uuid(),
  application_id uuid not null,
  organisation_id uuid not null,
  rule text not null check (length(rule) between 1 and 40),
  verdict text not null check (verdict in ('met', 'not met', 'exceptional')),
  reason text not null check (length(reason) between 1 and 2000),
  decided_by uuid not null references person,
  decided_in_role text not null,
  decided_at timestamptz not null default clock_timestamp(),
  foreign key (application_id, organisation_id) references designation_application (id, organisation_id)
);
create index designation_check_decision_of_application on designation_check_decision (application_id, decided_at);

-- Whether somebody of the service has an interest in an applicant; the newest of each counts.
create table designation_interest (
  id uuid primary key default gen_random_uuid(),
  application_id uuid not null,
  organisation_id uuid not null,
  has_interest boolean not null,
  words text check (length(words) between 1 and 2000),
  made_by uuid not null references person,
  made_in_role text not null,
  made_at timestamptz not null default clock_timestamp(),
  foreign key (application_id, organisation_id) references designation_application (id, organisation_id),
  check (has_interest = (words is not null))
);
create index designation_interest_of_application on designation_interest (application_id, made_by, made_at);

create table designation_score (
  id uuid primary key default gen_random_uuid(),
  application_id uuid not null,
  organisation_id uuid not null,
  scores jsonb not null,             -- by criterion: the score and words
  made_by uuid not null references person,
  made_in_role text not null,
  made_at timestamptz not null default clock_timestamp(),
  foreign key (application_id, organisation_id) references designation_application (id, organisation_id)
);
create index designation_score_of_application on designation_score (application_id, made_by, made_at);

-- A reason to look at a designation again. `key` names the reason, so that it is raised once.
create table designation_review (
  id uuid primary key default gen_random_uuid(),
  designation_id uuid not null references leader_designation,
  leader_id uuid not null,
  organisation_id uuid not null,
  grounds text not null check (grounds in ('set time', 'inspection', 'head moved', 'conduct', 'delivery')),
  key text not null check (length(key) between 1 and 100),
  evidence text not null check (length(evidence) between 1 and 4000),
  source jsonb,                      -- the row that published it
  due_on date not null,
  raised_by uuid references person,  -- null: the house, from published data or a date
  raised_at timestamptz not null default clock_timestamp(),
  unique (leader_id, key),
  unique (id, leader_id, organisation_id),
  foreign key (leader_id, organisation_id) references system_leader (id, organisation_id)
);
create index designation_review_of_service on designation_review (organisation_id, due_on);
create table designation_review_step (
  id uuid primary key default gen_random_uuid(),
  review_id uuid not null,
  leader_id uuid not null,
  organisation_id uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('evidence', 'moved', 'decided', 'appealed', 'appeal decided')),
  outcome text check (outcome in ('keeps', 'keeps with conditions', 'ends')),
  words text not null check (length(words) between 1 and 4000),
  moved_urn integer,
  moved_on date,
  due_on date,
  made_by uuid not null references person,
  made_in_role text,
  made_at timestamptz not null default clock_timestamp(),
  unique (review_id, number),
  foreign key (review_id, leader_id, organisation_id) references designation_review (id, leader_id, organisation_id),
  check ((outcome is not null) = (kind in ('decided', 'appeal decided'))),
  check ((moved_urn is not null and moved_on is not null and due_on is not null) = (kind = 'moved'))
);

create function london_day() returns date language sql stable as $$ select (now() at time zone 'Europe/London')::date $$;
-- Those of a service who sit on panels; those who run rounds are `keeps_register` of migration 027.
create function judges_designation(service uuid) returns boolean language sql stable as $$
  select service = acting_organisation() and acting_kind() in ('local authority', 'trust', 'hub')
    and acting_role() in ('service lead', 'broker', 'adviser')
$$;
-- These ask tables whose own policies ask them, so they run as owner.
create function designation_state(application uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select m.to_state from designation_move m where m.application_id = application order by m.number desc limit 1), 'draft')
$$;
create function designation_was(application uuid, state text) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from designation_move m where m.application_id = application and m.to_state = state)
$$;
-- Whether whoever acts has an interest in an applicant: is the applicant, declared one, or has a role at the home school.
create function conflicts_in_designation(application uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from designation_application a where a.id = application
      and (a.applicant_id = acting_person() or has_stake_in(a.urn, a.organisation_id)))
    or coalesce((select i.has_interest from designation_interest i where i.application_id = application and i.made_by = acting_person()
      order by i.made_at desc limit 1), false)
$$;
create function declared_no_interest(application uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select not conflicts_in_designation(application) and coalesce((select not i.has_interest from designation_interest i
    where i.application_id = application and i.made_by = acting_person() order by i.made_at desc limit 1), false)
$$;
create function applies_for_designation(application uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from designation_application a where a.id = application and a.applicant_id = acting_person())
$$;
create function designation_seat(application uuid, seat text) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from designation_application a join designation_panel p on p.round_id = a.round_id
    where a.id = application and p.person_id = acting_person() and p.ended_at is null and p.part = seat)
$$;
-- Whether the person ever sat on the panel of the round, or scored in it: they hear no appeal.
create function sat_on_designation(round uuid, person uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from designation_panel p where p.round_id = round and p.person_id = person and p.part in ('chair', 'member'))
    or exists (select from designation_score s join designation_application a on a.id = s.application_id
      where a.round_id = round and s.made_by = person)
$$;
create function plays_in_designation(application uuid, part text) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from designation_application a where a.id = application and case part
    when 'applicant' then a.applicant_id = acting_person()
    when 'accountable officer' then a.applicant_id <> acting_person() and acting_covers(a.urn) and (
      (acting_kind() = 'governing board' and acting_role() = 'governor or trustee')
      or (acting_kind() = 'trust' and acting_role() = 'service lead' and acting_organisation() <> a.organisation_id))
    when 'service' then keeps_register(a.organisation_id) and not conflicts_in_designation(a.id)
    when 'panel chair' then keeps_register(a.organisation_id) and designation_seat(a.id, 'chair') and not conflicts_in_designation(a.id)
    when 'appeal hearer' then keeps_register(a.organisation_id) and designation_seat(a.id, 'appeal')
      and not sat_on_designation(a.round_id, acting_person()) and not conflicts_in_designation(a.id)
    when 'house' then a.applicant_id = acting_person()
      or exists (select from designation_reference r where r.id = link_subject('reference') and r.application_id = a.id)
    else false end)
$$;
-- The panel of an application: who sits, whether they declared, and whether they have scored since it last came to the panel.
create function designation_sitting(application uuid) returns table (person_id uuid, name text, part text, declared text, scored boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.person_id, person.name, p.part,
    case (select i.has_interest from designation_interest i where i.application_id = a.id and i.made_by = p.person_id order by i.made_at desc limit 1)
      when true then 'interest' when false then 'no interest' end,
    exists (select from designation_score s where s.application_id = a.id and s.made_by = p.person_id
      and s.made_at > coalesce((select max(m.made_at) from designation_move m where m.application_id = a.id and m.to_state = 'panel'), 'infinity'))
  from designation_application a join designation_panel p on p.round_id = a.round_id join person on person.id = p.person_id
  where a.id = application and p.ended_at is null and p.part in ('chair', 'member') and judges_designation(a.organisation_id)
  order by p.part, person.name
$$;
-- Whether every member without an interest has scored, and one at least.
create function designation_scored(application uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(bool_and(s.scored), false) from designation_sitting(application) s where s.declared is distinct from 'interest'
$$;
create function designation_round_open(round uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from designation_round r where r.id = round and london_day() between r.opens_on and r.closes_on)
$$;

alter table designation_round enable row level security;
create policy read on designation_round for select using (
  judges_designation(organisation_id) or opened_by = acting_person()
  or exists (select from designation_application a where a.round_id = designation_round.id));
create policy added on designation_round for insert with check (
  keeps_register(organisation_id) and acting_role() = 'service lead' and opened_by = acting_person() and opened_in_role = acting_role());
grant select, insert on designation_round to alongside_app;

alter table designation_panel enable row level security;
create policy read on designation_panel for select using (
  judges_designation(organisation_id) or acting_person() in (person_id, named_by, ended_by));
create policy added on designation_panel for insert with check (
  keeps_register(organisation_id) and named_by = acting_person() and named_in_role = acting_role() and ended_at is null
  and not (part = 'appeal' and sat_on_designation(round_id, person_id)));
create policy ended on designation_panel for update using (keeps_register(organisation_id) and ended_at is null)
  with check (keeps_register(organisation_id) and ended_by = acting_person());
grant select, insert on designation_panel to alongside_app;
grant update (ended_at, ended_by) on designation_panel to alongside_app;

-- The applicant's alone while it is a draft. A referee reads none of it: reference_asked() tells what concerns them.
alter table designation_application enable row level security;
create policy read on designation_application for select using (
  applicant_id = acting_person()
  or (judges_designation(organisation_id) and designation_was(id, 'submitted') and not conflicts_in_designation(id)));
create policy begun on designation_application for insert with check (
  applicant_id = acting_person() and school_id = acting_organisation() and acting_kind() = 'school'
  and acting_role() in ('headteacher', 'system leader') and acting_covers(urn) and designation_round_open(round_id));
create policy saved on designation_application for update using (applicant_id = acting_person() and designation_state(id) = 'draft')
  with check (applicant_id = acting_person());
grant select, insert on designation_application to alongside_app;
grant update (answers, saved_at) on designation_application to alongside_app;

alter table designation_move enable row level security;
create policy read on designation_move for select using (
  applies_for_designation(application_id) or made_by = acting_person()
  or (judges_designation(organisation_id) and designation_was(application_id, 'submitted') and not conflicts_in_designation(application_id)));
create policy made on designation_move for insert with check (
  from_state = designation_state(application_id) and plays_in_designation(application_id, part)
  and made_by is not distinct from acting_person() and made_in_role is not distinct from acting_role()
  and (part <> 'panel chair' or designation_scored(application_id))
  and (to_state <> 'appeal' or not designation_was(application_id, 'appeal')));
grant select, insert on designation_move to alongside_app;

alter table designation_reference enable row level security;
create policy read on designation_reference for select using (
  applies_for_designation(application_id) or asked_by = acting_person() or acting_for('reminder') or id = link_subject('reference')
  or (judges_designation(organisation_id) and not conflicts_in_designation(application_id)));
create policy asked on designation_reference for insert with check (
  asked_by = acting_person() and ended_at is null
  and (applies_for_designation(application_id) or plays_in_designation(application_id, 'service')));
create policy changed on designation_reference for update using (
  plays_in_designation(application_id, 'service') or acting_for('reminder'));
grant select, insert on designation_reference to alongside_app;
grant update (reminded_at, ended_at) on designation_reference to alongside_app;

-- An applicant reads what referees said once there is an outcome, as referees are told.
alter table designation_reference_answer enable row level security;
create policy read on designation_reference_answer for select using (
  (judges_designation(organisation_id) and not conflicts_in_designation(application_id))
  or (applies_for_designation(application_id) and designation_state(application_id) in ('designated', 'deferred', 'declined', 'appeal')));
create policy given on designation_reference_answer for insert with check (reference_id = link_subject('reference'));
grant select, insert on designation_reference_answer to alongside_app;

alter table designation_check enable row level security;
create policy read on designation_check for select using (
  applies_for_designation(application_id) or made_by = acting_person()
  or (judges_designation(organisation_id) and not conflicts_in_designation(application_id)));
create policy made on designation_check for insert with check (
  made_by = acting_person() and (applies_for_designation(application_id) or plays_in_designation(application_id, 'service')));
grant select, insert on designation_check to alongside_app;

alter table designation_check_decision enable row level security;
create policy read on designation_check_decision for select using (
  decided_by = acting_person() or (judges_designation(organisation_id) and not conflicts_in_designation(application_id))
  or (applies_for_designation(application_id) and designation_state(application_id) in ('designated', 'deferred', 'declined', 'appeal')));
create policy made on designation_check_decision for insert with check (
  decided_by = acting_person() and decided_in_role = acting_role() and plays_in_designation(application_id, 'service')
  and designation_state(application_id) in ('awaiting reference', 'eligibility check'));
grant select, insert on designation_check_decision to alongside_app;

alter table designation_interest enable row level security;
create policy read on designation_interest for select using (judges_designation(organisation_id) or made_by = acting_person());
create policy made on designation_interest for insert with check (
  judges_designation(organisation_id) and made_by = acting_person() and made_in_role = acting_role()
  and designation_was(application_id, 'submitted'));
grant select, insert on designation_interest to alongside_app;

-- Scores stay with their maker until all are in; then all of the panel see them, and none can be changed.
alter table designation_score enable row level security;
create policy read on designation_score for select using (
  made_by = acting_person()
  or (judges_designation(organisation_id) and designation_scored(application_id) and not conflicts_in_designation(application_id)));
create policy made on designation_score for insert with check (
  made_by = acting_person() and made_in_role = acting_role() and judges_designation(organisation_id)
  and (designation_seat(application_id, 'chair') or designation_seat(application_id, 'member'))
  and declared_no_interest(application_id) and designation_state(application_id) = 'panel' and not designation_scored(application_id));
grant select, insert on designation_score to alongside_app;

alter table designation_review enable row level security;
create policy read on designation_review for select using (
  judges_designation(organisation_id) or is_leader(leader_id) or raised_by = acting_person() or acting_for('reminder'));
create policy raised on designation_review for insert with check (
  (acting_for('reminder') and raised_by is null)
  or (keeps_register(organisation_id) and raised_by = acting_person() and grounds in ('conduct', 'delivery')));
grant select, insert on designation_review to alongside_app;

-- An appeal is the leader's or the accountable officer's, and is decided by another than decided.
create function review_decided_by(review uuid, person uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from designation_review_step s where s.review_id = review and s.kind = 'decided' and s.made_by = person)
$$;
create function review_stands_at(review uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select s.kind || coalesce(': ' || s.outcome, '') from designation_review_step s
    where s.review_id = review and s.kind not in ('evidence', 'moved') order by s.number desc limit 1), 'open')
$$;
create function accounts_for_leader(leader uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from system_leader l where l.id = leader and l.person_id is distinct from acting_person() and acting_covers(l.home_urn) and (
    (acting_kind() = 'governing board' and acting_role() = 'governor or trustee')
    or (acting_kind() = 'trust' and acting_role() = 'service lead' and acting_organisation() <> l.organisation_id)))
$$;
create function conflicts_with_leader(leader uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from system_leader l where l.id = leader
    and (coalesce(l.person_id = acting_person(), false) or has_stake_in(l.home_urn, l.organisation_id)))
$$;
alter table designation_review_step enable row level security;
create policy read on designation_review_step for select using (
  judges_designation(organisation_id) or is_leader(leader_id) or made_by = acting_person());
create policy made on designation_review_step for insert with check (
  made_by = acting_person() and made_in_role is not distinct from acting_role() and case kind
    when 'evidence' then (judges_designation(organisation_id) or is_leader(leader_id)) and review_stands_at(review_id) = 'open'
    when 'moved' then keeps_register(organisation_id) and review_stands_at(review_id) = 'open'
    when 'decided' then keeps_register(organisation_id) and not conflicts_with_leader(leader_id) and review_stands_at(review_id) = 'open'
    when 'appealed' then (is_leader(leader_id) or accounts_for_leader(leader_id))
      and review_stands_at(review_id) in ('decided: ends', 'decided: keeps with conditions')
    else keeps_register(organisation_id) and not conflicts_with_leader(leader_id) and review_stands_at(review_id) = 'appealed'
      and not review_decided_by(review_id, acting_person()) end);
grant select, insert on designation_review_step to alongside_app;

-- The job that looks for grounds of review reads registers, and reads nobody's person.
create policy for_reviews on system_leader for select using (acting_for('reminder'));
create policy for_reviews on leader_designation for select using (acting_for('reminder'));

-- A referee is written to in the name of the service, by the applicant who submits or by the house that reminds.
create policy of_reference on private_link for insert with check (
  kind = 'reference' and exists (select from designation_reference r
    where r.id = subject_id and r.organisation_id = private_link.organisation_id and (r.asked_by = acting_person() or acting_for('reminder'))));
create policy of_reference on mail_message for insert with check (
  template = 'reference asked' and exists (select from designation_reference r
    where r.email = to_email and r.organisation_id = mail_message.organisation_id and (r.asked_by = acting_person() or acting_for('reminder'))));

-- Rounds as they are announced to everybody, until a year after their panel.
create function announced_designation_rounds() returns table (id uuid, organisation_id uuid, organisation text, role text, rule_set text,
  process text, opens_on date, closes_on date, panel_on date, words text)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, o.id, o.name, r.role, r.rule_set, r.process, r.opens_on, r.closes_on, r.panel_on, r.words
  from designation_round r join organisation o on o.id = r.organisation_id
  where o.closed_at is null and r.panel_on >= london_day() - 366 order by r.closes_on desc, o.name
$$;
-- What a panel member may know of an application before declaring: who, from where, and what they declared.
create function designation_to_declare(round uuid) returns table (application_id uuid, applicant text, urn integer, state text, declared text)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.applicant_name, a.urn, designation_state(a.id),
    case (select i.has_interest from designation_interest i where i.application_id = a.id and i.made_by = acting_person() order by i.made_at desc limit 1)
      when true then 'interest' when false then 'no interest' end
  from designation_application a
  where a.round_id = round and judges_designation(a.organisation_id) and designation_was(a.id, 'submitted')
    and a.applicant_id <> acting_person()
  order by a.began_at
$$;
-- People of the service who can sit on its panels. For those who run rounds; no address leaves.
create function designation_judges() returns table (person_id uuid, name text, roles text[])
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.name, array_agg(m.role order by m.role)
  from membership m join person p on p.id = m.person_id
  where m.organisation_id = acting_organisation() and keeps_register(acting_organisation())
    and m.role in ('service lead', 'broker', 'adviser') and m.ended_at is null and p.erased_at is null and p.restricted_at is null
  group by p.id, p.name order by p.name
$$;
-- What a referee is told: who asks, for which role, what they said of capacity and what is asked.
create function reference_asked() returns table (id uuid, application_id uuid, organisation_id uuid, organisation text, referee text, name text,
  applicant text, urn integer, rule_set text, answers jsonb, due_on date, answered boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, a.id, o.id, o.name, r.referee, r.name, a.applicant_name, a.urn, d.rule_set, a.answers -> 'capacity', r.due_on,
    exists (select from designation_reference_answer w where w.reference_id = r.id)
  from designation_reference r join designation_application a on a.id = r.application_id
    join designation_round d on d.id = a.round_id join organisation o on o.id = a.organisation_id
  where r.id = link_subject('reference')
$$;
-- References that wait for an answer and were not reminded of, for the job that reminds.
create function references_to_remind() returns table (id uuid, organisation_id uuid, organisation text, applicant text, role text,
  process text, email text, due_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, o.id, o.name, a.applicant_name, d.role, d.process, r.email, r.due_on
  from designation_reference r join designation_application a on a.id = r.application_id
    join designation_round d on d.id = a.round_id join organisation o on o.id = d.organisation_id
  where acting_for('reminder') and r.ended_at is null and r.reminded_at is null and r.due_on >= london_day()
    and designation_state(a.id) = 'awaiting reference'
    and not exists (select from designation_reference_answer w where w.reference_id = r.id)
$$;
-- Whether every reference of an application that stands is answered.
create function references_are_in(application uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(bool_and(exists (select from designation_reference_answer w where w.reference_id = r.id)), false)
  from designation_reference r where r.application_id = application and r.ended_at is null
$$;
create function designation_moves(application uuid) returns integer language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::integer from designation_move m where m.application_id = application
$$;
-- Outcomes of people of a school, for its board or trust: what was decided and why, and whether an appeal is open; no application.
create function designation_outcomes(school_urn integer) returns table (application_id uuid, organisation_id uuid, organisation text, role text,
  process text, applicant text, state text, words text, decided_on date, moves integer, appealed boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, o.id, o.name, d.role, d.process, a.applicant_name, m.to_state, m.words, (m.made_at at time zone 'Europe/London')::date, m.number,
    designation_was(a.id, 'appeal')
  from designation_application a join designation_round d on d.id = a.round_id join organisation o on o.id = a.organisation_id
    join lateral (select * from designation_move x where x.application_id = a.id order by x.number desc limit 1) m on true
  where a.urn = school_urn and plays_in_designation(a.id, 'accountable officer')
    and m.to_state in ('designated', 'declined', 'deferred', 'appeal')
  order by m.made_at desc
$$;
create function review_outcomes(school_urn integer) returns table (review_id uuid, organisation text, leader text, role text, stands text,
  words text, decided_on date, number integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, o.name, l.name, d.role, review_stands_at(r.id), s.words, (s.made_at at time zone 'Europe/London')::date, s.number
  from designation_review r join system_leader l on l.id = r.leader_id join leader_designation d on d.id = r.designation_id
    join organisation o on o.id = r.organisation_id
    join lateral (select * from designation_review_step x where x.review_id = r.id order by x.number desc limit 1) s on true
  where l.home_urn = school_urn and accounts_for_leader(l.id) and review_stands_at(r.id) <> 'open'
  order by s.made_at desc
$$;
-- A review for whoever may appeal: the leader, and the accountable officer, who reads nothing else of it.
create function review_to_appeal(review uuid) returns table (leader_id uuid, organisation_id uuid, stands text, steps integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.leader_id, r.organisation_id, review_stands_at(r.id),
    (select count(*)::integer from designation_review_step s where s.review_id = r.id)
  from designation_review r where r.id = review and (is_leader(r.leader_id) or accounts_for_leader(r.leader_id))
$$;
-- The names that stand under what was done in the acting service; the name alone leaves.
create function author_in_designation(author uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select p.name from person p where p.id = author and judges_designation(acting_organisation())
    and exists (select from membership m where m.person_id = author and m.organisation_id = acting_organisation())
$$;

-- Takes out of applications what says who applied and what was said; that there was one, and its outcome, stays.
create function clear_designation(applications uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update designation_application set answers = '{}', applicant_name = 'No longer kept', applicant_email = 'none' where id = any (applications);
  update designation_move set words = null where application_id = any (applications);
  delete from private_link where kind = 'reference'
    and subject_id in (select id from designation_reference where application_id = any (applications));
  delete from designation_reference_answer where application_id = any (applications);
  delete from designation_reference where application_id = any (applications);
  delete from designation_check_decision where application_id = any (applications);
  delete from designation_interest where application_id = any (applications);
  delete from designation_score where application_id = any (applications);
end $$;
revoke execute on function clear_designation from public;
create function clear_erased_applicant() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform clear_designation(array(select a.id from designation_application a where a.applicant_id = new.id));
  return new;
end $$;
create trigger person_erased_in_designation after update of erased_at on person for each row
  when (old.erased_at is null and new.erased_at is not null) execute function clear_erased_applicant();
-- Clears applications on which nothing was done since `before`, and the words of reviews of that age, but for what a hold keeps.
create function prune_designation(before timestamptz) returns table (records integer, oldest timestamptz, newest timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  old uuid[];
begin
  if not acting_for('retention') or before > now() - interval '1 year' then
    raise exception 'applications for designation are cleared by the retention schedule alone' using errcode = 'insufficient_privilege';
  end if;
  select coalesce(array_agg(a.id), '{}') into old from designation_application a
  where greatest(a.saved_at, (select max(m.made_at) from designation_move m where m.application_id = a.id)) < before
    and a.applicant_name <> 'No longer kept' and not is_held(a.applicant_id);
  perform clear_designation(old);
  return query
    with reviews as (
      update designation_review r set evidence = 'No longer kept' where raised_at < before and evidence <> 'No longer kept'
        and not coalesce((select is_held(l.person_id) from system_leader l where l.id = r.leader_id), false) returning raised_at as at),
    steps as (
      update designation_review_step r set words = 'No longer kept' where made_at < before and words <> 'No longer kept'
        and not coalesce((select is_held(l.person_id) from system_leader l where l.id = r.leader_id), false) returning made_at as at),
    gone as (
      select saved_at as at from designation_application where id = any (old)
      union all select at from reviews union all select at from steps)
    select count(*)::integer, min(gone.at), max(gone.at) from gone;
end $$;
