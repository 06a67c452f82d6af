-- What each import told that was not known before, and who wants to have it by mail.

-- Which import first told of an inspection: its row in `inspection` moves to whichever file ranks highest, so it cannot say.
create table inspection_first_told (
  urn integer not null,
  inspected_on date not null,
  kind text not null,
  inspection_number text,
  import_id integer not null references import,
  primary key (urn, inspected_on, kind)
);
create index inspection_first_told_by on inspection_first_told (import_id);
grant select on inspection_first_told to alongside_app;

-- For each statement, since inspections come by the hundred thousand. What makes two rows one inspection, thirty days too, is as
-- in the joining of lists: src/opendata/rules/merge-sql.ts.
create function note_inspections_first_told() returns trigger language plpgsql as $$
begin
  insert into inspection_first_told (urn, inspected_on, kind, inspection_number, import_id)
  select i.urn, i.inspected_on, i.kind, i.inspection_number, i.import_id from incoming_rows i
  where not exists (select from inspection_first_told told
    where told.urn = i.urn and told.kind = i.kind and (told.inspected_on = i.inspected_on
      or coalesce(told.inspection_number = i.inspection_number, abs(told.inspected_on - i.inspected_on) <= 30)))
  on conflict do nothing;
  return null;
end $$;
create trigger inspection_first_told after insert on inspection
  referencing new table as incoming_rows for each statement execute function note_inspections_first_told();
insert into inspection_first_told (urn, inspected_on, kind, inspection_number, import_id)
select urn, inspected_on, kind, inspection_number, import_id from inspection;

create table news_import (
  import_id integer primary key references import on delete cascade,
  standing text not null check (standing in ('ground', 'older', 'late', 'told')),
  unclear_heads jsonb not null default '{}',   -- changes of head that names do not tell surely: how many, by area
  drawn_at timestamptz not null default now()
);
comment on table news_import is 'Imports from which news was drawn, and how each stood to what was held; src/news/rules/standing.ts';
grant select on news_import to alongside_app;
-- What was held before there was news is the ground.
insert into news_import (import_id, standing) select id, 'ground' from import;

create table news_item (
  id bigint generated always as identity primary key,
  import_id integer not null references news_import on delete cascade,
  source_import_id integer not null references import,   -- whose row stands now: another's, where a later file tells the same
  line integer not null,              -- in that file
  urn integer not null,
  la_code smallint not null,          -- of the school when the news was drawn
  school_name text not null,
  kind text not null check (kind in ('opening', 'closure', 'head', 'inspection', 'result', 'roll', 'trust', 'renamed', 'type', 'authority')),
  occasion text not null,             -- what tells this piece of news from others of the school and kind: a day, a year, a name
  happened_on date,                   -- the day that is published for it; else it lies
  not_before date,                    -- after this day
  not_after date,                     -- and not after this one
  headline text not null,
  detail jsonb not null,              -- src/news/schema/news-detail.ts
  -- The extracts that name the heads: the news holds their names only as long as those do.
  before_urn integer,
  before_import_id integer,
  after_urn integer,
  after_import_id integer,
  created_at timestamptz not null default now(),
  unique (urn, kind, occasion),
  check (kind <> 'head' or (before_import_id is not null and after_import_id is not null)),
  foreign key (before_urn, before_import_id) references head_sighting (urn, import_id) on delete cascade,
  foreign key (after_urn, after_import_id) references head_sighting (urn, import_id) on delete cascade
);
create index news_item_of_area on news_item (la_code, import_id);
create index news_item_of_import on news_item (import_id);
create index news_item_before on news_item (before_urn, before_import_id);
create index news_item_after on news_item (after_urn, after_import_id);
grant select on news_item to alongside_app;

create table news_subscription (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,   -- whose area or trust the news is of
  frequency text not null check (frequency in ('as it comes', 'weekly')),
  told_to integer not null,           -- the last import whose news was sent, or that was drawn before the person chose
  sent_at timestamptz,
  chosen_at timestamptz not null default now(),
  unique (person_id, organisation_id)
);

-- With the role goes the mail that it gave: at once, whoever ends it, erasure too.
create function end_news_subscription() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from news_subscription s where s.person_id = new.person_id and s.organisation_id = new.organisation_id
    and not exists (select from membership m
      where m.person_id = new.person_id and m.organisation_id = new.organisation_id and m.ended_at is null);
  return null;
end $$;
create trigger membership_ends_news after update of ended_at on membership
  for each row when (new.ended_at is not null) execute function end_news_subscription();

alter table news_subscription enable row level security;
create policy own on news_subscription for select using (person_id = acting_person() or acting_for('news'));
create policy chosen on news_subscription for insert with check (
  person_id = acting_person() and organisation_id = acting_organisation());
create policy changed on news_subscription for update using (person_id = acting_person() or acting_for('news'));
create policy ended on news_subscription for delete using (person_id = acting_person() or acting_for('news'));
grant select, insert, delete on news_subscription to alongside_app;
grant update (frequency, told_to, sent_at, chosen_at) on news_subscription to alongside_app;

-- Sending it: to whom, whether they still hold a role, and the letter itself.
create policy for_news on person for select using (acting_for('news'));
create policy for_news on membership for select using (acting_for('news'));
create policy for_news on organisation for select using (acting_for('news'));
create policy of_news on mail_message for insert with check (acting_for('news'));
-- Where the reader's mail program leads whoever wants no more of it; null for letters that answer something.
alter table mail_body add column unsubscribe_url text;
