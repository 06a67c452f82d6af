import type { FrozenSpace } from '../round/frozen-context.ts';
import type { RoundInputs } from '../round/inputs.ts';
import type { Leader, Need } from '../sides.ts';

/** What a partner brought, with its name. */
export interface Contribution {
  partnerId: string;
  name: string;
  inputs: RoundInputs;
}

/**
 * What a pooled round is planned from: the needs and leaders of all who take part. The service that runs it stands first; a need or
 * leader that two brought is there once. A leader near two areas was compared on the figures of each apart, so the figures are joined.
 * Needs are of the partnership of whoever brought them, so that fairness between partners is a row of the solver.
 */
export function pooledInputs(own: RoundInputs, ownName: string, contributions: readonly Contribution[]): RoundInputs {
  if (contributions.length === 0) return own;
  const needs = [
    ...needsBroughtBy(ownName, own),
    ...contributions.flatMap(({ inputs, name }) => needsBroughtBy(name, inputs)),
  ];
  const leaders = new Map<string, Leader>();
  for (const leader of [own, ...contributions.map(({ inputs }) => inputs)].flatMap((inputs) => inputs.leaders)) {
    const known = leaders.get(leader.key);
    leaders.set(leader.key, known === undefined ? leader : joined(known, leader));
  }
  return {
    ...own,
    needs: firstOfEach(needs, ({ key }) => key),
    leaders: [...leaders.values()],
    policy: contributions.reduce(withRoadsOf, own.policy),
    context: contributions.reduce((spaces, { inputs }) => joinedSpaces(spaces, inputs.context), own.context),
  };
}

function needsBroughtBy(name: string, { needs }: RoundInputs): Need[] {
  return needs.map((need) => ({ ...need, partnership: need.partnership ?? name }));
}

/** One leader in two contributions. Whoever brings a leader as its own says what they have to give; else the first does. */
function joined(known: Leader, other: Leader): Leader {
  const owned = known.organisationId === null && other.organisationId !== null ? other : known;
  const facts = new Map([...known.school.facts, ...other.school.facts]);
  return { ...owned, school: { ...owned.school, facts } };
}

/** Journeys that a partner's own road service gave count where it is the same service on the same roads. */
function withRoadsOf(policy: RoundInputs['policy'], { inputs }: Contribution): RoundInputs['policy'] {
  const [roads, more] = [policy.travel.roads, inputs.policy.travel.roads];
  if (roads === null || more === null || roads.provider !== more.provider || roads.version !== more.version)
    return policy;
  const times = { ...more.times, ...roads.times };
  return { ...policy, travel: { ...policy.travel, roads: { ...roads, times } } };
}

function joinedSpaces(spaces: readonly FrozenSpace[], more: readonly FrozenSpace[]): FrozenSpace[] {
  return spaces.map((space, position) => {
    const other = more[position];
    // Context is measured under one policy and one day of data; rows of another scale cannot be compared.
    if (other === undefined || String(other.shares) !== String(space.shares)) return space;
    return { ...space, rows: firstOfEach([...space.rows, ...other.rows], ({ urn }) => urn) };
  });
}

function firstOfEach<T>(items: readonly T[], key: (item: T) => string | number): T[] {
  const found = new Map<string | number, T>();
  for (const item of items) if (!found.has(key(item))) found.set(key(item), item);
  return [...found.values()];
}
