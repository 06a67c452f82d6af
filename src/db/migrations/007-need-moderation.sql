-- What people say of the need that was worked out: the service confirms or changes a category, the school comments.
-- Rows are added and never changed: the newest counts, the history stays.

create table need_moderation (
  id uuid primary key default gen_random_uuid(),
  urn integer not null references school,
  organisation_id uuid not null references organisation,   -- each service judges for itself
  policy_id text not null,
  as_at date not null,
  computed_category char(1) not null check (computed_category in ('A', 'B', 'C', 'D')),
  category char(1) not null check (category in ('A', 'B', 'C', 'D')),
  decided_by uuid not null references person,
  decided_in_role text not null,
  decided_at timestamptz not null default now()
);
create index need_moderation_of_school on need_moderation (urn, decided_at desc);

-- The service's reason, apart from the category: the school sees its category and its evidence, and not these words.
create table need_moderation_reason (
  moderation_id uuid primary key references need_moderation,
  urn integer not null references school,
  organisation_id uuid not null references organisation,
  reason text not null check (length(reason) between 1 and 2000)
);

create table need_comment (
  id uuid primary key default gen_random_uuid(),
  urn integer not null references school,
  organisation_id uuid not null references organisation,
  from_school boolean not null,
  policy_id text not null,
  as_at date not null,
  body text not null check (length(body) between 1 and 4000),
  said_by uuid not null references person,
  said_in_role text not null,
  said_at timestamptz not null default now()
);
create index need_comment_of_school on need_comment (urn, said_at);

alter table need_moderation enable row level security;
create policy read on need_moderation for select using (
  (organisation_id = acting_organisation() and may_read_triage(urn)) or is_own_school(urn)
  or decided_by = acting_person() or acting_for('operator'));
create policy added on need_moderation for insert with check (
  organisation_id = acting_organisation() and decided_by = acting_person() and decided_in_role = acting_role()
  and may_read_triage(urn) and acting_role() in ('service lead', 'broker'));
grant select, insert on need_moderation to alongside_app;

comment on table need_moderation_reason is 'class triage: why the service confirmed or changed a category';
alter table need_moderation_reason enable row level security;
create policy read on need_moderation_reason for select using (organisation_id = acting_organisation() and may_read_triage(urn));
create policy added on need_moderation_reason for insert with check (
  exists (select from need_moderation m
    where m.id = moderation_id and m.urn = need_moderation_reason.urn and m.decided_by = acting_person()
      and m.organisation_id = need_moderation_reason.organisation_id and m.organisation_id = acting_organisation()));
grant select, insert on need_moderation_reason to alongside_app;

alter table need_comment enable row level security;
create policy read on need_comment for select using (
  (organisation_id = acting_organisation() and may_read_triage(urn)) or is_own_school(urn)
  or (from_school and may_read_triage(urn)) or said_by = acting_person());
create policy added on need_comment for insert with check (
  organisation_id = acting_organisation() and said_by = acting_person() and said_in_role = acting_role()
  and case when from_school then is_own_school(urn) else may_read_triage(urn) end);
grant select, insert on need_comment to alongside_app;

-- The names that stand under decisions and comments on a school, for those who may read these. As owner, because the people and
-- organisations of others stay hidden otherwise; the name alone leaves.
create function author_on_need(author uuid, school_urn integer) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select p.name from person p where p.id = author and (
    exists (select from need_moderation m where m.urn = school_urn and m.decided_by = author
      and (is_own_school(school_urn) or (m.organisation_id = acting_organisation() and may_read_triage(school_urn))))
    or exists (select from need_comment c where c.urn = school_urn and c.said_by = author
      and (is_own_school(school_urn) or ((c.organisation_id = acting_organisation() or c.from_school) and may_read_triage(school_urn)))))
$$;
create function party_on_need(party uuid, school_urn integer) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select o.name from organisation o where o.id = party and (
    exists (select from need_moderation m where m.urn = school_urn and m.organisation_id = party
      and (is_own_school(school_urn) or (party = acting_organisation() and may_read_triage(school_urn))))
    or exists (select from need_comment c where c.urn = school_urn and c.organisation_id = party
      and (is_own_school(school_urn) or ((party = acting_organisation() or c.from_school) and may_read_triage(school_urn)))))
$$;
