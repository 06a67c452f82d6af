import type { Kysely } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { readAs } from '../../access/scoped.ts';
import type { Database } from '../../db/schema.ts';
import { londonIsoDay } from '../../opendata/rules/london-time.ts';
import type { editNeedPack, readNeedPacks, exportNeedPack, readPackPreview } from '../policy.ts';
import { latestRun, needSeen, schoolsOf, withStandards } from '../queries.ts';
import { categorise } from '../rules/category.ts';
import type { NeedPolicy } from '../rules/need-policy.ts';
import { effective, type OwnPack } from '../rules/own-pack.ts';
import { packMoves, type PackMoves } from '../rules/pack-moves.ts';
import { withEntries } from '../rules/with-entries.ts';
import { assessUnder, urnsOf } from './assess-under.ts';
import { standingEntries } from './entries.ts';
import { packsOf } from './own-packs.ts';

/** Leave to read the packs of an organisation. */
export type PackScope = Scope<
  typeof readNeedPacks.verb | typeof exportNeedPack.verb | typeof editNeedPack.verb | typeof readPackPreview.verb
>;

/** The packs of the scope's organisation: drafts first, then the newest. */
export function ownPacks(db: Kysely<Database>, scope: PackScope): Promise<OwnPack[]> {
  return readAs(db, scope, (transaction) => packsOf(transaction, organisationIn(scope)));
}

/** What would become of the organisation's schools under a pack, beside the one in force. */
export interface PackPreview extends PackMoves {
  inForce: NeedPolicy;
  /** Schools on which people decided under the pack in force. */
  decided: number;
}

/**
 * Assesses the schools of the scope's organisation under the pack, and compares it with what is worked out under the one in force,
 * each with what the service entered. Null while nothing is assessed.
 */
export async function packPreview(
  db: Kysely<Database>,
  scope: Scope<typeof readPackPreview.verb>,
  { policy, switchedOff }: Pick<OwnPack, 'policy' | 'switchedOff'>,
): Promise<PackPreview | null> {
  const run = await latestRun(db);
  if (run === null) return null;
  const today = londonIsoDay(new Date());
  const { laCode, groupUid } = scope.person!.acting!.organisation;
  const which = schoolsOf({ laCode, groupUid });
  const asked = 'laCode' in which ? which : { urns: await urnsOf(db, which) };
  const now = await needSeen(db, scope, asked, run);
  const draft = withStandards(effective(policy, switchedOff));
  const assessed = await assessUnder(db, draft, run.asAt, which);
  const entries = await readAs(db, scope, (transaction) => standingEntries(transaction, organisationIn(scope)));
  const then = now.needs.flatMap(({ urn, phaseGroup }) => {
    const assessment = assessed.get(urn);
    if (assessment === undefined) return [];
    const indicators = withEntries(assessment.indicators, { urn, phaseGroup }, draft.policy, entries, today);
    return [[urn, { urn, ...categorise(indicators, draft.policy), indicators }] as const];
  });
  // What is worked out is compared, for a person's decision stands on one pack and not on the next.
  const before = now.needs.map((need) => ({ ...need, ...categorise(need.indicators, now.pack.policy) }));
  return {
    ...packMoves({ schools: before, policy: now.pack.policy }, { schools: new Map(then), policy: draft.policy }),
    inForce: now.pack.policy,
    decided: now.needs.filter(({ decision }) => decision !== null).length,
  };
}

function organisationIn({ subject, verb }: Scope): string {
  if (subject.kind !== 'organisation') throw new Error(`${verb} is about an organisation`);
  return subject.organisationId;
}
