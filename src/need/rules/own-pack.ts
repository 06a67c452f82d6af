import type { NeedPolicy } from './need-policy.ts';

/** Ids of packs that belong to an organisation begin so; those of files in policies/need/ never do. */
const OWN = 'own-';

/** A pack of an organisation's own, in any state. Days are ISO days, moments ISO moments. */
export interface OwnPack {
  id: string;
  organisationId: string;
  /** Whole, with what is switched off. */
  policy: NeedPolicy;
  /** Places of the policy that do not count: 'indicators.3', 'atLeast.1'. */
  switchedOff: readonly string[];
  /** Id of the pack it was copied from, or the name of the file that it came in. */
  copiedFrom: string;
  /** That pack as it was when it was copied. */
  base: NeedPolicy;
  madeBy: string;
  madeAt: string;
  changedAt: string;
  validFrom: string | null;
  /** First day on which it no longer holds, for the next one begins; null while none follows. */
  validTo: string | null;
  publishedBy: string | null;
  publishedAt: string | null;
  reason: string | null;
  withdrawnBy: string | null;
  withdrawnAt: string | null;
  withdrawnWhy: string | null;
}

export type PackState = 'draft' | 'to come' | 'in force' | 'superseded' | 'withdrawn';

/** What of a pack decides its state. */
type Dated = Pick<OwnPack, 'validFrom' | 'validTo' | 'withdrawnAt'>;

export function policyIdOf(packId: string): string {
  return `${OWN}${packId}`;
}

/** The id of the pack that a policy id names; null when it names a file. */
export function ownPackIdIn(policyId: string): string | null {
  return policyId.startsWith(OWN) ? policyId.slice(OWN.length) : null;
}

export function stateOf({ validFrom, validTo, withdrawnAt }: Dated, day: string): PackState {
  if (withdrawnAt !== null) return 'withdrawn';
  if (validFrom === null) return 'draft';
  if (validFrom > day) return 'to come';
  return validTo === null || validTo > day ? 'in force' : 'superseded';
}

/** The packs of one organisation, each published one ending on the day the next begins. The newest first; drafts before all. */
export function withEnds<Pack extends Dated & { madeAt: string }>(packs: readonly Pack[]): Pack[] {
  const starts = packs
    .flatMap(({ validFrom, withdrawnAt }) => (validFrom === null || withdrawnAt !== null ? [] : [validFrom]))
    .toSorted();
  return packs
    .map((pack) => ({
      ...pack,
      validTo: starts.find((start) => pack.validFrom !== null && start > pack.validFrom) ?? null,
    }))
    .toSorted(
      (a, b) => (b.validFrom ?? '9999').localeCompare(a.validFrom ?? '9999') || b.madeAt.localeCompare(a.madeAt),
    );
}

/** The pack that holds on the day; null when none does. */
export function packInForce<Pack extends Dated>(packs: readonly Pack[], day: string): Pack | null {
  return packs.find((pack) => stateOf(pack, day) === 'in force') ?? null;
}

/** Why a pack may not begin on the day, beside those that are published; null when it may. */
export function startProblem(published: readonly Dated[], from: string, today: string): string | null {
  if (from < today) return 'A pack begins today or later: what was decided before was decided under another';
  const taken = published.find(
    ({ validFrom, withdrawnAt }) => withdrawnAt === null && validFrom !== null && validFrom >= from,
  );
  if (taken === undefined) return null;
  return `Another pack begins on ${taken.validFrom}, on that day or after it. Withdraw that one if it has not begun, or choose a later day`;
}

/**
 * The policy as it counts: without the indicators and rules that are switched off, and without the rules that need such an
 * indicator, which could never be met.
 */
export function effective(policy: NeedPolicy, switchedOff: readonly string[]): NeedPolicy {
  if (switchedOff.length === 0) return policy;
  const indicators = policy.indicators.filter((_, i) => !switchedOff.includes(`indicators.${i}`));
  const codes = new Set<string>(indicators.map(({ code }) => code));
  const atLeast = policy.atLeast.filter(
    (rule, i) => !switchedOff.includes(`atLeast.${i}`) && rule.when.every(({ indicator }) => codes.has(indicator)),
  );
  return { ...policy, indicators, atLeast };
}

/** Rules that fall away because an indicator they need is switched off, though they are not switched off themselves. */
export function rulesThatFallAway(policy: NeedPolicy, switchedOff: readonly string[]): NeedPolicy['atLeast'] {
  const codes = new Set<string>(
    policy.indicators.flatMap(({ code }, i) => (switchedOff.includes(`indicators.${i}`) ? [] : [code])),
  );
  return policy.atLeast.filter(
    ({ when }, i) => !switchedOff.includes(`atLeast.${i}`) && !when.every(({ indicator }) => codes.has(indicator)),
  );
}

/** A policy as its file would hold it, and as it is stored: without the id, which is the name of the file. */
export function contentOf({ id: _id, ...policy }: NeedPolicy): Omit<NeedPolicy, 'id'> & { kind: 'need policy' } {
  return { kind: 'need policy', ...policy, validTo: null };
}
