-- Term dates that a service enters, private calendar feeds, reminders and the weekly letter of work, and invitations in mail.

-- Newest row of a service and school year counts; rows are added and never changed. Null terms: back to the published ones.
create table service_terms (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  school_year integer not null check (school_year between 2000 and 2100),
  terms jsonb,
  entered_by uuid not null references person,
  entered_in_role text not null,
  entered_at timestamptz not null default clock_timestamp()
);
create index service_terms_of on service_terms (organisation_id, school_year, entered_at desc);

alter table service_terms enable row level security;
create policy read on service_terms for select using (
  (organisation_id = acting_organisation() and acting_role() in ('service lead', 'broker', 'adviser', 'administrator'))
  or entered_by = acting_person());
create policy added on service_terms for insert with check (
  organisation_id = acting_organisation() and acting_kind() in ('local authority', 'trust', 'hub')
  and acting_role() in ('service lead', 'broker', 'administrator')
  and entered_by = acting_person() and entered_in_role = acting_role());
grant select, insert on service_terms to alongside_app;

-- Days of term are no secret: whoever works with a service counts with its days. Who entered them stays with the service.
create function terms_of_service(service uuid, year integer) returns jsonb language sql stable security definer set search_path = public, pg_temp as $$
  select terms from service_terms where organisation_id = service and school_year = year order by entered_at desc limit 1
$$;
create function author_of_terms(author uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select p.name from person p where p.id = author
    and exists (select from service_terms t where t.entered_by = author and t.organisation_id = acting_organisation())
$$;

-- One feed a person: by a token of which only the hash is kept. A new token ends the one before.
create table calendar_feed (
  person_id uuid primary key references person,
  token_hash text unique,                       -- null: ended
  made_at timestamptz not null default now(),
  ended_at timestamptz,
  read_at timestamptz,                          -- when a calendar last asked, so that its owner sees whether any does
  check ((token_hash is null) = (ended_at is not null))
);
alter table calendar_feed enable row level security;
create policy own on calendar_feed for select using (person_id = acting_person());
create policy made on calendar_feed for insert with check (person_id = acting_person());
create policy changed on calendar_feed for update using (person_id = acting_person());
grant select, insert on calendar_feed to alongside_app;
grant update (token_hash, made_at, ended_at, read_at) on calendar_feed to alongside_app;

-- Whose feed a token is. As owner: the site itself may not look through feeds.
create function person_of_feed(hash text) returns table (id uuid, name text, email text, demonstration boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update calendar_feed f set read_at = now()
  where f.token_hash = hash and (f.read_at is null or f.read_at < now() - interval '10 minutes');
  return query select p.id, p.name, p.email, p.demonstration from calendar_feed f join person p on p.id = f.person_id
    where f.token_hash = hash and p.restricted_at is null and p.erased_at is null;
end $$;

-- What a person gets by mail about their work; without a row, both.
create table work_mail (
  person_id uuid primary key references person,
  weekly boolean not null default true,
  reminders boolean not null default true,
  weekly_on date,                               -- day in London of the last weekly letter
  chosen_at timestamptz
);
alter table work_mail enable row level security;
create policy own on work_mail for select using (person_id = acting_person() or acting_for('work'));
create policy chosen on work_mail for insert with check (person_id = acting_person() or acting_for('work'));
create policy changed on work_mail for update using (person_id = acting_person() or acting_for('work'));
grant select, insert on work_mail to alongside_app;
grant update (weekly, reminders, weekly_on, chosen_at) on work_mail to alongside_app;

-- Each reminder that was queued, so that none goes twice. `step` in days after the day on which it was due, negative before.
create table work_reminder (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  item_key text not null check (length(item_key) between 1 and 300),
  due date not null,
  step integer not null,
  queued_at timestamptz not null default now(),
  unique (person_id, organisation_id, item_key, due, step)
);
alter table work_reminder enable row level security;
create policy own on work_reminder for select using (
  person_id = acting_person() or acting_for('work') or acting_for('retention'));
create policy noted on work_reminder for insert with check (acting_for('work'));
create policy cleared on work_reminder for delete using (acting_for('retention'));
grant select, insert, delete on work_reminder to alongside_app;

-- With the person goes what was theirs, whoever erases them.
create function forget_work_of_erased() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from calendar_feed where person_id = new.id;
  delete from work_mail where person_id = new.id;
  delete from work_reminder where person_id = new.id;
  return null;
end $$;
create trigger person_erased_forgets_work after update of erased_at on person
  for each row when (new.erased_at is not null) execute function forget_work_of_erased();

-- Writing about work, and a feed: to whom, in which of their roles, and the letter itself. What somebody's work is, is read in their own name.
create policy for_work on person for select using (acting_for('work'));
create policy for_work on membership for select using (acting_for('work'));
create policy for_work on organisation for select using (acting_for('work'));
create policy of_work on mail_message for insert with check (acting_for('work'));

-- An invitation goes with a letter as iCalendar; where the way of sending takes none, its text leads to a page that gives it.
alter table mail_body add column calendar text;
alter table mail_body add column calendar_method text check (calendar_method in ('REQUEST', 'CANCEL'));
alter table mail_body add column calendar_url text;
alter table mail_body add check ((calendar is null) = (calendar_method is null) and (calendar is null) = (calendar_url is null));
