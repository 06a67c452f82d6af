-- Mail to send: written with the transaction that caused it, sent by a job of the same transaction.

create table mail_message (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid references organisation,
  person_id uuid references person,
  to_email text not null,
  template text not null,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed')),
  attempts integer not null default 0,
  last_error text,
  provider_id text,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create index mail_message_of_organisation on mail_message (organisation_id, created_at);

-- Apart from the message, because a body can hold a link that opens an account: administrators see that a mail went, not its words.
create table mail_body (
  message_id uuid primary key references mail_message on delete cascade,
  subject text not null,
  text text not null
);

-- The queue belongs to the owner; the site may add this one job to it and no other. Twelve attempts, the pauses between them
-- growing from seconds to hours, outlast a mail server that is down for a night.
create function queue_mail(message uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform graphile_worker.add_job('send_mail', json_build_object('messageId', message), job_key => 'mail ' || message, max_attempts => 12);
end $$;

alter table mail_message enable row level security;
create policy seen on mail_message for select using (
  (organisation_id = acting_organisation() and acting_role() = 'administrator')
  or person_id = acting_person()
  or acting_for('mail') or acting_for('demonstration') or acting_for('sign-in') or acting_for('operator') or acting_for('retention'));
create policy written on mail_message for insert with check (
  organisation_id is not distinct from acting_organisation() or acting_for('sign-in') or acting_for('operator') or acting_for('retention'));
create policy sent on mail_message for update using (acting_for('mail'));
create policy cleared on mail_message for delete using (acting_for('retention'));
grant select, insert, update, delete on mail_message to alongside_app;
alter table mail_body enable row level security;
create policy seen on mail_body for select using (acting_for('mail') or acting_for('demonstration'));
create policy written on mail_body for insert with check (true);
create policy cleared on mail_body for delete using (acting_for('mail') or acting_for('retention'));
grant select, insert, delete on mail_body to alongside_app;
