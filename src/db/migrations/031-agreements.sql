-- The agreement of a placement and its life after: notes of the contracting meeting, versions of the agreement with the signatures under
-- each, reviews, evaluations, impact and follow-ups. A draft changes from the revision that was read; what was sent, signed, recorded or
-- answered never changes. Rows go with their placement alone, when its time of keeping is over.

-- Whether the acting person works in a placement (the service, the leader, the supported school), and whether they write its agreement.
-- Asked beside `exists (select from placement ...)`, under whose own policy the row must show.
create function works_in_placement(placement uuid) returns boolean language sql stable as $$
  select exists (select from placement p where p.id = works_in_placement.placement
    and (p.organisation_id = acting_organisation() or p.supported_urn = acting_urn() or p.leader_person_id = acting_person()))
$$;
create function negotiates_placement(placement uuid) returns boolean language sql stable as $$
  select exists (select from placement p where p.id = negotiates_placement.placement
    and ((p.organisation_id = acting_organisation() and acting_brokers())
      or (p.supported_urn = acting_urn() and acting_kind() = 'school' and acting_role() = 'headteacher')
      or p.leader_person_id = acting_person()))
$$;
create function brokers_placement(placement uuid) returns boolean language sql stable as $$
  select exists (select from placement p where p.id = brokers_placement.placement
    and p.organisation_id = acting_organisation() and acting_brokers())
$$;
-- Whether the leader of a placement heads its home school: then the board signs for it. As owner: who heads a school is not for all to read.
create function leader_heads_home(placement uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from placement p
    join organisation o on o.urn = p.home_urn and o.kind = 'school' and o.closed_at is null
    join membership m on m.organisation_id = o.id and m.role = 'headteacher' and m.ended_at is null
    where p.id = leader_heads_home.placement and m.person_id = p.leader_person_id)
$$;

-- The name of the service of a placement, for its parties: organisations are not theirs to read.
create function service_in_placement(placement uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select o.name from placement p join organisation o on o.id = p.organisation_id
  where p.id = service_in_placement.placement
    and ((p.organisation_id = acting_organisation() and acting_serves())
      or (acting_urn() in (p.supported_urn, p.home_urn) and (acting_for_school() or p.leader_person_id = acting_person())))
$$;

create function keep_as_it_is() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and acting_for('retention') then return old; end if;
  raise exception '% is added to and never changed', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create table contracting_meeting (
  id uuid primary key default gen_random_uuid(),
  placement_id uuid not null references placement on delete cascade,
  organisation_id uuid not null references organisation,   -- the service
  held_on date not null,
  present text not null check (length(present) between 1 and 1000),
  working_style text not null check (length(working_style) between 1 and 2000),
  access text not null check (length(access) between 1 and 2000),
  authority_told text not null check (length(authority_told) between 1 and 2000),   -- how, when the school is in a category
  noted_by uuid not null references person,
  noted_in_role text not null,
  noted_at timestamptz not null default clock_timestamp()
);
create index contracting_meeting_of_placement on contracting_meeting (placement_id, noted_at);
create trigger contracting_meeting_kept before update or delete on contracting_meeting for each row execute function keep_as_it_is();

create table agreement_version (
  id uuid primary key default gen_random_uuid(),
  placement_id uuid not null references placement on delete cascade,
  organisation_id uuid not null references organisation,
  number integer not null check (number > 0),
  content jsonb not null,
  revision integer not null default 1,        -- of the draft
  canonical text,                             -- what is signed: reference, number and content in one fixed order
  sha256 text,                                -- of the canonical text in UTF-8
  made_by uuid not null references person,
  made_in_role text not null,
  made_at timestamptz not null default clock_timestamp(),
  sent_by uuid references person,
  sent_at timestamptz,
  unique (placement_id, number),
  check ((sent_at is null) = (canonical is null) and (sent_at is null) = (sha256 is null) and (sent_at is null) = (sent_by is null))
);
create unique index agreement_draft_once on agreement_version (placement_id) where sent_at is null;

-- A draft changes from the revision that was read; a version that was sent says what its hash says, for ever.
create function keep_agreement_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.sent_at is null or acting_for('retention') then return old; end if;
    raise exception 'a version that was sent is never taken away' using errcode = 'insufficient_privilege';
  end if;
  if old.sent_at is not null then
    raise exception 'a version that was sent never changes' using errcode = 'insufficient_privilege';
  end if;
  if new.revision <> old.revision + 1 then
    raise exception 'a draft is changed from the revision that was read' using errcode = 'serialization_failure';
  end if;
  if new.sent_at is not null then
    if new.sha256 <> encode(sha256(convert_to(new.canonical, 'UTF8')), 'hex')
      or new.canonical::jsonb -> 'content' <> new.content
      or (new.canonical::jsonb ->> 'version')::integer <> new.number
      or new.canonical::jsonb ->> 'placement' is distinct from (select p.reference from placement p where p.id = new.placement_id) then
      raise exception 'the hash is of the placement, the number and the content' using errcode = 'check_violation';
    end if;
    if new.sent_by is distinct from acting_person() or not brokers_placement(new.placement_id) then
      raise exception 'a version is sent by the broker' using errcode = 'insufficient_privilege';
    end if;
  end if;
  return new;
end $$;
create trigger agreement_version_kept before update or delete on agreement_version
  for each row execute function keep_agreement_version();

create table agreement_signature (
  id uuid primary key default gen_random_uuid(),
  placement_id uuid not null references placement on delete cascade,
  organisation_id uuid not null references organisation,
  version_id uuid not null references agreement_version on delete cascade,
  sha256 text not null,
  part text not null check (part in ('service', 'leader', 'supported head', 'home head', 'home board')),
  name text not null check (length(name) between 1 and 200),   -- as it was signed
  role text not null,
  signed_by uuid not null references person,
  signed_at timestamptz not null default clock_timestamp(),
  unique (version_id, part),
  unique (version_id, signed_by)
);
create index agreement_signature_of_placement on agreement_signature (placement_id);
create index agreement_signature_of_person on agreement_signature (signed_by);

create function bind_signature() returns trigger language plpgsql as $$
declare
  newest agreement_version;
begin
  select * into newest from agreement_version v
    where v.placement_id = new.placement_id and v.sent_at is not null order by v.number desc limit 1;
  if newest.id is distinct from new.version_id or newest.sha256 is distinct from new.sha256 then
    raise exception 'the newest version that was sent is signed, by its hash' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger agreement_signature_bound before insert on agreement_signature for each row execute function bind_signature();
create trigger agreement_signature_kept before update or delete on agreement_signature for each row execute function keep_as_it_is();

create table placement_review (
  id uuid primary key default gen_random_uuid(),
  placement_id uuid not null references placement on delete cascade,
  organisation_id uuid not null references organisation,
  held_on date,
  working text check (length(working) between 1 and 2000),
  appropriate text check (length(appropriate) between 1 and 2000),
  change text check (length(change) between 1 and 2000),
  continues text check (continues in ('continue', 'change', 'extend', 'end')),
  exit_on date,
  next_steps text check (length(next_steps) between 1 and 2000),
  objectives jsonb not null default '[]',     -- key, status and details of each
  revision integer not null default 1,
  made_by uuid not null references person,
  made_in_role text not null,
  made_at timestamptz not null default clock_timestamp(),
  recorded_by uuid references person,
  recorded_at timestamptz,
  check ((recorded_at is null) = (recorded_by is null)),
  check (recorded_at is null or (held_on is not null and working is not null and appropriate is not null and change is not null
    and continues is not null and exit_on is not null and next_steps is not null and jsonb_array_length(objectives) > 0))
);
create index placement_review_of_placement on placement_review (placement_id, made_at);
create unique index placement_review_open_once on placement_review (placement_id) where recorded_at is null;
create function keep_review() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.recorded_at is null or acting_for('retention') then return old; end if;
    raise exception 'a review that was recorded is never taken away' using errcode = 'insufficient_privilege';
  end if;
  if old.recorded_at is not null then
    raise exception 'a review that was recorded never changes' using errcode = 'insufficient_privilege';
  end if;
  if new.revision <> old.revision + 1 then
    raise exception 'a review is changed from the revision that was read' using errcode = 'serialization_failure';
  end if;
  return new;
end $$;
create trigger placement_review_kept before update or delete on placement_review for each row execute function keep_review();

-- What the leader and the supported head say in a review: their own words, or as the service wrote them down. The newest of each counts.
create table placement_review_answer (
  id uuid primary key default gen_random_uuid(),
  review_id uuid not null references placement_review on delete cascade,
  placement_id uuid not null references placement on delete cascade,
  organisation_id uuid not null references organisation,
  part text not null check (part in ('leader', 'supported head')),
  working text not null check (length(working) between 1 and 2000),
  appropriate text not null check (length(appropriate) between 1 and 2000),
  change text not null check (length(change) between 1 and 2000),
  by_service boolean not null,
  said_by uuid not null references person,
  said_in_role text not null,
  said_at timestamptz not null default clock_timestamp()
);
create index placement_review_answer_of_review on placement_review_answer (review_id, said_at);
create function keep_review_answer() returns trigger language plpgsql as $$
begin
  -- With the review that it belongs to, while that is not recorded: the review is gone already when this is asked.
  if tg_op = 'DELETE' and (acting_for('retention') or not exists (select from placement_review r where r.id = old.review_id)) then
    return old;
  end if;
  raise exception 'answers are added to and never changed' using errcode = 'insufficient_privilege';
end $$;
create trigger placement_review_answer_kept before update or delete on placement_review_answer
  for each row execute function keep_review_answer();

-- The evaluation by the supported head, and the leader's reflection. What was sent is fixed; a later one takes its place, with why.
create table placement_evaluation (
  id uuid primary key default gen_random_uuid(),
  placement_id uuid not null references placement on delete cascade,
  organisation_id uuid not null references organisation,
  kind text not null check (kind in ('evaluation', 'reflection')),
  policy_id text not null,
  answers jsonb not null,
  supersedes uuid unique references placement_evaluation,
  reason text check (length(reason) between 1 and 2000),
  sent_by uuid not null references person,
  sent_in_role text not null,
  sent_at timestamptz not null default clock_timestamp(),
  check ((supersedes is null) = (reason is null))
);
create unique index placement_evaluation_first on placement_evaluation (placement_id, kind) where supersedes is null;
create trigger placement_evaluation_kept before update or delete on placement_evaluation for each row execute function keep_as_it_is();

-- What an objective came to, beside its baseline. The newest of each objective counts.
create table placement_impact (
  id uuid primary key default gen_random_uuid(),
  placement_id uuid not null references placement on delete cascade,
  organisation_id uuid not null references organisation,
  objective integer not null check (objective > 0),          -- its key in the agreement
  value text not null check (length(value) between 1 and 200),
  as_at date not null,
  source text not null check (length(source) between 1 and 400),
  comparator jsonb,                                          -- a published mean beside it
  confidence text not null check (confidence in ('high', 'medium', 'low')),
  words text not null check (length(words) between 1 and 2000),
  noted_by uuid not null references person,
  noted_in_role text not null,
  noted_at timestamptz not null default clock_timestamp()
);
create index placement_impact_of_placement on placement_impact (placement_id, objective, noted_at);
create trigger placement_impact_kept before update or delete on placement_impact for each row execute function keep_as_it_is();

create table placement_follow_up (
  id uuid primary key default gen_random_uuid(),
  placement_id uuid not null references placement on delete cascade,
  organisation_id uuid not null references organisation,
  months integer not null check (months > 0),                -- after the end
  held_on date not null,
  who text not null check (length(who) between 1 and 400),   -- was spoken with
  lasted text not null check (length(lasted) between 1 and 2000),
  new_need text check (length(new_need) between 1 and 2000), -- null: none
  noted_by uuid not null references person,
  noted_in_role text not null,
  noted_at timestamptz not null default clock_timestamp(),
  unique (placement_id, months)
);
create trigger placement_follow_up_kept before update or delete on placement_follow_up for each row execute function keep_as_it_is();

alter table contracting_meeting enable row level security;
create policy read on contracting_meeting for select using (works_in_placement(placement_id) or noted_by = acting_person());
create policy added on contracting_meeting for insert with check (
  noted_by = acting_person() and noted_in_role = acting_role() and negotiates_placement(placement_id) and placement_is_live(placement_id)
  and organisation_id = (select p.organisation_id from placement p where p.id = placement_id));
grant select, insert on contracting_meeting to alongside_app;

alter table agreement_version enable row level security;
create policy read on agreement_version for select using (
  exists (select from placement p where p.id = placement_id) or made_by = acting_person());
create policy added on agreement_version for insert with check (
  made_by = acting_person() and made_in_role = acting_role() and sent_at is null
  and negotiates_placement(placement_id) and placement_is_live(placement_id)
  and organisation_id = (select p.organisation_id from placement p where p.id = placement_id));
create policy changed on agreement_version for update using (negotiates_placement(placement_id) and placement_is_live(placement_id));
create policy discarded on agreement_version for delete using (
  sent_at is null and brokers_placement(placement_id) and placement_is_live(placement_id));
grant select, insert, delete on agreement_version to alongside_app;
grant update (content, revision, canonical, sha256, sent_by, sent_at) on agreement_version to alongside_app;

alter table agreement_signature enable row level security;
create policy read on agreement_signature for select using (
  exists (select from placement p where p.id = placement_id) or signed_by = acting_person());
create policy added on agreement_signature for insert with check (
  signed_by = acting_person() and role = acting_role()
  and exists (select from placement p where p.id = placement_id and p.organisation_id = agreement_signature.organisation_id
    and p.state in ('signing', 'under way')
    and case part
      when 'service' then p.organisation_id = acting_organisation() and acting_brokers()
      when 'leader' then p.leader_person_id = acting_person() and p.home_urn = acting_urn()
      when 'supported head' then p.supported_urn = acting_urn() and acting_kind() = 'school' and acting_role() = 'headteacher'
      when 'home head' then p.home_urn = acting_urn() and acting_kind() = 'school' and acting_role() = 'headteacher'
        and p.leader_person_id is distinct from acting_person() and not leader_heads_home(p.id)
      else p.home_urn = acting_urn() and acting_kind() = 'governing board' and acting_role() = 'governor or trustee'
        and leader_heads_home(p.id)
    end));
grant select, insert on agreement_signature to alongside_app;

alter table placement_review enable row level security;
create policy read on placement_review for select using (works_in_placement(placement_id) or made_by = acting_person());
create policy added on placement_review for insert with check (
  made_by = acting_person() and made_in_role = acting_role() and recorded_at is null
  and brokers_placement(placement_id) and placement_is_working(placement_id)
  and organisation_id = (select p.organisation_id from placement p where p.id = placement_id));
create policy changed on placement_review for update using (brokers_placement(placement_id) and placement_is_working(placement_id))
  with check (recorded_by is null or recorded_by = acting_person());
create policy discarded on placement_review for delete using (
  recorded_at is null and brokers_placement(placement_id) and placement_is_working(placement_id));
grant select, insert, delete on placement_review to alongside_app;
grant update (held_on, working, appropriate, change, continues, exit_on, next_steps, objectives, revision, recorded_by, recorded_at)
  on placement_review to alongside_app;

alter table placement_review_answer enable row level security;
create policy read on placement_review_answer for select using (works_in_placement(placement_id) or said_by = acting_person());
create policy added on placement_review_answer for insert with check (
  said_by = acting_person() and said_in_role = acting_role() and placement_is_working(placement_id)
  and exists (select from placement_review r where r.id = review_id and r.recorded_at is null
    and r.placement_id = placement_review_answer.placement_id and r.organisation_id = placement_review_answer.organisation_id)
  and case when by_service then brokers_placement(placement_id)
    else negotiates_placement(placement_id) and not brokers_placement(placement_id)
      and (part = 'leader') = exists (select from placement p where p.id = placement_id and p.leader_person_id = acting_person()) end);
grant select, insert on placement_review_answer to alongside_app;

alter table placement_evaluation enable row level security;
create policy read on placement_evaluation for select using (works_in_placement(placement_id) or sent_by = acting_person());
create policy added on placement_evaluation for insert with check (
  sent_by = acting_person() and sent_in_role = acting_role() and placement_is_live(placement_id)
  and exists (select from placement p where p.id = placement_id and p.organisation_id = placement_evaluation.organisation_id
    and case kind when 'reflection' then p.leader_person_id = acting_person()
      else p.supported_urn = acting_urn() and acting_kind() = 'school' and acting_role() = 'headteacher' end)
  and (supersedes is null or exists (select from placement_evaluation e where e.id = placement_evaluation.supersedes
    and e.placement_id = placement_evaluation.placement_id and e.kind = placement_evaluation.kind)));
grant select, insert on placement_evaluation to alongside_app;

alter table placement_impact enable row level security;
create policy read on placement_impact for select using (works_in_placement(placement_id) or noted_by = acting_person());
create policy added on placement_impact for insert with check (
  noted_by = acting_person() and noted_in_role = acting_role() and negotiates_placement(placement_id) and placement_is_live(placement_id)
  and organisation_id = (select p.organisation_id from placement p where p.id = placement_id));
grant select, insert on placement_impact to alongside_app;

alter table placement_follow_up enable row level security;
create policy read on placement_follow_up for select using (works_in_placement(placement_id) or noted_by = acting_person());
create policy added on placement_follow_up for insert with check (
  noted_by = acting_person() and noted_in_role = acting_role() and brokers_placement(placement_id) and placement_is_live(placement_id)
  and organisation_id = (select p.organisation_id from placement p where p.id = placement_id));
grant select, insert on placement_follow_up to alongside_app;
