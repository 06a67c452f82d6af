-- The termly round in which a service judges its schools: frozen proposals, the panel, decisions, letters, answers, and which
-- academies take part by agreement. Rows are added and never changed, but for the draft of an answer: the newest counts.

-- Whether a service judges the school: a trust its own; a local authority the schools it maintains, and an academy only while a
-- recorded agreement stands (docs/decisions/034). As owner, because it is asked by policies that would hide these rows.
create table need_agreement (
  id uuid primary key default gen_random_uuid(),
  urn integer not null references school,
  organisation_id uuid not null references organisation,
  from_school boolean not null default false,       -- who wrote it down: the service, or the school that withdraws
  service_id uuid not null references organisation, -- with whom the academy agrees
  takes_part boolean not null,                      -- false: withdrawn
  agreed_by text not null check (length(agreed_by) between 1 and 200),
  agreed_for text not null check (agreed_for in ('trust', 'academy')),
  agreed_on date not null,
  until date,
  scope text not null check (length(scope) between 1 and 2000),
  recorded_by uuid not null references person,
  recorded_in_role text not null,
  recorded_at timestamptz not null default now(),
  check (until is null or until >= agreed_on),
  check (from_school or organisation_id = service_id),
  check (not from_school or not takes_part)
);
create index need_agreement_of_school on need_agreement (service_id, urn, recorded_at desc);

create function takes_part(service uuid, school_urn integer) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((
    select o.kind = 'trust' or s.type_group is null or s.type_group not in ('Academies', 'Free Schools') or coalesce((
      select a.takes_part and a.agreed_on <= current_date and (a.until is null or a.until >= current_date)
      from need_agreement a where a.service_id = service and a.urn = school_urn order by a.recorded_at desc limit 1), false)
    from organisation o, school s where o.id = service and s.urn = school_urn), false)
$$;
-- The same for whoever acts: what a local authority may decide, write and read of a school beyond published data.
create function may_judge(school_urn integer) returns boolean language sql stable as $$
  select may_read_triage(school_urn) and takes_part(acting_organisation(), school_urn)
$$;
-- The service and the deciding roles within it, whatever school.
create function acts_for_service(service uuid) returns boolean language sql stable as $$
  select service = acting_organisation() and acting_kind() in ('local authority', 'trust')
    and acting_role() in ('service lead', 'broker', 'adviser')
$$;

create table need_round (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  school_year integer not null check (school_year between 2000 and 2100),  -- the year in which it begins
  term text not null check (term in ('autumn', 'spring', 'summer')),
  policy_id text not null,
  policy jsonb not null,          -- the whole text under which categories were proposed, so that the round can be read for ever
  pack_sha256 text not null,      -- the same with its standards, as decisions are replayed under it
  as_at date not null,            -- of the published data
  panel_on date not null,
  letters_on date not null,
  answer_by date not null,
  opened_by uuid not null references person,
  opened_in_role text not null,
  opened_at timestamptz not null default now(),
  unique (organisation_id, school_year, term),
  check (panel_on <= letters_on and letters_on <= answer_by)
);

create table need_round_step (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references need_round,
  organisation_id uuid not null references organisation,
  state text not null check (state in ('open', 'panel', 'letters sent', 'closed')),
  words text check (length(words) between 1 and 2000),   -- why it was reopened
  made_by uuid not null references person,
  made_in_role text not null,
  made_at timestamptz not null default clock_timestamp()
);
create index need_round_step_of_round on need_round_step (round_id, made_at desc);

create table need_round_item (
  round_id uuid not null references need_round,
  urn integer not null references school,
  organisation_id uuid not null references organisation,
  proposed char(1) not null check (proposed in ('A', 'B', 'C', 'D')),
  points double precision not null,
  evidence jsonb not null,        -- the indicators as they were worked out, packed
  primary key (round_id, urn)
);

-- Who sat on the panel, what was noted, and who has an interest in which school. Never for the school.
create table need_panel_entry (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references need_round,
  organisation_id uuid not null references organisation,
  kind text not null check (kind in ('present', 'note', 'interest', 'interest withdrawn')),
  urn integer references school,
  words text not null check (length(words) between 1 and 2000),
  made_by uuid not null references person,
  made_in_role text not null,
  made_at timestamptz not null default clock_timestamp(),
  check ((urn is not null) = (kind in ('interest', 'interest withdrawn')))
);
create index need_panel_entry_of_round on need_panel_entry (round_id, made_at);

alter table need_moderation add column round_id uuid references need_round;
create index need_moderation_of_round on need_moderation (round_id, urn, decided_at desc) where round_id is not null;

create table need_letter (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references need_round,
  urn integer not null references school,
  organisation_id uuid not null references organisation,
  moderation_id uuid not null unique references need_moderation,   -- one letter for a decision
  category char(1) not null check (category in ('A', 'B', 'C', 'D')),
  days double precision not null,
  answer_by date not null,
  template_id text not null,
  content jsonb not null,         -- the words as they went out
  written_by uuid not null references person,
  written_in_role text not null,
  written_at timestamptz not null default clock_timestamp()
);
create index need_letter_of_school on need_letter (urn, written_at desc);

-- How a letter left: by mail to the people of the school who have accounts, or by post on a day.
create table need_letter_sent (
  id uuid primary key default gen_random_uuid(),
  letter_id uuid not null references need_letter,
  urn integer not null references school,
  organisation_id uuid not null references organisation,
  way text not null check (way in ('mail', 'post')),
  people integer not null check (people >= 0),
  sent_on date not null,
  made_by uuid not null references person,
  made_in_role text not null,
  made_at timestamptz not null default clock_timestamp()
);
create index need_letter_sent_of_letter on need_letter_sent (letter_id);

-- What a school answers, with its self-evaluation by area: a draft that it may change, and what it sent.
create table need_answer_draft (
  urn integer not null references school,
  organisation_id uuid not null references organisation,
  content jsonb not null,
  saved_by uuid not null references person,
  saved_at timestamptz not null default now(),
  primary key (organisation_id, urn)
);
create table need_answer (
  id uuid primary key default gen_random_uuid(),
  urn integer not null references school,
  organisation_id uuid not null references organisation,
  letter_id uuid references need_letter,        -- the newest letter when it was sent, where there was one
  stance text not null check (stance in ('agree', 'disagree', 'conversation')),
  content jsonb not null,
  said_by uuid not null references person,
  said_in_role text not null,
  said_at timestamptz not null default clock_timestamp()
);
create index need_answer_of_school on need_answer (urn, said_at desc);

alter table need_agreement enable row level security;
create policy read on need_agreement for select using (
  (service_id = acting_organisation() and may_read_triage(urn)) or is_own_school(urn) or recorded_by = acting_person());
create policy added on need_agreement for insert with check (
  organisation_id = acting_organisation() and recorded_by = acting_person() and recorded_in_role = acting_role()
  and case when from_school then is_own_school(urn)
    else may_read_triage(urn) and acting_kind() = 'local authority' and acting_role() in ('service lead', 'broker') end);
grant select, insert on need_agreement to alongside_app;

alter table need_round enable row level security;
create policy read on need_round for select using (acts_for_service(organisation_id) or opened_by = acting_person());
create policy added on need_round for insert with check (
  acts_for_service(organisation_id) and acting_role() = 'service lead' and opened_by = acting_person() and opened_in_role = acting_role());
grant select, insert on need_round to alongside_app;

alter table need_round_step enable row level security;
create policy read on need_round_step for select using (acts_for_service(organisation_id) or made_by = acting_person());
create policy added on need_round_step for insert with check (
  acts_for_service(organisation_id) and acting_role() = 'service lead' and made_by = acting_person() and made_in_role = acting_role()
  and exists (select from need_round r where r.id = round_id and r.organisation_id = need_round_step.organisation_id));
grant select, insert on need_round_step to alongside_app;

comment on table need_round_item is 'class triage: the category proposed for a school, with its evidence, as it stood when the round was opened';
alter table need_round_item enable row level security;
create policy read on need_round_item for select using (organisation_id = acting_organisation() and may_read_triage(urn));
create policy added on need_round_item for insert with check (
  organisation_id = acting_organisation() and may_judge(urn) and acting_role() = 'service lead'
  and exists (select from need_round r where r.id = round_id and r.organisation_id = need_round_item.organisation_id));
grant select, insert on need_round_item to alongside_app;

alter table need_panel_entry enable row level security;
create policy read on need_panel_entry for select using (acts_for_service(organisation_id) or made_by = acting_person());
create policy added on need_panel_entry for insert with check (
  acts_for_service(organisation_id) and acting_role() in ('service lead', 'broker') and made_by = acting_person() and made_in_role = acting_role()
  and (urn is null or may_read_triage(urn))
  and exists (select from need_round r where r.id = round_id and r.organisation_id = need_panel_entry.organisation_id));
grant select, insert on need_panel_entry to alongside_app;

-- A decision needs leave to judge the school, and one of a round the round.
drop policy added on need_moderation;
create policy added on need_moderation for insert with check (
  organisation_id = acting_organisation() and decided_by = acting_person() and decided_in_role = acting_role()
  and may_judge(urn) and acting_role() in ('service lead', 'broker')
  and (round_id is null or exists (
    select from need_round_item i where i.round_id = need_moderation.round_id and i.urn = need_moderation.urn
      and i.organisation_id = need_moderation.organisation_id)));

alter table need_letter enable row level security;
create policy read on need_letter for select using (
  (organisation_id = acting_organisation() and may_read_triage(urn)) or is_own_school(urn) or written_by = acting_person());
create policy added on need_letter for insert with check (
  organisation_id = acting_organisation() and written_by = acting_person() and written_in_role = acting_role()
  and may_judge(urn) and acting_role() = 'service lead'
  and exists (select from need_moderation m where m.id = moderation_id and m.urn = need_letter.urn and m.category = need_letter.category
    and m.round_id = need_letter.round_id and m.organisation_id = need_letter.organisation_id));
grant select, insert on need_letter to alongside_app;

alter table need_letter_sent enable row level security;
create policy read on need_letter_sent for select using (
  (organisation_id = acting_organisation() and may_read_triage(urn)) or is_own_school(urn) or made_by = acting_person());
create policy added on need_letter_sent for insert with check (
  organisation_id = acting_organisation() and made_by = acting_person() and made_in_role = acting_role()
  and may_read_triage(urn) and acting_role() in ('service lead', 'broker')
  and exists (select from need_letter l where l.id = letter_id and l.urn = need_letter_sent.urn and l.organisation_id = need_letter_sent.organisation_id));
grant select, insert on need_letter_sent to alongside_app;

alter table need_answer_draft enable row level security;
create policy read on need_answer_draft for select using (
  (organisation_id = acting_organisation() and is_own_school(urn)) or saved_by = acting_person());
create policy added on need_answer_draft for insert with check (
  organisation_id = acting_organisation() and is_own_school(urn) and saved_by = acting_person());
create policy changed on need_answer_draft for update using (organisation_id = acting_organisation() and is_own_school(urn))
  with check (organisation_id = acting_organisation() and is_own_school(urn) and saved_by = acting_person());
create policy sent on need_answer_draft for delete using (organisation_id = acting_organisation() and is_own_school(urn));
grant select, insert, delete on need_answer_draft to alongside_app;
grant update (content, saved_by, saved_at) on need_answer_draft to alongside_app;

alter table need_answer enable row level security;
create policy read on need_answer for select using (may_judge(urn) or is_own_school(urn) or said_by = acting_person());
create policy added on need_answer for insert with check (
  organisation_id = acting_organisation() and said_by = acting_person() and said_in_role = acting_role() and is_own_school(urn));
grant select, insert on need_answer to alongside_app;

-- The people of a school who have accounts, so that a letter can be sent to them: for the lead of a service that judges it, and
-- only there. As owner, because people of other organisations stay hidden otherwise.
create function readers_of_letter(school_urn integer) returns table (person_id uuid, email text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct p.id, p.email
  from membership m join organisation o on o.id = m.organisation_id join person p on p.id = m.person_id
  where may_judge(school_urn) and acting_role() = 'service lead'
    and o.kind in ('school', 'governing board') and o.urn = school_urn and o.closed_at is null
    and m.role in ('headteacher', 'governor or trustee') and m.ended_at is null
    and p.erased_at is null and p.restricted_at is null and p.email is not null
$$;
-- How many they are, for every role of the service: the letter is posted where there is none.
create function count_readers_of_letter(school_urn integer) returns integer language sql stable security definer set search_path = public, pg_temp as $$
  select count(distinct m.person_id)::integer
  from membership m join organisation o on o.id = m.organisation_id join person p on p.id = m.person_id
  where may_read_triage(school_urn)
    and o.kind in ('school', 'governing board') and o.urn = school_urn and o.closed_at is null
    and m.role in ('headteacher', 'governor or trustee') and m.ended_at is null
    and p.erased_at is null and p.restricted_at is null and p.email is not null
$$;

-- The names that stand under what was written in a round, for those who may read it; the name alone leaves.
create function author_in_round(author uuid, school_urn integer) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select p.name from person p where p.id = author and (
    exists (select from need_letter l where l.urn = school_urn and l.written_by = author
      and (is_own_school(school_urn) or (l.organisation_id = acting_organisation() and may_read_triage(school_urn))))
    or exists (select from need_letter_sent l where l.urn = school_urn and l.made_by = author
      and (is_own_school(school_urn) or (l.organisation_id = acting_organisation() and may_read_triage(school_urn))))
    or exists (select from need_answer a where a.urn = school_urn and a.said_by = author
      and (is_own_school(school_urn) or may_judge(school_urn)))
    or exists (select from need_agreement a where a.urn = school_urn and a.recorded_by = author
      and (is_own_school(school_urn) or (a.service_id = acting_organisation() and may_read_triage(school_urn))))
    or exists (select from need_round_step s where s.made_by = author and acts_for_service(s.organisation_id))
    or exists (select from need_panel_entry e where e.made_by = author and acts_for_service(e.organisation_id)))
$$;
create function party_in_round(party uuid, school_urn integer) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select o.name from organisation o where o.id = party and (
    party = acting_organisation()
    or exists (select from need_letter l where l.urn = school_urn and l.organisation_id = party and is_own_school(school_urn))
    or exists (select from need_answer a where a.urn = school_urn and a.organisation_id = party and (is_own_school(school_urn) or may_judge(school_urn)))
    or exists (select from need_agreement a where a.urn = school_urn and party in (a.organisation_id, a.service_id)
      and (is_own_school(school_urn) or (a.service_id = acting_organisation() and may_read_triage(school_urn)))))
$$;

-- Destroys what rounds hold in people's words once it is older than `before`, but for what a hold keeps: drafts, answers, letters,
-- notes and interests of panels, and the evidence of proposals. Rounds, their steps and decisions stay, as the record of the school.
create function prune_rounds(before timestamptz) returns table (records integer, oldest timestamptz, newest timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not acting_for('retention') or before > now() - interval '1 year' then
    raise exception 'rounds are cleared by the retention schedule alone' using errcode = 'insufficient_privilege';
  end if;
  return query
    with drafts as (delete from need_answer_draft where saved_at < before and not is_held(saved_by) returning saved_at as at),
    answers as (delete from need_answer where said_at < before and not is_held(said_by) returning said_at as at),
    notes as (delete from need_panel_entry where made_at < before and not is_held(made_by) returning made_at as at),
    evidence as (
      update need_round_item i set evidence = '[]' from need_round r
      where r.id = i.round_id and r.opened_at < before and not is_held(r.opened_by) and i.evidence <> '[]' returning r.opened_at as at),
    gone as (select at from drafts union all select at from answers union all select at from notes union all select at from evidence)
    select count(*)::integer, min(gone.at), max(gone.at) from gone;
end $$;
-- Letters after the answers that name them.
create function prune_letters(before timestamptz) returns table (records integer, oldest timestamptz, newest timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not acting_for('retention') or before > now() - interval '1 year' then
    raise exception 'letters are destroyed by the retention schedule alone' using errcode = 'insufficient_privilege';
  end if;
  create temporary table old_letter on commit drop as
    select id from need_letter l where written_at < before and not is_held(written_by)
      and not exists (select from need_answer a where a.letter_id = l.id);
  delete from need_letter_sent where letter_id in (select id from old_letter);
  return query
    with gone as (delete from need_letter where id in (select id from old_letter) returning written_at as at)
    select count(*)::integer, min(gone.at), max(gone.at) from gone;
  drop table old_letter;
end $$;
