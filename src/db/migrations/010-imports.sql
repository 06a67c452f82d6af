-- Published files that people bring by the site: kept in parts until they are loaded or given up, checked first, and loaded only when
-- a person says so. The job is its organisation's record; what it loads is published data, which is everybody's.

create table import_job (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  uploaded_by uuid not null references person,
  uploaded_in_role text not null,
  uploaded_at timestamptz not null default now(),
  decided_by uuid references person,       -- who said that it is to be loaded, or given up
  decided_at timestamptz,
  step text not null default 'check' check (step in ('check', 'load')),
  state text not null default 'waiting'
    check (state in ('waiting', 'working', 'checked', 'loaded', 'discarded', 'cancelled', 'cut off', 'failed')),
  waiting_since timestamptz not null default now(),
  given_year smallint,                     -- of files that do not say it, as the person gave it for all
  given_as_at date,
  cancel_asked_at timestamptz,
  progress jsonb,                          -- how far the work is; null while nobody works on it
  fault text,                              -- the number under which a fault of ours is in the log
  ended_at timestamptz
);
create index import_job_of_organisation on import_job (organisation_id, uploaded_at desc);
create index import_job_waiting on import_job (waiting_since) where state in ('waiting', 'working');
comment on table import_job is 'Files that somebody brought, and what became of them';

create table import_job_file (
  job_id uuid not null references import_job on delete cascade,
  position smallint not null,
  name text not null,
  bytes bigint not null,
  answers jsonb not null default '{}',     -- year and day that the person gave for single files within it
  checked jsonb,                           -- what loading it would do
  loaded jsonb,                            -- what loading it did
  primary key (job_id, position)
);

create table import_job_part (
  job_id uuid not null,
  position smallint not null,
  part integer not null,
  content bytea not null,
  primary key (job_id, position, part),
  foreign key (job_id, position) references import_job_file on delete cascade
);
-- Most of what comes is packed already, and none of it stays.
alter table import_job_part alter column content set storage external;

alter table import add column job_id uuid references import_job;
alter table import add column mends_import_id integer references import;
alter table import add column header text;
comment on column import.job_id is 'By whom it was brought; null for what the operator loaded';
comment on column import.mends_import_id is 'The import whose rows were set aside and are mended here';
comment on column import.header is 'The header as published, kept where rows were set aside';
create index import_of_job on import (job_id) where job_id is not null;
create index import_mending on import (mends_import_id) where mends_import_id is not null;

-- Apart from the reasons, of which a row may have several.
create table set_aside_text (
  import_id integer not null references import on delete cascade,
  line integer not null,
  text text not null,
  primary key (import_id, line)
);
comment on table set_aside_text is 'Rows that could not be loaded, as published';
grant select on set_aside_text to alongside_app;

-- The queue belongs to the owner; the site may ask for this one task and no other. One key: a task that waits works off all jobs.
create function queue_imports() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform graphile_worker.add_job('work_off_imports', job_key => 'imports', max_attempts => 1);
end $$;

-- Who brought what stands on everybody's pages: the organisation for all to see, the person for those of the same organisation.
create function importer_of(job uuid) returns table (organisation text, person text)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.name, case when o.id = acting_organisation() then p.name end
  from import_job j join organisation o on o.id = j.organisation_id join person p on p.id = j.uploaded_by
  where j.id = job and (o.id = acting_organisation() or exists (select from import i where i.job_id = j.id))
$$;

-- Whether files are being loaded at this moment: pages then keep what they have worked out of all of England until the last is in.
create function is_loading() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from import_job where state = 'working' and step = 'load')
$$;

-- Whether the acting person may have to do with imports of the acting organisation.
create function acting_imports() returns boolean language sql stable as $$
  select acting_kind() in ('local authority', 'trust', 'hub') and acting_role() in ('service lead', 'broker')
$$;

alter table import_job enable row level security;
create policy own on import_job for select using (
  (organisation_id = acting_organisation() and acting_imports()) or acting_person() in (uploaded_by, decided_by));
create policy brought on import_job for insert with check (
  organisation_id = acting_organisation() and acting_imports() and uploaded_by = acting_person()
  and uploaded_in_role = acting_role() and step = 'check' and state = 'waiting' and decided_by is null);
create policy decided on import_job for update using (organisation_id = acting_organisation() and acting_imports());
grant select, insert on import_job to alongside_app;
grant update (step, state, waiting_since, given_year, given_as_at, decided_by, decided_at, cancel_asked_at, fault, ended_at) on import_job to alongside_app;

create function is_own_import_job(job uuid) returns boolean language sql stable as $$
  select exists (select from import_job j where j.id = job and j.organisation_id = acting_organisation() and acting_imports())
$$;

alter table import_job_file enable row level security;
create policy own on import_job_file for select using (
  exists (select from import_job j where j.id = job_id));
create policy brought on import_job_file for insert with check (is_own_import_job(job_id));
create policy answered on import_job_file for update using (is_own_import_job(job_id));
grant select, insert on import_job_file to alongside_app;
grant update (bytes, answers, checked) on import_job_file to alongside_app;

alter table import_job_part enable row level security;
create policy own on import_job_part for select using (is_own_import_job(job_id));
create policy brought on import_job_part for insert with check (is_own_import_job(job_id));
create policy given_up on import_job_part for delete using (is_own_import_job(job_id));
grant select, insert, delete on import_job_part to alongside_app;
