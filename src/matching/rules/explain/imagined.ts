import { LEAD } from '../../../leaders/rules/support-policy.ts';
import type { PhaseGroup } from '../../../schools/rules/facts.ts';
import { PROSPECT_ROLE, prospectLeader } from '../published-sides.ts';
import { type Leader } from '../sides.ts';
import { kilometres, placeOf } from '../travel.ts';
import type { NewLeader } from './change.ts';
import type { Ground, Town } from './ground.ts';
import { newLeader } from './new-pair.ts';

/** What a leader who is not there yet would be: for which phase, as a lead head or in which field. */
export interface Kind {
  phase: PhaseGroup;
  support: string;
}

/** A leader who is not there yet, and what they could do in the plan. */
export interface Imagined {
  kind: Kind;
  leader: Leader;
  town: Town;
  asNew: NewLeader;
}

/**
 * A leader of a kind in a town, of whom no more than that is known: so context counts as unknown and strength as not shown, and the
 * worth said of them is rather too little. They give what the middle one of the plan's leaders of that kind gives (where it has none, of
 * those further away). Null when there is nobody to go by, or the town has no school of the phase.
 */
export function imagined(ground: Ground, kind: Kind, town: Town): Imagined | null {
  const { problem } = ground;
  const known = problem.leaders.filter((leader) => isOfKind(leader, kind));
  const alike = known.length > 0 ? known : ground.spare.filter((leader) => isOfKind(leader, kind));
  if (alike.length === 0 || town.schools[kind.phase] === 0) return null;
  const model = alike.toSorted((a, b) => a.days - b.days || a.mostSchools - b.mostSchools)[(alike.length - 1) >> 1]!;
  const school: Leader['school'] = {
    ...model.school,
    urn: 0,
    name: `a school near ${town.name}`,
    easting: Math.round(town.easting),
    northing: Math.round(town.northing),
    trustUid: null,
    trustName: null,
    federationUid: null,
    headName: null,
    inspections: [],
    facts: new Map(),
    inherited: { facts: new Map(), inspections: [] },
  };
  const leader: Leader = {
    ...prospectLeader(school, '', { days: model.days, mostSchools: model.mostSchools }),
    key: `imagined:${kind.phase}:${kind.support}:${town.name}`,
    role: kind.support === LEAD ? PROSPECT_ROLE : model.role,
    fields: kind.support === LEAD ? [] : [kind.support],
    released: model.released,
  };
  return { kind, leader, town, asNew: newLeader(ground, leader) };
}

/** The kinds of leader that the needs of a plan ask for. */
export function kindsOf({ problem }: Pick<Ground, 'problem'>): Kind[] {
  const kinds = problem.needs.map(({ school, support }): Kind => ({ phase: school.phaseGroup, support }));
  return [...new Map(kinds.map((kind) => [`${kind.phase} ${kind.support}`, kind])).values()];
}

export function isNeedOfKind(need: Ground['problem']['needs'][number], { phase, support }: Kind): boolean {
  return need.school.phaseGroup === phase && need.support === support;
}

function isOfKind({ school, fields }: Leader, { phase, support }: Kind): boolean {
  return school.phaseGroup === phase && (support === LEAD || fields.includes(support));
}

/** The town with a school of the phase that is nearest to a place; null where the place is not known or there is none. */
export function nearestTown(
  { towns }: Pick<Ground, 'towns'>,
  phase: PhaseGroup,
  at: { easting: number | null; northing: number | null },
): Town | null {
  const place = placeOf(at);
  if (place === null) return null;
  const near = towns.filter(({ schools }) => schools[phase] > 0);
  return near.toSorted((a, b) => kilometres(a, place) - kilometres(b, place))[0] ?? null;
}
