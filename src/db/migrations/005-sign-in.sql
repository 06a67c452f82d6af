-- How people prove who they are. Passwords as argon2id, tokens only as hashes, second factors encrypted with the site's key.

create table local_account (
  person_id uuid primary key references person,
  password_hash text,                      -- argon2id in its own notation, which says its cost; null for those who sign in
                                           -- at a provider and keep only a second factor here
  password_set_at timestamptz default now(),
  totp_secret text,                        -- encrypted; null until it is set up
  totp_confirmed_at timestamptz,
  totp_last_step bigint,                   -- the step of the last code taken, so that a code works once
  check (password_hash is not null or totp_confirmed_at is not null)
);

create table recovery_code (
  person_id uuid not null references person,
  code_hash text not null,
  used_at timestamptz,
  primary key (person_id, code_hash)
);

-- A person at an OpenID provider: issuer and subject, never the e-mail, say who it is.
create table provider_identity (
  issuer text not null,
  subject text not null,
  person_id uuid not null references person,
  linked_at timestamptz not null default now(),
  primary key (issuer, subject)
);
create index provider_identity_of_person on provider_identity (person_id);

create table session (
  id uuid primary key default gen_random_uuid(),
  token_hash text not null unique,
  person_id uuid not null references person,
  membership_id uuid references membership,   -- the role that the person acts in now
  method text not null check (method in ('password', 'provider', 'demonstration')),
  provider_issuer text,
  second_factor boolean not null,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  idle_until timestamptz not null,
  ends_at timestamptz not null,               -- whatever happens
  ended_at timestamptz,
  ip text,
  user_agent text
);
create index session_of_person on session (person_id);

-- What is proved by holding a link: an invitation, a password reset. One use, until a moment.
create table invitation (
  id uuid primary key default gen_random_uuid(),
  token_hash text not null unique,
  organisation_id uuid not null references organisation,
  email text not null check (email = lower(email)),
  name text not null,
  role text not null,
  invited_by uuid references person,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz
);
create index invitation_of_organisation on invitation (organisation_id);

create table reset_link (
  token_hash text primary key,
  person_id uuid not null references person,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);

-- A sign-in begun at a provider, or a password given and the second factor still due; ended by its use.
create table pending_sign_in (
  token_hash text primary key,
  kind text not null check (kind in ('provider', 'second factor')),
  person_id uuid references person,
  provider text,
  detail jsonb not null,                  -- state, nonce, PKCE verifier; where the person was going
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);

-- Counters of rate-limiter-flexible, in its own layout. Keys are hashed by the caller; nothing here says who.
create table rate_limit (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
grant select, insert, update, delete on rate_limit to alongside_app;

-- A session by its token, for each request: one call, as owner. Moves the idle end on at most once a minute.
create function session_of(hash text, idle interval) returns table (
  session_id uuid, person_id uuid, person_name text, email text, demonstration boolean, second_factor boolean, method text,
  membership_id uuid, role text, organisation_id uuid, organisation_kind text, organisation_name text,
  la_code integer, group_uid integer, urn integer
) language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update session s set seen_at = now(), idle_until = now() + idle
  where s.token_hash = hash and s.ended_at is null and s.idle_until > now() and s.ends_at > now() and s.seen_at < now() - interval '1 minute';
  return query
  select s.id, p.id, p.name, p.email, p.demonstration, s.second_factor, s.method,
    m.id, m.role, o.id, o.kind, o.name, o.la_code, o.group_uid, o.urn
  from session s
  join person p on p.id = s.person_id and p.erased_at is null and p.restricted_at is null
  -- A leaver's access ends at once: an ended membership gives no role, whatever the session says.
  left join membership m on m.id = s.membership_id and m.ended_at is null
  left join organisation o on o.id = m.organisation_id and o.closed_at is null
  where s.token_hash = hash and s.ended_at is null and s.idle_until > now() and s.ends_at > now();
end $$;

alter table local_account enable row level security;
create policy own on local_account using (person_id = acting_person() or acting_for('sign-in') or acting_for('retention'));
grant select, insert, update, delete on local_account to alongside_app;
alter table recovery_code enable row level security;
create policy own on recovery_code using (person_id = acting_person() or acting_for('sign-in') or acting_for('retention'));
grant select, insert, update, delete on recovery_code to alongside_app;
alter table provider_identity enable row level security;
create policy own on provider_identity using (person_id = acting_person() or acting_for('sign-in') or acting_for('retention'));
grant select, insert, delete on provider_identity to alongside_app;
alter table session enable row level security;
create policy own on session using (person_id = acting_person() or acting_for('sign-in') or acting_for('retention') or acting_for('demonstration'));
-- An administrator ends a leaver's sessions without seeing them.
create function end_sessions_of_leaver(leaver uuid) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ended integer;
begin
  update session s set ended_at = now()
  from membership m
  where s.membership_id = m.id and m.person_id = leaver and m.ended_at is not null and s.ended_at is null
    and m.organisation_id = nullif(current_setting('alongside.organisation', true), '')::uuid
    and current_setting('alongside.role', true) = 'administrator';
  get diagnostics ended = row_count;
  return ended;
end $$;
-- For the access review: when each role of the acting administrator's organisation was last used. The sessions themselves stay hidden.
create function last_use_of_roles() returns table (membership_id uuid, last_used timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.membership_id, max(s.seen_at) from session s
  join membership m on m.id = s.membership_id
  where m.organisation_id = nullif(current_setting('alongside.organisation', true), '')::uuid
    and current_setting('alongside.role', true) = 'administrator'
  group by s.membership_id
$$;
grant select, insert, update, delete on session to alongside_app;
alter table invitation enable row level security;
create policy own on invitation using (
  (organisation_id = acting_organisation() and acting_role() = 'administrator')
  or acting_for('sign-in') or acting_for('operator') or acting_for('retention'));
grant select, insert, update, delete on invitation to alongside_app;
create policy to_oneself on invitation for select using (email = (select p.email from person p where p.id = acting_person()));
alter table reset_link enable row level security;
create policy own on reset_link using (acting_for('sign-in') or acting_for('retention'));
create policy of_oneself on reset_link for select using (person_id = acting_person());
grant select, insert, update, delete on reset_link to alongside_app;
alter table pending_sign_in enable row level security;
create policy own on pending_sign_in using (acting_for('sign-in') or acting_for('retention'));
create policy of_oneself on pending_sign_in for select using (person_id = acting_person());
grant select, insert, update, delete on pending_sign_in to alongside_app;
