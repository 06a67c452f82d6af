import { sql } from 'kysely';
import type { Section } from './own-data.ts';

/** What placements hold about a person: what they are in one, and what they did in one. */
export const PLACEMENT_DATA: readonly Section[] = [
  {
    title: 'Placements that you lead, are helped by, broker or began',
    covers: ['placement.leader_person_id', 'placement.supported_head_id', 'placement.assigned_to', 'placement.made_by'],
    records: (me) => sql`
      select reference, state, array_to_string(array_remove(array[
          case when leader_person_id = ${me} then 'leader' end,
          case when supported_head_id = ${me} then 'supported head' end,
          case when assigned_to = ${me} then 'broker' end,
          case when made_by = ${me} then 'begun by you' end], null), ', ') as "what you are in it",
        supported_urn as "supported school", home_urn as "home school", starts_on as "from", ends_on as "until", made_at as "begun"
      from placement where ${me} in (leader_person_id, supported_head_id, assigned_to, made_by) order by made_at`,
  },
  {
    title: 'What you did in placements',
    covers: ['placement_event.by_person'],
    records: (me) => sql`
      select p.reference as placement, e.deed, e.reason as "why", e.by_role as role, e.at as "when"
      from placement_event e left join placement p on p.id = e.placement_id where e.by_person = ${me} order by e.at`,
  },
  {
    title: 'What you chose to see of boards of placements',
    covers: ['board_filter.person_id'],
    records: (me) => sql`
      select o.name as board, b.query as "filters", b.kept_at as "chosen"
      from board_filter b left join organisation o on o.id = b.organisation_id where b.person_id = ${me} order by b.kept_at`,
  },
];
