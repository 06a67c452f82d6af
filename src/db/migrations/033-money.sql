-- Money of placements: half days put right, orders and invoices with who asked and who approved, what was paid, a service's own rates, and
-- its budgets. What is written stays as it was: an invoice is corrected by a credit note, a payment by one that undoes it. Pence and
-- half days are whole numbers.

create function acting_asks_for_money() returns boolean language sql stable as $$
  select coalesce(acting_kind() in ('local authority', 'trust', 'hub')
    and acting_role() in ('service lead', 'broker', 'finance officer'), false)
$$;
create function acting_approves_money() returns boolean language sql stable as $$
  select coalesce(acting_kind() in ('local authority', 'trust', 'hub')
    and acting_role() in ('service lead', 'finance officer'), false)
$$;
create function keep_money() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and acting_for('retention') then return old; end if;
  raise exception 'records of money are added and never changed' using errcode = 'insufficient_privilege';
end $$;

-- Half days delivered that no visit tells, or told wrongly; with why.
create table half_day_adjustment (
  id uuid primary key default gen_random_uuid(),
  placement_id uuid not null references placement,
  organisation_id uuid not null references organisation,
  half_days integer not null check (half_days <> 0 and abs(half_days) <= 400),
  on_day date not null,
  words text not null check (length(words) between 1 and 500),
  entry_key uuid not null unique,      -- of the form: sent twice, it is one
  made_by uuid not null references person,
  made_in_role text not null,
  made_at timestamptz not null default clock_timestamp()
);
create index half_day_adjustment_of_placement on half_day_adjustment (placement_id, on_day);
create index half_day_adjustment_of_person on half_day_adjustment (made_by);
create trigger half_day_adjustment_kept before update or delete on half_day_adjustment for each row execute function keep_money();

-- Orders, invoices and credit notes. Asked for by one person of the service and approved by another; with the approval it gets the next
-- number of its issuer, and nothing of it changes any more.
create table money_document (
  id uuid primary key default gen_random_uuid(),
  placement_id uuid not null references placement,
  organisation_id uuid not null references organisation,
  kind text not null check (kind in ('purchase order', 'invoice', 'credit note')),
  bill text not null check (length(bill) between 1 and 40),            -- code of the flow's bill
  agreement_version_id uuid not null,                                  -- whose terms it is reckoned by
  from_party text not null check (from_party in ('service', 'supported school', 'home school', 'trust')),
  to_party text not null check (to_party in ('service', 'supported school', 'home school', 'trust')),
  issuer text not null check (issuer = 'service' or issuer ~ '^\d{1,9}$'),   -- 'service', or a school by its number: whose numbers it counts in
  from_name text not null check (length(from_name) between 1 and 200),
  to_name text not null check (length(to_name) between 1 and 200),
  label text not null check (length(label) between 1 and 200),
  half_days integer not null check (half_days > 0),
  net_pence bigint not null check (net_pence > 0),
  vat_basis_points integer not null check (vat_basis_points between 0 and 10000),
  vat_pence bigint not null check (vat_pence >= 0),
  total_pence bigint not null,
  due_days integer check (due_days between 0 and 366),
  credits uuid references money_document,                              -- of a credit note: the invoice
  words text check (length(words) between 1 and 500),                  -- of a credit note: why
  state text not null default 'requested' check (state in ('requested', 'approved', 'refused', 'withdrawn')),
  number integer check (number > 0),
  issued_on date,
  due_on date,
  requested_by uuid not null references person,
  requested_in_role text not null,
  requested_at timestamptz not null default clock_timestamp(),
  decided_by uuid references person,
  decided_in_role text,
  decided_at timestamptz,
  decided_words text check (length(decided_words) between 1 and 500),
  check (total_pence = net_pence + vat_pence),
  check (from_party <> to_party),
  check ((kind = 'credit note') = (credits is not null) and (kind = 'credit note') = (words is not null)),
  check ((kind = 'invoice') = (due_days is not null)),
  check ((state = 'requested') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (decided_in_role is null)),
  check ((state = 'approved') = (number is not null) and (state = 'approved') = (issued_on is not null)),
  check ((due_on is not null) = (state = 'approved' and kind = 'invoice')),
  check (state <> 'refused' or decided_words is not null)
);
create index money_document_of_placement on money_document (placement_id, requested_at);
create index money_document_of_service on money_document (organisation_id, state, due_on);
create index money_document_of_credited on money_document (credits) where credits is not null;
create index money_document_of_requester on money_document (requested_by);
create index money_document_of_decider on money_document (decided_by);
create unique index money_document_number on money_document (organisation_id, issuer, kind, number);
-- Sent twice, it is one: a bill waits once.
create unique index money_document_waits on money_document (placement_id, bill) where state = 'requested' and kind <> 'credit note';
create unique index money_document_credit_waits on money_document (credits) where state = 'requested';

-- A document is decided once, by another person than whoever asked for it; its number is the next of its issuer, so that none is missing:
-- the lock makes approvals of one issuer follow each other. As owner, to count what row policies hide.
create function keep_money_document() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    if acting_for('retention') then return old; end if;
    raise exception 'records of money are added and never changed' using errcode = 'insufficient_privilege';
  end if;
  if old.state <> 'requested' or new.state = 'requested' then
    raise exception 'a document is decided once' using errcode = 'insufficient_privilege';
  end if;
  if (to_jsonb(new) - array['state', 'number', 'issued_on', 'due_on', 'decided_by', 'decided_in_role', 'decided_at', 'decided_words'])
    <> (to_jsonb(old) - array['state', 'number', 'issued_on', 'due_on', 'decided_by', 'decided_in_role', 'decided_at', 'decided_words']) then
    raise exception 'what a document says is never changed' using errcode = 'insufficient_privilege';
  end if;
  if new.state in ('approved', 'refused') and new.decided_by = old.requested_by then
    raise exception 'whoever asked for a document does not approve it' using errcode = 'insufficient_privilege';
  end if;
  new.number := null;
  if new.state = 'approved' then
    perform pg_advisory_xact_lock(hashtext('money_document'), hashtext(new.organisation_id::text || new.issuer || new.kind));
    select coalesce(max(d.number), 0) + 1 into new.number from money_document d
    where d.organisation_id = new.organisation_id and d.issuer = new.issuer and d.kind = new.kind;
    if new.kind = 'credit note' and not exists (
      select from money_document d where d.id = new.credits and d.kind = 'invoice' and d.state = 'approved'
        and d.placement_id = new.placement_id and d.issuer = new.issuer and d.from_party = new.from_party and d.to_party = new.to_party
        and d.total_pence >= new.total_pence + coalesce((select sum(c.total_pence) from money_document c
          where c.credits = d.id and c.state = 'approved'), 0)) then
      raise exception 'a credit note takes back no more than its invoice asked for' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;
create trigger money_document_kept before update or delete on money_document for each row execute function keep_money_document();

-- What was paid of an invoice; one that undoes another takes it back.
create table money_payment (
  id uuid primary key default gen_random_uuid(),
  document_id uuid not null references money_document,
  placement_id uuid not null references placement,
  organisation_id uuid not null references organisation,
  pence bigint not null check (pence <> 0),
  paid_on date not null,
  reference text not null check (length(reference) between 1 and 100),
  undoes uuid unique references money_payment,
  entry_key uuid not null unique,
  recorded_by uuid not null references person,
  recorded_in_role text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  check ((undoes is null) = (pence > 0))
);
create index money_payment_of_document on money_payment (document_id, recorded_at);
create index money_payment_of_placement on money_payment (placement_id);
create index money_payment_of_person on money_payment (recorded_by);
-- As owner: a policy that asked its own table would go round in circles.
create function check_money_payment() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  owed bigint;
begin
  if new.undoes is not null and not exists (select from money_payment u where u.id = new.undoes and u.undoes is null
    and u.document_id = new.document_id and u.pence = -new.pence) then
    raise exception 'a payment is undone by as much as it was' using errcode = 'check_violation';
  end if;
  select d.total_pence
    - coalesce((select sum(c.total_pence) from money_document c where c.credits = d.id and c.state = 'approved'), 0)
    - coalesce((select sum(y.pence) from money_payment y where y.document_id = d.id), 0)
  into owed from money_document d where d.id = new.document_id for update;
  if new.pence > 0 and (owed is null or new.pence > owed) then
    raise exception 'no more is paid than is owed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger money_payment_checked before insert on money_payment for each row execute function check_money_payment();
create trigger money_payment_kept before update or delete on money_payment for each row execute function keep_money();

-- A service's own day rate for a role of leader, from a day on; the newest counts, and null ends it.
create table service_rate (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  role text not null check (length(role) between 1 and 60),
  pence_per_day integer check (pence_per_day between 1 and 1000000),
  valid_from date not null,
  words text not null check (length(words) between 1 and 500),
  entry_key uuid not null unique,
  set_by uuid not null references person,
  set_in_role text not null,
  set_at timestamptz not null default clock_timestamp()
);
create index service_rate_of_service on service_rate (organisation_id, role, valid_from);
create index service_rate_of_person on service_rate (set_by);
create trigger service_rate_kept before update or delete on service_rate for each row execute function keep_money();

-- Which invoice flow a placement is billed by, where it is not the one that the policy begins with: the newest counts.
create table placement_flow (
  id uuid primary key default gen_random_uuid(),
  placement_id uuid not null references placement,
  organisation_id uuid not null references organisation,
  flow text not null check (length(flow) between 1 and 40),
  chosen_by uuid not null references person,
  chosen_in_role text not null,
  chosen_at timestamptz not null default clock_timestamp()
);
create index placement_flow_of_placement on placement_flow (placement_id, chosen_at);
create index placement_flow_of_person on placement_flow (chosen_by);
create trigger placement_flow_kept before update or delete on placement_flow for each row execute function keep_money();

-- Budgets and grants of a service. The amount is what moved in less what moved out.
create table budget (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  name text not null check (length(name) between 1 and 120),
  fund text not null check (length(fund) between 1 and 120),
  financial_year integer not null check (financial_year between 2000 and 2100),   -- the year in which it begins, in April
  restricted_to text[] not null,                       -- kinds of help it may pay for; none: any
  made_by uuid not null references person,
  made_in_role text not null,
  made_at timestamptz not null default clock_timestamp(),
  unique (organisation_id, financial_year, name),
  unique (id, organisation_id)
);
create index budget_of_person on budget (made_by);
create trigger budget_kept before update or delete on budget for each row execute function keep_money();
create table budget_movement (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  from_budget uuid,                                    -- null: money that comes in
  to_budget uuid,                                      -- null: money that is taken back
  pence bigint not null check (pence > 0),
  words text not null check (length(words) between 1 and 500),
  entry_key uuid not null unique,
  made_by uuid not null references person,
  made_in_role text not null,
  made_at timestamptz not null default clock_timestamp(),
  foreign key (from_budget, organisation_id) references budget (id, organisation_id),
  foreign key (to_budget, organisation_id) references budget (id, organisation_id),
  check (coalesce(from_budget, to_budget) is not null and from_budget is distinct from to_budget)
);
create index budget_movement_from on budget_movement (from_budget);
create index budget_movement_to on budget_movement (to_budget);
create index budget_movement_of_service on budget_movement (organisation_id, made_at);
create index budget_movement_of_person on budget_movement (made_by);
create trigger budget_movement_kept before update or delete on budget_movement for each row execute function keep_money();

-- To which budget a placement is charged: the newest counts; null: to none any more.
create table budget_charge (
  id uuid primary key default gen_random_uuid(),
  placement_id uuid not null references placement,
  organisation_id uuid not null references organisation,
  budget_id uuid,
  charged_by uuid not null references person,
  charged_in_role text not null,
  charged_at timestamptz not null default clock_timestamp(),
  foreign key (budget_id, organisation_id) references budget (id, organisation_id)
);
create index budget_charge_of_placement on budget_charge (placement_id, charged_at);
create index budget_charge_of_budget on budget_charge (budget_id);
create index budget_charge_of_person on budget_charge (charged_by);
create trigger budget_charge_kept before update or delete on budget_charge for each row execute function keep_money();

-- The leader and the head of the supported school read how many days; so does the home head, whose school bills them. Only heads read bills.
alter table half_day_adjustment enable row level security;
create policy read on half_day_adjustment for select using (
  (organisation_id = acting_organisation() and (select acting_serves()))
  or exists (select from placement p where p.id = placement_id and (
    (p.leader_person_id = acting_person() and p.home_urn = (select acting_urn()))
    or ((select acting_kind()) = 'school' and (select acting_role()) = 'headteacher'
      and (select acting_urn()) in (p.supported_urn, p.home_urn))))
  or made_by = acting_person());
create policy added on half_day_adjustment for insert with check (
  organisation_id = acting_organisation() and (select acting_asks_for_money()) and made_by = acting_person() and made_in_role = acting_role()
  and placement_is_live(placement_id)
  and exists (select from placement p where p.id = placement_id and p.organisation_id = half_day_adjustment.organisation_id));
grant select, insert on half_day_adjustment to alongside_app;

-- The head of a school reads what was approved and is between their school and another: neither the rest, nor what still waits.
alter table money_document enable row level security;
create policy read on money_document for select using (
  (organisation_id = acting_organisation() and (select acting_serves()))
  or (state = 'approved' and (select acting_kind()) = 'school' and (select acting_role()) = 'headteacher'
    and exists (select from placement p where p.id = placement_id and (
      ('home school' in (from_party, to_party) and p.home_urn = (select acting_urn()))
      or ('supported school' in (from_party, to_party) and p.supported_urn = (select acting_urn())))))
  or acting_person() in (requested_by, decided_by));
create policy added on money_document for insert with check (
  organisation_id = acting_organisation() and (select acting_asks_for_money())
  and requested_by = acting_person() and requested_in_role = acting_role() and state = 'requested'
  and placement_is_live(placement_id)
  and exists (select from placement p where p.id = placement_id and p.organisation_id = money_document.organisation_id));
create policy decided on money_document for update using (
  organisation_id = acting_organisation() and (select acting_asks_for_money()) and state = 'requested' and placement_is_live(placement_id))
  with check (
    organisation_id = acting_organisation() and decided_by = acting_person() and decided_in_role = acting_role()
    and case state when 'withdrawn' then requested_by = acting_person() else (select acting_approves_money()) end);
grant select, insert on money_document to alongside_app;
grant update (state, issued_on, due_on, decided_by, decided_in_role, decided_at, decided_words) on money_document to alongside_app;

alter table money_payment enable row level security;
create policy read on money_payment for select using (
  (organisation_id = acting_organisation() and (select acting_serves()))
  or exists (select from money_document d where d.id = document_id and d.state = 'approved'
    and (select acting_kind()) = 'school' and (select acting_role()) = 'headteacher')
  or recorded_by = acting_person());
create policy added on money_payment for insert with check (
  organisation_id = acting_organisation() and (select acting_approves_money())
  and recorded_by = acting_person() and recorded_in_role = acting_role() and placement_is_live(placement_id)
  and exists (select from money_document d where d.id = document_id and d.placement_id = money_payment.placement_id
    and d.organisation_id = money_payment.organisation_id and d.kind = 'invoice' and d.state = 'approved'));
grant select, insert on money_payment to alongside_app;

alter table placement_flow enable row level security;
create policy read on placement_flow for select using (
  exists (select from placement p where p.id = placement_id) or chosen_by = acting_person());
create policy added on placement_flow for insert with check (
  organisation_id = acting_organisation() and (select acting_asks_for_money())
  and chosen_by = acting_person() and chosen_in_role = acting_role() and placement_is_live(placement_id)
  and exists (select from placement p where p.id = placement_id and p.organisation_id = placement_flow.organisation_id));
grant select, insert on placement_flow to alongside_app;

alter table service_rate enable row level security;
create policy read on service_rate for select using (
  (organisation_id = acting_organisation() and (select acting_serves())) or set_by = acting_person());
create policy added on service_rate for insert with check (
  organisation_id = acting_organisation() and (select acting_approves_money()) and set_by = acting_person() and set_in_role = acting_role());
grant select, insert on service_rate to alongside_app;

alter table budget enable row level security;
create policy read on budget for select using (
  (organisation_id = acting_organisation() and (select acting_serves())) or made_by = acting_person());
create policy added on budget for insert with check (
  organisation_id = acting_organisation() and (select acting_approves_money()) and made_by = acting_person() and made_in_role = acting_role());
grant select, insert on budget to alongside_app;

alter table budget_movement enable row level security;
create policy read on budget_movement for select using (
  (organisation_id = acting_organisation() and (select acting_serves())) or made_by = acting_person());
create policy added on budget_movement for insert with check (
  organisation_id = acting_organisation() and (select acting_approves_money()) and made_by = acting_person() and made_in_role = acting_role());
grant select, insert on budget_movement to alongside_app;

alter table budget_charge enable row level security;
create policy read on budget_charge for select using (
  (organisation_id = acting_organisation() and (select acting_serves())) or charged_by = acting_person());
create policy added on budget_charge for insert with check (
  organisation_id = acting_organisation() and (select acting_asks_for_money())
  and charged_by = acting_person() and charged_in_role = acting_role() and placement_is_live(placement_id)
  and exists (select from placement p where p.id = placement_id and p.organisation_id = budget_charge.organisation_id));
grant select, insert on budget_charge to alongside_app;

-- Half days of visits that were held: of a placement's visits only days and length, for all who read its days. As owner: the home head does not
-- read visits. Only for a placement that the acting person takes part in.
create function delivered_half_days(placement uuid) returns table (on_day date, half_days integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select v.starts_on, v.half_days from placement_visit v join placement p on p.id = v.placement_id
  where p.id = delivered_half_days.placement and v.state = 'held'
    and ((p.organisation_id = nullif(current_setting('alongside.organisation', true), '')::uuid and acting_serves())
      or (p.leader_person_id = acting_person() and p.home_urn = acting_urn())
      or (acting_kind() = 'school' and acting_role() = 'headteacher' and acting_urn() in (p.supported_urn, p.home_urn)))
$$;

-- Names under records of money, for people of the service.
create function name_in_service(author uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select w.name from person w
  where w.id = author and acting_serves() and exists (
    select from membership m where m.person_id = author
      and m.organisation_id = nullif(current_setting('alongside.organisation', true), '')::uuid)
$$;

-- Records of money of placements that were over before then. Budgets hold totals of a year and one name each, and stay.
create function prune_money(before timestamptz) returns table (records integer, oldest timestamptz, newest timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  over_ids uuid[];
begin
  if not acting_for('retention') or before > now() - interval '1 year' then
    raise exception 'records of money are cleared by the retention schedule alone' using errcode = 'insufficient_privilege';
  end if;
  select coalesce(array_agg(p.id), '{}') into over_ids from placement p where p.state in ('closed', 'declined', 'withdrawn') and p.state_since < before
    and not exists (select from money_document d where d.placement_id = p.id and (is_held(d.requested_by) or is_held(d.decided_by)))
    and not exists (select from money_payment y where y.placement_id = p.id and is_held(y.recorded_by))
    and not exists (select from half_day_adjustment a where a.placement_id = p.id and is_held(a.made_by))
    and not exists (select from placement_flow f where f.placement_id = p.id and is_held(f.chosen_by))
    and not exists (select from budget_charge c where c.placement_id = p.id and is_held(c.charged_by));
  return query
    with payments as (delete from money_payment where placement_id = any (over_ids) returning recorded_at as at),
    documents as (delete from money_document where placement_id = any (over_ids) returning requested_at as at),
    adjustments as (delete from half_day_adjustment where placement_id = any (over_ids) returning made_at as at),
    flows as (delete from placement_flow where placement_id = any (over_ids) returning chosen_at as at),
    charges as (delete from budget_charge where placement_id = any (over_ids) returning charged_at as at),
    gone as (select at from payments union all select at from documents union all select at from adjustments union all select at from charges
      union all select at from flows)
    select count(*)::integer, min(gone.at), max(gone.at) from gone;
end $$;
