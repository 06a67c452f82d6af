import { sql } from 'kysely';
import type { Section } from './own-data.ts';

/** What leaders' registers hold about a person: as the leader, and of what they did in one. */
export const REGISTER_DATA: readonly Section[] = [
  {
    title: 'You in registers of leaders',
    covers: ['system_leader.person_id'],
    records: (me) => sql`
      select service_of_leader(id) as register, name, email as "email address", home_urn as "home school", phases, fields,
        contexts as "where you worked", furthest_minutes as "furthest journey in minutes", most_schools as "most schools at once",
        partnership, status, status_why as "why", added_at as "since", changed_at as "last changed"
      from system_leader where person_id = ${me} order by added_at`,
  },
  {
    title: 'Your designations, days, interests and consents in registers of leaders',
    covers: [],
    records: (me) => sql`
      select 'designation: ' || d.role || ', ' || d.status as what, d.body || ': ' || d.evidence as words, d.designated_on as day,
        d.recorded_at as "when"
      from leader_designation d join system_leader l on l.id = d.leader_id where l.person_id = ${me}
      union all select 'half days offered: ' || c.half_days, c.term || ' term ' || c.school_year, null, c.said_at
      from leader_capacity c join system_leader l on l.id = c.leader_id where l.person_id = ${me}
      union all select 'half days ' || n.kind || ': ' || n.half_days, n.term || ' term ' || n.school_year, null, n.noted_at
      from leader_days n join system_leader l on l.id = n.leader_id where l.person_id = ${me}
      union all select 'interest: ' || i.kind, i.words, i.since, i.noted_at
      from leader_interest i join system_leader l on l.id = i.leader_id where l.person_id = ${me}
      union all select case when k.consents then 'shown in the directory' else 'not shown in the directory' end,
        array_to_string(k.shows, ', '), k.given_on, k.recorded_at
      from leader_consent k join system_leader l on l.id = k.leader_id where l.person_id = ${me}
      order by 4 desc`,
  },
  {
    title: 'Registers of leaders: what you did',
    covers: [
      'system_leader.changed_by',
      'system_leader_version.made_by',
      'leader_designation.recorded_by',
      'leader_capacity.said_by',
      'leader_days.noted_by',
      'leader_interest.noted_by',
      'leader_interest.withdrawn_by',
      'leader_consent.recorded_by',
    ],
    records: (me) => sql`
      select 'entry changed, version ' || version as what, changed_in_role as role, changed_at as "when"
      from system_leader where changed_by = ${me}
      union all select 'entry written, version ' || version, made_in_role, made_at
      from system_leader_version where made_by = ${me}
      union all select 'designation written down: ' || role, recorded_in_role, recorded_at
      from leader_designation where recorded_by = ${me}
      union all select 'days of a term said', said_in_role, said_at from leader_capacity where said_by = ${me}
      union all select 'days ' || kind, noted_in_role, noted_at from leader_days where noted_by = ${me}
      union all select 'interest noted: ' || kind, noted_in_role, noted_at from leader_interest where noted_by = ${me}
      union all select 'interest withdrawn: ' || kind, null, withdrawn_at from leader_interest where withdrawn_by = ${me}
      union all select 'consent written down', recorded_in_role, recorded_at from leader_consent where recorded_by = ${me}
      order by 3 desc`,
  },
];
