-- The second half of a planning round: partners who pool their needs and leaders by agreement, the plan that is put forward, what was
-- shared with a panel, declarations of interest, approval by somebody independent, the list of approved pairs, and what changes
-- afterwards. Rows are added and never changed, but for the end of a reading: the newest counts.

create table planning_partner (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references planning_round,
  organisation_id uuid not null references organisation,   -- that runs the round
  partner_id uuid not null references organisation,
  state text not null check (state in ('invited', 'joined', 'declined', 'ended')),
  words text not null check (length(words) between 1 and 2000),   -- what is agreed, or why it ends
  made_by uuid not null references person,
  made_in_role text not null,
  made_for uuid not null references organisation,          -- which of the two acted
  made_at timestamptz not null default clock_timestamp(),
  check (partner_id <> organisation_id),
  check (made_for in (organisation_id, partner_id))
);
create index planning_partner_of_round on planning_partner (round_id, partner_id, made_at desc);

-- What a partner brings: its needs and leaders as it reads them itself. The newest counts, while the agreement stands.
create table planning_contribution (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references planning_round,
  organisation_id uuid not null references organisation,   -- that runs the round
  partner_id uuid not null references organisation,
  content jsonb not null,
  needs integer not null check (needs >= 0),
  leaders integer not null check (leaders >= 0),
  brought_by uuid not null references person,
  brought_in_role text not null,
  brought_at timestamptz not null default clock_timestamp()
);
create index planning_contribution_of_round on planning_contribution (round_id, partner_id, brought_at desc);

-- A proposal that is put forward for approval. It holds totals alone, so that every partner may read it.
create table planning_put_forward (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references planning_round,
  organisation_id uuid not null references organisation,
  proposal_id uuid not null references planning_proposal,
  totals jsonb not null,
  words text check (length(words) between 1 and 2000),
  answer_by date not null,           -- day by which heads are asked to declare interests
  made_by uuid not null references person,
  made_in_role text not null,
  made_at timestamptz not null default clock_timestamp()
);
create index planning_put_forward_of_round on planning_put_forward (round_id, made_at desc);

-- Each need of it with its leader, or with why it has none: a copy in words and figures.
create table planning_line (
  id uuid primary key default gen_random_uuid(),
  put_forward_id uuid not null references planning_put_forward,
  round_id uuid not null references planning_round,
  organisation_id uuid not null references organisation,
  need_key text not null check (length(need_key) between 1 and 100),
  leader_key text check (length(leader_key) between 1 and 100),
  supported_urn integer not null,
  home_urn integer,
  parties uuid[] not null,           -- whom it concerns besides whoever runs the round: partners of either school
  content jsonb not null,
  unique (put_forward_id, need_key),
  check ((leader_key is null) = (home_urn is null))
);

-- What a person of a panel was given to read: a copy of the plan, fixed. For somebody of a partner only what concerns the partner.
create table planning_share (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references planning_round,
  organisation_id uuid not null references organisation,
  proposal_id uuid not null references planning_proposal,
  reader_id uuid not null references person,
  reader_for uuid not null references organisation,
  content jsonb not null,
  words text check (length(words) between 1 and 2000),
  shared_by uuid not null references person,
  shared_in_role text not null,
  shared_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  ended_by uuid references person,
  check ((ended_at is null) = (ended_by is null))
);
create index planning_share_of_round on planning_share (round_id, shared_at);
create index planning_share_of_reader on planning_share (reader_id);
create table planning_share_comment (
  id uuid primary key default gen_random_uuid(),
  share_id uuid not null references planning_share,
  round_id uuid not null references planning_round,
  organisation_id uuid not null references organisation,
  words text not null check (length(words) between 1 and 2000),
  said_by uuid not null references person,
  said_in_role text not null,
  said_at timestamptz not null default clock_timestamp()
);
create index planning_share_comment_of_share on planning_share_comment (share_id, said_at);

-- One question to one head about one pair of a round: to the home school of the leader, or to the school that would be helped.
create table planning_ask (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references planning_round,
  organisation_id uuid not null references organisation,
  need_key text not null check (length(need_key) between 1 and 100),
  leader_key text not null check (length(leader_key) between 1 and 100),
  side text not null check (side in ('home', 'supported')),
  urn integer not null,
  other_urn integer not null,
  content jsonb not null,            -- names and support in words, as they were asked
  people integer not null check (people >= 0),   -- told by mail
  answer_by date not null,
  asked_by uuid not null references person,
  asked_in_role text not null,
  asked_at timestamptz not null default clock_timestamp(),
  unique (round_id, need_key, leader_key, side)
);
create index planning_ask_of_school on planning_ask (urn, asked_at desc);

create table planning_declaration (
  id uuid primary key default gen_random_uuid(),
  ask_id uuid not null references planning_ask,
  round_id uuid not null references planning_round,
  organisation_id uuid not null references organisation,
  urn integer not null,
  says text not null check (says in ('no interest', 'interest')),
  kind text check (length(kind) between 1 and 40),
  detail text check (length(detail) between 1 and 2000),
  how text not null check (how in ('site', 'telephone', 'letter')),
  given_by text check (length(given_by) between 1 and 200),   -- who answered, where the service wrote it down
  given_on date not null,
  recorded_by uuid not null references person,
  recorded_in_role text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  check ((says = 'interest') = (kind is not null) and (says = 'interest') = (detail is not null)),
  check ((how = 'site') = (given_by is null))
);
create index planning_declaration_of_ask on planning_declaration (ask_id, recorded_at desc);

create table planning_interest_decision (
  id uuid primary key default gen_random_uuid(),
  declaration_id uuid not null references planning_declaration,
  ask_id uuid not null references planning_ask,
  round_id uuid not null references planning_round,
  organisation_id uuid not null references organisation,
  urn integer not null,
  outcome text not null check (outcome in ('stands', 'mitigated', 'dropped')),
  words text not null check (length(words) between 1 and 2000),
  decided_by uuid not null references person,
  decided_in_role text not null,
  decided_at timestamptz not null default clock_timestamp()
);
create index planning_interest_decision_of_declaration on planning_interest_decision (declaration_id, decided_at desc);

-- An interest of one's own, of somebody of the service who might approve.
create table planning_interest (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references planning_round,
  organisation_id uuid not null references organisation,
  urn integer not null,
  kind text not null check (kind in ('interest', 'interest withdrawn')),
  words text not null check (length(words) between 1 and 2000),
  made_by uuid not null references person,
  made_in_role text not null,
  made_at timestamptz not null default clock_timestamp()
);
create index planning_interest_of_round on planning_interest (round_id, made_at);

create table planning_approval (
  id uuid primary key default gen_random_uuid(),
  put_forward_id uuid not null references planning_put_forward,
  round_id uuid not null references planning_round,
  organisation_id uuid not null references organisation,
  words text check (length(words) between 1 and 2000),
  approved_by uuid not null references person,
  approved_in_role text not null,
  approved_at timestamptz not null default clock_timestamp()
);
create index planning_approval_of_round on planning_approval (round_id, approved_at);

-- The list that is ready to hand on to placements. The newest line of a need counts; one without a leader ends the pair before it.
create table planning_approved_pair (
  id uuid primary key default gen_random_uuid(),
  approval_id uuid not null references planning_approval,
  round_id uuid not null references planning_round,
  organisation_id uuid not null references organisation,
  need_key text not null check (length(need_key) between 1 and 100),
  leader_key text check (length(leader_key) between 1 and 100),
  supported_urn integer not null,
  home_urn integer,
  parties uuid[] not null,
  days double precision not null check (days > 0),
  content jsonb not null,            -- the pair as it was put forward
  differs text check (length(differs) between 1 and 2000),   -- why it is not as proposed; null: it is
  approved_by uuid not null references person,
  approved_at timestamptz not null default clock_timestamp(),
  unique (approval_id, need_key),
  check ((leader_key is null) = (home_urn is null))
);
create index planning_approved_pair_of_round on planning_approved_pair (round_id, approved_at);
create function keep_approved_pair() returns trigger language plpgsql as $$
begin
  raise exception 'approved pairs are added and never changed' using errcode = 'insufficient_privilege';
end $$;
create trigger planning_approved_pair_kept before update or delete on planning_approved_pair
  for each row execute function keep_approved_pair();

create table planning_change (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references planning_round,
  organisation_id uuid not null references organisation,
  kind text not null check (kind in ('leader withdraws', 'release withdrawn', 'school closes', 'urgent need')),
  leader_key text check (length(leader_key) between 1 and 100),
  urn integer,
  need_key text check (length(need_key) between 1 and 100),
  happened_on date not null,
  reason text not null check (length(reason) between 1 and 2000),
  recorded_by uuid not null references person,
  recorded_in_role text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  check ((leader_key is not null) = (kind in ('leader withdraws', 'release withdrawn'))),
  check ((urn is not null) = (kind in ('school closes', 'urgent need'))),
  check ((need_key is not null) = (kind = 'urgent need'))
);
create index planning_change_of_round on planning_change (round_id, recorded_at);

-- What stands between a round and a partner. As owner, because it is asked by the very policies that would hide these rows.
create function planning_partner_state(round uuid, party uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select p.state from planning_partner p where p.round_id = round and p.partner_id = party order by p.made_at desc limit 1
$$;
-- Whether whoever acts does so for a partner that joined the round, in a role that judges need.
create function partakes_in_planning(round uuid) returns boolean language sql stable as $$
  select acts_for_service(acting_organisation()) and coalesce(planning_partner_state(round, acting_organisation()) = 'joined', false)
$$;
-- The head of the school, and not its board: a declaration is a person's.
create function heads_school(school_urn integer) returns boolean language sql stable as $$
  select acting_kind() = 'school' and acting_role() = 'headteacher' and acting_covers(school_urn)
$$;
-- Whether the acting person holds a role at the school, its board or its trust, but for the service that runs the round; or declared an
-- interest in it, in this round or in a moderation round.
create function has_stake_in(school_urn integer, service uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
      select from membership m join organisation o on o.id = m.organisation_id
      where m.person_id = acting_person() and m.ended_at is null and o.id <> service
        and (o.urn = school_urn or exists (select from group_member g where g.urn = school_urn and g.group_uid = o.group_uid)))
    or coalesce((select i.kind = 'interest' from planning_interest i where i.made_by = acting_person() and i.urn = school_urn
      order by i.made_at desc limit 1), false)
    or coalesce((select e.kind = 'interest' from need_panel_entry e where e.made_by = acting_person() and e.urn = school_urn
      order by e.made_at desc limit 1), false)
$$;
-- Whether the acting person had a hand in a plan that was put forward: asked for it, put it forward, or decided something that stands in it.
create function had_hand_in(forward uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from planning_put_forward f join planning_proposal p on p.id = f.proposal_id
    where f.id = forward and (acting_person() in (f.made_by, p.asked_by)
      or exists (select from planning_decision d where d.decided_by = acting_person() and (d.id = any (p.decisions)
        or (d.kind = 'take forward' and d.undone_at is null and d.value ->> 'proposalId' = p.id::text)))))
$$;

alter table planning_partner enable row level security;
create policy read on planning_partner for select using (
  acts_for_service(organisation_id) or acts_for_service(partner_id) or made_by = acting_person());
create policy added on planning_partner for insert with check (
  acting_role() = 'service lead' and acts_for_service(made_for) and made_by = acting_person() and made_in_role = acting_role()
  and case state
    when 'invited' then made_for = organisation_id and is_planning_round_of(round_id, organisation_id)
    when 'ended' then planning_partner_state(round_id, partner_id) in ('invited', 'joined')
    else made_for = partner_id and planning_partner_state(round_id, partner_id) = 'invited' end);
grant select, insert on planning_partner to alongside_app;

alter table planning_contribution enable row level security;
create policy read on planning_contribution for select using (
  (acts_for_service(organisation_id) and planning_partner_state(round_id, partner_id) = 'joined')
  or acts_for_service(partner_id) or brought_by = acting_person());
create policy added on planning_contribution for insert with check (
  runs_planning(partner_id) and partakes_in_planning(round_id) and brought_by = acting_person() and brought_in_role = acting_role()
  and exists (select from planning_partner p where p.round_id = planning_contribution.round_id
    and p.organisation_id = planning_contribution.organisation_id));
grant select, insert on planning_contribution to alongside_app;

alter table planning_put_forward enable row level security;
create policy read on planning_put_forward for select using (
  acts_for_service(organisation_id) or partakes_in_planning(round_id) or made_by = acting_person());
create policy added on planning_put_forward for insert with check (
  runs_planning(organisation_id) and made_by = acting_person() and made_in_role = acting_role()
  and is_planning_round_of(round_id, organisation_id)
  and exists (select from planning_proposal p where p.id = proposal_id and p.round_id = planning_put_forward.round_id));
grant select, insert on planning_put_forward to alongside_app;

alter table planning_line enable row level security;
create policy read on planning_line for select using (
  acts_for_service(organisation_id) or (partakes_in_planning(round_id) and may_read_shareable(parties)));
create policy added on planning_line for insert with check (
  runs_planning(organisation_id) and exists (select from planning_put_forward f where f.id = put_forward_id
    and f.round_id = planning_line.round_id and f.organisation_id = planning_line.organisation_id));
grant select, insert on planning_line to alongside_app;

alter table planning_share enable row level security;
create policy read on planning_share for select using (
  acts_for_service(organisation_id)
  or (reader_id = acting_person() and ended_at is null and acts_for_service(reader_for)
    and (reader_for = organisation_id or partakes_in_planning(round_id)))
  or acting_person() in (shared_by, ended_by));
create policy added on planning_share for insert with check (
  runs_planning(organisation_id) and shared_by = acting_person() and shared_in_role = acting_role() and ended_at is null
  and is_planning_round_of(round_id, organisation_id)
  and (reader_for = organisation_id or planning_partner_state(round_id, reader_for) = 'joined'));
create policy ended on planning_share for update using (runs_planning(organisation_id) and ended_at is null)
  with check (runs_planning(organisation_id) and ended_by = acting_person());
grant select, insert on planning_share to alongside_app;
grant update (ended_at, ended_by) on planning_share to alongside_app;

alter table planning_share_comment enable row level security;
create policy read on planning_share_comment for select using (acts_for_service(organisation_id) or said_by = acting_person());
create policy added on planning_share_comment for insert with check (
  said_by = acting_person() and said_in_role = acting_role()
  and exists (select from planning_share s where s.id = share_id and s.reader_id = acting_person() and s.ended_at is null
    and s.round_id = planning_share_comment.round_id and s.organisation_id = planning_share_comment.organisation_id));
grant select, insert on planning_share_comment to alongside_app;

-- Declarations are of the head who is asked and of the service that asks: neither the other school nor a partner reads them.
alter table planning_ask enable row level security;
create policy read on planning_ask for select using (
  acts_for_service(organisation_id) or heads_school(urn) or asked_by = acting_person());
create policy added on planning_ask for insert with check (
  runs_planning(organisation_id) and asked_by = acting_person() and asked_in_role = acting_role()
  and is_planning_round_of(round_id, organisation_id)
  and exists (select from planning_line l where l.round_id = planning_ask.round_id and l.need_key = planning_ask.need_key
    and l.leader_key = planning_ask.leader_key));
grant select, insert on planning_ask to alongside_app;

alter table planning_declaration enable row level security;
create policy read on planning_declaration for select using (
  acts_for_service(organisation_id) or heads_school(urn) or recorded_by = acting_person());
create policy added on planning_declaration for insert with check (
  recorded_by = acting_person() and recorded_in_role = acting_role()
  and case how when 'site' then heads_school(urn) else runs_planning(organisation_id) end
  and exists (select from planning_ask a where a.id = ask_id and a.urn = planning_declaration.urn
    and a.round_id = planning_declaration.round_id and a.organisation_id = planning_declaration.organisation_id));
grant select, insert on planning_declaration to alongside_app;

alter table planning_interest_decision enable row level security;
create policy read on planning_interest_decision for select using (
  acts_for_service(organisation_id) or heads_school(urn) or decided_by = acting_person());
create policy added on planning_interest_decision for insert with check (
  runs_planning(organisation_id) and decided_by = acting_person() and decided_in_role = acting_role()
  and exists (select from planning_declaration d where d.id = declaration_id and d.ask_id = planning_interest_decision.ask_id
    and d.urn = planning_interest_decision.urn and d.says = 'interest' and d.round_id = planning_interest_decision.round_id));
grant select, insert on planning_interest_decision to alongside_app;

alter table planning_interest enable row level security;
create policy read on planning_interest for select using (acts_for_service(organisation_id) or made_by = acting_person());
create policy added on planning_interest for insert with check (
  acts_for_service(organisation_id) and made_by = acting_person() and made_in_role = acting_role()
  and is_planning_round_of(round_id, organisation_id));
grant select, insert on planning_interest to alongside_app;

-- The second lock on independence: whoever had a hand in the plan, or a stake in either school, adds no row.
alter table planning_approval enable row level security;
create policy read on planning_approval for select using (acts_for_service(organisation_id) or approved_by = acting_person());
create policy added on planning_approval for insert with check (
  acts_for_service(organisation_id) and approved_by = acting_person() and approved_in_role = acting_role()
  and not had_hand_in(put_forward_id)
  and exists (select from planning_put_forward f where f.id = put_forward_id and f.round_id = planning_approval.round_id
    and f.organisation_id = planning_approval.organisation_id));
grant select, insert on planning_approval to alongside_app;

alter table planning_approved_pair enable row level security;
create policy read on planning_approved_pair for select using (
  acts_for_service(organisation_id)
  or (acts_for_service(acting_organisation()) and may_read_shareable(parties)) or approved_by = acting_person());
create policy added on planning_approved_pair for insert with check (
  acts_for_service(organisation_id) and approved_by = acting_person()
  and not has_stake_in(supported_urn, organisation_id) and (home_urn is null or not has_stake_in(home_urn, organisation_id))
  and exists (select from planning_approval a where a.id = approval_id and a.round_id = planning_approved_pair.round_id
    and a.organisation_id = planning_approved_pair.organisation_id and a.approved_by = acting_person()));
grant select, insert on planning_approved_pair to alongside_app;

alter table planning_change enable row level security;
create policy read on planning_change for select using (acts_for_service(organisation_id) or recorded_by = acting_person());
create policy added on planning_change for insert with check (
  runs_planning(organisation_id) and recorded_by = acting_person() and recorded_in_role = acting_role()
  and is_planning_round_of(round_id, organisation_id));
grant select, insert on planning_change to alongside_app;

-- People who can be given a plan to read: those who judge need in the service that runs the round and in partners that joined. For those
-- who run it; their addresses leave for the mail alone. As owner, because people stay hidden otherwise.
create function readers_for_planning(round uuid) returns table (person_id uuid, name text, email text, organisation_id uuid, organisation text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct p.id, p.name, p.email, o.id, o.name
  from planning_round r join organisation o on o.id = r.organisation_id or planning_partner_state(r.id, o.id) = 'joined'
    join membership m on m.organisation_id = o.id join person p on p.id = m.person_id
  where r.id = round and runs_planning(r.organisation_id)
    and m.role in ('service lead', 'broker', 'adviser') and m.ended_at is null and p.erased_at is null and p.restricted_at is null
    and p.id <> acting_person()
$$;
-- The heads of a school of a plan that was put forward, so that they can be asked.
create function heads_for_planning(round uuid, school_urn integer) returns table (person_id uuid, email text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct p.id, p.email
  from membership m join organisation o on o.id = m.organisation_id join person p on p.id = m.person_id
  where exists (select from planning_line l where l.round_id = round and runs_planning(l.organisation_id)
      and school_urn in (l.supported_urn, l.home_urn))
    and o.kind = 'school' and o.urn = school_urn and o.closed_at is null and m.role = 'headteacher' and m.ended_at is null
    and p.erased_at is null and p.restricted_at is null and p.email is not null
$$;
-- Service leads of an organisation that the acting one invited.
create function leads_of_partner(round uuid, party uuid) returns table (person_id uuid, email text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct p.id, p.email
  from membership m join person p on p.id = m.person_id
  where exists (select from planning_partner q where q.round_id = round and q.partner_id = party and q.organisation_id = acting_organisation())
    and acting_role() = 'service lead' and m.organisation_id = party and m.role = 'service lead' and m.ended_at is null
    and p.erased_at is null and p.restricted_at is null and p.email is not null
$$;
-- The service with this code of an authority, or number of a trust in the register of groups, so that it can be invited: there is no list
-- of who uses the site.
create function service_to_invite(code integer) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select o.id from organisation o
  where acts_for_service(acting_organisation()) and acting_role() = 'service lead'
    and ((o.kind = 'local authority' and o.la_code = code) or (o.kind = 'trust' and o.group_uid = code))
    and o.closed_at is null and o.id <> acting_organisation()
    and o.demonstration = (select a.demonstration from organisation a where a.id = acting_organisation())
  order by o.kind limit 1
$$;
-- The rounds that the acting service was invited to, with what a partner may know of them: neither inputs nor proposals.
create function rounds_of_partner() returns table (round_id uuid, organisation_id uuid, organisation text, title text,
  school_year integer, term text, term_from date, term_to date, as_at date, state text)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, o.id, o.name, r.title, r.school_year, r.term, r.term_from, r.term_to, r.as_at, planning_partner_state(r.id, acting_organisation())
  from planning_round r join organisation o on o.id = r.organisation_id
  where acts_for_service(acting_organisation()) and planning_partner_state(r.id, acting_organisation()) is not null
  order by r.opened_at desc
$$;
-- Partners of a round and who runs it, by name, for each of them.
create function parties_of_planning(round uuid) returns table (organisation_id uuid, name text, la_code integer, group_uid integer, state text)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.id, o.name, o.la_code, o.group_uid, case when o.id = r.organisation_id then 'runs' else planning_partner_state(r.id, o.id) end
  from planning_round r join organisation o on o.id = r.organisation_id or planning_partner_state(r.id, o.id) is not null
  where r.id = round and (acts_for_service(r.organisation_id) or partakes_in_planning(r.id))
  order by o.id <> r.organisation_id, o.name
$$;
-- The names that stand under what was done in the second half of a round, for those of its service; the name alone leaves.
create function author_in_approval(author uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select p.name from person p where p.id = author and (
    exists (select from planning_partner x where x.made_by = author and (acts_for_service(x.organisation_id) or acts_for_service(x.partner_id)))
    or exists (select from planning_contribution x where x.brought_by = author and (acts_for_service(x.organisation_id) or acts_for_service(x.partner_id)))
    or exists (select from planning_put_forward x where x.made_by = author and acts_for_service(x.organisation_id))
    or exists (select from planning_share x where author in (x.shared_by, x.reader_id, x.ended_by)
      and (acts_for_service(x.organisation_id) or x.reader_id = acting_person()))
    or exists (select from planning_ask x where x.asked_by = author and acts_for_service(x.organisation_id))
    or exists (select from planning_declaration x where x.recorded_by = author and (acts_for_service(x.organisation_id) or heads_school(x.urn)))
    or exists (select from planning_interest_decision x where x.decided_by = author and (acts_for_service(x.organisation_id) or heads_school(x.urn)))
    or exists (select from planning_interest x where x.made_by = author and acts_for_service(x.organisation_id))
    or exists (select from planning_approval x where x.approved_by = author and acts_for_service(x.organisation_id))
    or exists (select from planning_change x where x.recorded_by = author and acts_for_service(x.organisation_id)))
$$;

-- Clears what people wrote and read in the second half of rounds once it is older than `before`, but for what a hold keeps: comments and
-- copies of a panel, the detail of interests, contributions of partners. Approvals, the list of pairs and changes stay.
create function prune_planning_approval(before timestamptz) returns table (records integer, oldest timestamptz, newest timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not acting_for('retention') or before > now() - interval '1 year' then
    raise exception 'planning rounds are cleared by the retention schedule alone' using errcode = 'insufficient_privilege';
  end if;
  return query
    with comments as (delete from planning_share_comment where said_at < before and not is_held(said_by) returning said_at as at),
    copies as (
      update planning_share set content = '{}' where shared_at < before and not is_held(reader_id) and not is_held(shared_by)
        and content <> '{}' returning shared_at as at),
    declarations as (
      update planning_declaration set detail = case says when 'interest' then 'No longer kept' end,
        given_by = case when how <> 'site' then 'No longer kept' end
      where recorded_at < before and not is_held(recorded_by) and 'No longer kept' not in (coalesce(detail, given_by, 'No longer kept'))
      returning recorded_at as at),
    decisions as (
      update planning_interest_decision set words = 'No longer kept'
      where decided_at < before and not is_held(decided_by) and words <> 'No longer kept' returning decided_at as at),
    interests as (delete from planning_interest where made_at < before and not is_held(made_by) returning made_at as at),
    brought as (delete from planning_contribution where brought_at < before and not is_held(brought_by) returning brought_at as at),
    gone as (
      select at from comments union all select at from copies union all select at from declarations union all select at from decisions
      union all select at from interests union all select at from brought)
    select count(*)::integer, min(gone.at), max(gone.at) from gone;
end $$;

-- The last approval settles a round, whatever role the approver has in the service: the state alone, and after an approval of theirs.
create function settle_planning(round uuid) returns void language sql volatile security definer set search_path = public, pg_temp as $$
  update planning_round r set state = 'approved'
  where r.id = round and acts_for_service(r.organisation_id) and r.state in ('open', 'shared')
    and exists (select from planning_approval a where a.round_id = round and a.approved_by = acting_person())
$$;
