import type pg from 'pg';

/** How much there is in all, over every authority of England. */
export interface Scale {
  leaders: number;
  placements: number;
  visits: number;
}

/** A person of the bench who may be signed in. */
export interface BenchPerson {
  personId: string;
  membershipId: string;
  organisationId: string;
  laCode: number | null;
  urn: number | null;
  role: string;
}

/**
 * Fills the database with placements up to a scale: a service for every authority, leaders from its own schools, placements in every state
 * spread over services and five years, and visits with their notes. Made as owner, in bulk; called again with a larger scale it adds
 * what is missing. Everything is invented but the schools.
 */
export async function fillPlacements(owner: pg.Pool, { leaders, placements, visits }: Scale): Promise<void> {
  await owner.query(PEOPLE_AND_SERVICES);
  await owner.query(LEADERS, [leaders]);
  await owner.query(PLACEMENTS, [placements]);
  await owner.query(VISITS, [placements, Math.round(visits / placements)]);
  await owner.query('analyze');
}

/** People of each kind of the services with most placements, to sign in. */
export async function peopleOfBench(owner: pg.Pool): Promise<BenchPerson[]> {
  const { rows } = await owner.query<BenchPerson>(
    `select m.person_id as "personId", m.id as "membershipId", o.id as "organisationId", o.la_code as "laCode", o.urn, m.role
     from membership m join organisation o on o.id = m.organisation_id join person w on w.id = m.person_id
     where w.email like '%@bench.example'
       and ((m.role in ('broker', 'service lead')
           and exists (select from placement p where p.organisation_id = o.id and p.state = 'under way'))
         or exists (select from placement p where p.leader_person_id = w.id and p.state = 'under way')
         or (m.role = 'headteacher' and exists (select from placement p where p.supported_urn = o.urn and p.state = 'under way')))
     order by o.urn nulls first, o.la_code, m.role`,
  );
  return rows;
}

const PEOPLE_AND_SERVICES = `
with service as (
  insert into organisation (kind, name, la_code)
  select distinct on (a.la_code) 'local authority', 'Bench: ' || a.name, a.la_code from area a
  where not exists (select from organisation o where o.la_code = a.la_code) returning id, la_code),
staff as (
  insert into person (name, email)
  select 'Bench ' || role || ' of ' || la_code, role_at || '-' || la_code || '@bench.example'
  from service, (values ('broker', 'broker'), ('service lead', 'lead')) r (role, role_at) returning id, email)
insert into membership (person_id, organisation_id, role, granted_by)
select p.id, s.id, case when p.email like 'broker%' then 'broker' else 'service lead' end, 'operator'
from staff p join service s on p.email like '%-' || s.la_code || '@bench.example'`;

/** Leaders are heads of schools, spread evenly over the register, in the register of their own area's service. */
const LEADERS = `
with wanted as (
  select s.urn, s.name, s.la_code, row_number() over (order by md5(s.urn::text)) as n from school s
  join organisation o on o.la_code = s.la_code where s.mainstream),
chosen as (select * from wanted where n <= $1
  and not exists (select from person w where w.email = 'leader-' || wanted.urn || '@bench.example')),
school_org as (
  insert into organisation (kind, name, urn) select 'school', 'Bench: ' || name, urn from chosen
  where not exists (select from organisation o where o.kind = 'school' and o.urn = chosen.urn) returning id, urn),
leader as (
  insert into person (name, email) select 'Leader of ' || name, 'leader-' || urn || '@bench.example' from chosen returning id, email, name),
member as (
  insert into membership (person_id, organisation_id, role, granted_by)
  select l.id, o.id, 'system leader', 'operator' from leader l
  join chosen c on l.email = 'leader-' || c.urn || '@bench.example' join school_org o on o.urn = c.urn)
insert into system_leader (organisation_id, person_id, name, email, home_urn, phases, fields, contexts, most_schools, changed_by, changed_in_role)
select o.id, l.id, l.name, l.email, c.urn, array['primary'], array['maths'], array['town'], 3, b.id, 'broker'
from leader l join chosen c on l.email = 'leader-' || c.urn || '@bench.example'
join organisation o on o.la_code = c.la_code join person b on b.email = 'broker-' || c.la_code || '@bench.example'`;

/** Each placement takes the next leader and a school of the same area; a fifth are under way, half are over. */
const PLACEMENTS = `
with already as (select count(*)::integer as n from placement where reference like 'B-%'),
leader as (
  select l.id, l.person_id, l.organisation_id, l.name, l.home_urn, l.changed_by, row_number() over (order by md5(l.id::text)) - 1 as k,
    count(*) over () as of from system_leader l),
school as (
  select s.urn, o.id as organisation_id, row_number() over (partition by o.id order by md5(s.urn::text || 'x')) - 1 as k,
    count(*) over (partition by o.id) as of
  from school s join organisation o on o.la_code = s.la_code where s.mainstream),
made as (
  select g, l.*, g / l.of as turn from already, generate_series(already.n, $1 - 1) g join leader l on l.k = g % (select max(of) from leader)),
heads as (
  insert into organisation (kind, name, urn)
  select distinct 'school', 'Bench: school ' || s.urn, s.urn from made m
  join school s on s.organisation_id = m.organisation_id and s.k = (m.g * 7 + m.turn) % s.of
  where not exists (select from organisation o where o.kind = 'school' and o.urn = s.urn) returning id, urn),
head as (
  insert into person (name, email) select 'Head of ' || urn, 'head-' || urn || '@bench.example' from heads returning id, email),
member as (
  insert into membership (person_id, organisation_id, role, granted_by)
  select h.id, o.id, 'headteacher', 'operator' from head h join heads o on h.email = 'head-' || o.urn || '@bench.example')
insert into placement (organisation_id, reference, supported_urn, home_urn, leader_name, leader_id, leader_person_id, support, support_type,
  focus, origin, asked_by_kind, half_days, starts_on, ends_on, assigned_to, risk, state, due_on, made_by, made_in_role, made_at)
select m.organisation_id, 'B-' || m.g, s.urn, m.home_urn, m.name, m.id, m.person_id, 'lead', 'head-coaching',
  'Reading in the early years, and how leaders check what is taught. ' || m.g, 'request', 'local authority', 12 + m.g % 20,
  date '2021-09-01' + (m.g % 1800), date '2022-07-01' + (m.g % 1800), m.changed_by,
  (array['red', 'amber', 'green', null])[1 + m.g % 4],
  (array['closed', 'closed', 'closed', 'signed off', 'closed', 'under way', 'under way', 'evaluation', 'contracting', 'requested'])[1 + (m.g * 3 + m.turn) % 10],
  date '2026-09-01' + (m.g % 180), m.changed_by, 'broker', timestamptz '2021-09-01' + make_interval(hours => m.g % 43000)
from made m join school s on s.organisation_id = m.organisation_id and s.k = (m.g * 7 + m.turn) % s.of
where s.urn <> m.home_urn
on conflict do nothing`;

const VISITS = `
with visited as (
  select p.*, substr(p.reference, 3)::integer as g from placement p
  where p.reference like 'B-%' and substr(p.reference, 3)::integer < $1
    and not exists (select from placement_visit v where v.placement_id = p.id)),
visit as (
  insert into placement_visit (placement_id, organisation_id, starts_on, ends_on, half_days, place, purpose, state, note_due_on, made_by, made_in_role)
  select v.id, v.organisation_id, v.starts_on + 14 * n, v.starts_on + 14 * n, 1, 'At the school', 'Lesson visits and a talk with the head',
    case when v.state = 'under way' and n > 6 then 'planned' else 'held' end, v.starts_on + 14 * n + 7, v.leader_person_id, 'system leader'
  from visited v, generate_series(1, $2) n returning id, placement_id, organisation_id, made_by, state)
insert into placement_note (visit_id, placement_id, organisation_id, number, content, state, sent_at, made_by, made_in_role)
select id, placement_id, organisation_id, 1,
  jsonb_build_object('focus', 'Reading', 'evidence', repeat('What was seen in lessons and books. ', 10)), 'sent', now(), made_by, 'system leader'
from visit where state = 'held'`;
