-- The filters that each person left on the board of a service's placements, so that they find it as they left it.
create table board_filter (
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  query text not null check (length(query) <= 1000),
  kept_at timestamptz not null default now(),
  primary key (person_id, organisation_id)
);
alter table board_filter enable row level security;
create policy own on board_filter using (person_id = acting_person() and organisation_id = acting_organisation())
  with check (person_id = acting_person() and organisation_id = acting_organisation() and (select acting_serves()));
grant select, insert, update, delete on board_filter to alongside_app;

-- The board reads a service's placements in the order of what is due.
create index placement_due on placement (organisation_id, due_on) where state not in ('closed', 'declined', 'withdrawn');

-- Clears what placements that ended before `before` say of people and schools, but for what a hold keeps. That there was one, between which
-- schools, when and for how many days, stays.
create function prune_placements(before timestamptz) returns table (records integer, oldest timestamptz, newest timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not acting_for('retention') or before > now() - interval '1 year' then
    raise exception 'placements are cleared by the retention schedule alone' using errcode = 'insufficient_privilege';
  end if;
  return query
    with over as (
      select p.id, p.state_since from placement p
      where p.state in ('closed', 'declined', 'withdrawn') and p.state_since < before and p.focus <> 'No longer kept'
        and not is_held(p.made_by) and not coalesce(is_held(p.leader_person_id), false)
        and not coalesce(is_held(p.supported_head_id), false) and not coalesce(is_held(p.assigned_to), false)),
    events as (
      update placement_event e set reason = null, detail = '{}' from over where e.placement_id = over.id),
    placements as (
      update placement p set focus = 'No longer kept', hoped_outcome = null, risk = null,
        leader_name = case when p.leader_name is null then null else 'No longer kept' end, version = p.version + 1
      from over where p.id = over.id returning over.state_since as at)
    select count(*)::integer, min(placements.at), max(placements.at) from placements;
end $$;
