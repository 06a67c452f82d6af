import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import type { SchoolNeed } from '../../../need/queries.ts';
import type { NeedPolicy } from '../../../need/rules/need-policy.ts';
import { schoolFacts } from '../../../schools/queries.ts';
import { prospectLeader } from '../../rules/published-sides.ts';
import type { RoundInputs } from '../../rules/round/inputs.ts';
import type { Leader, Need } from '../../rules/sides.ts';
import { measuresCompared, needsAssessed } from '../sides.ts';

/** A need of a school for a round that was frozen before it was asked for, with what is known of the school now; null when it is gone. */
export async function needToAdd(
  db: Kysely<Database>,
  inputs: RoundInputs,
  assessed: SchoolNeed,
  needPolicy: NeedPolicy,
): Promise<Need | null> {
  const frozen = inputs.needs.find(({ school }) => school.urn === assessed.urn);
  if (frozen !== undefined) return frozen;
  const measures = measuresCompared([...inputs.needs, { assessment: assessed }]);
  const [need] = await needsAssessed(db, [assessed], { asAt: assessed.asAt, needPolicy, measures });
  return need ?? null;
}

/** What people say of a leader whom they add by hand. */
export type LeaderSaid = Pick<Leader, 'title' | 'role' | 'days' | 'organisationId'> & Partial<Leader>;

/** A leader by hand, of a home school as published; null where no open mainstream school has the URN. */
export async function leaderToAdd(
  db: Kysely<Database>,
  inputs: RoundInputs,
  urn: number,
  said: LeaderSaid,
): Promise<Leader | null> {
  const [school] = await schoolFacts(db, {
    asAt: inputs.asAt,
    measures: measuresCompared(inputs.needs),
    urns: [urn],
  });
  if (school === undefined) return null;
  const key = `hand:${urn}:${slug(said.title)}`;
  return { ...prospectLeader(school, said.title, { days: said.days, mostSchools: 1 }), ...said, school, key };
}

/** A name as part of a key: the same words are the same leader. */
function slug(title: string): string {
  return (
    title
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 60) || 'leader'
  );
}
