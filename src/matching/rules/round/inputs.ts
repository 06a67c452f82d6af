import type { Fact, FactKey, SchoolFacts } from '../../../schools/rules/facts.ts';
import type { PlanPolicy } from '../plan-policy.ts';
import type { Leader, Need } from '../sides.ts';
import type { FrozenSpace } from './frozen-context.ts';

/** Everything that a round's plans are worked out from, as it was when the round was opened. */
export interface RoundInputs {
  /** ISO day of the published data. */
  asAt: string;
  needs: readonly Need[];
  leaders: readonly Leader[];
  context: readonly FrozenSpace[];
  /** The matching policy whole, so that the round can be worked out for ever. */
  policy: PlanPolicy;
  /** Titles of the other policies that it stands on. */
  policies: { need: string; designation: string; similar: string };
  /** What minutes of travel are worked out by. */
  travel: string;
}

type PackedFacts = [FactKey, Fact][];

/** A school as JSON holds it: JSON knows no maps. */
export type PackedSchool = Omit<SchoolFacts, 'facts' | 'inherited'> & {
  facts: PackedFacts;
  inherited: Omit<SchoolFacts['inherited'], 'facts'> & { facts: PackedFacts };
};

/** A need or leader as JSON holds it. */
export type Packed<S extends { school: SchoolFacts }> = Omit<S, 'school'> & { school: PackedSchool };

export type PackedInputs = Omit<RoundInputs, 'needs' | 'leaders'> & {
  needs: Packed<Need>[];
  leaders: Packed<Leader>[];
};

/** A need or leader for JSON. */
export function pack<S extends { school: SchoolFacts }>(side: S): Packed<S> {
  const { facts, inherited, ...school } = side.school;
  const packed = { ...school, facts: [...facts], inherited: { ...inherited, facts: [...inherited.facts] } };
  return { ...side, school: packed };
}

/** A need or leader out of JSON. */
export function unpack<S extends Need | Leader>(side: Packed<S>): S {
  const { facts, inherited, ...school } = side.school;
  const unpacked = { ...school, facts: new Map(facts), inherited: { ...inherited, facts: new Map(inherited.facts) } };
  return { ...side, school: unpacked } as unknown as S;
}

export function packInputs(inputs: RoundInputs): PackedInputs {
  return { ...inputs, needs: inputs.needs.map(pack), leaders: inputs.leaders.map(pack) };
}

export function unpackInputs(inputs: PackedInputs): RoundInputs {
  return {
    ...inputs,
    needs: inputs.needs.map((need) => unpack<Need>(need)),
    leaders: inputs.leaders.map((leader) => unpack<Leader>(leader)),
  };
}
