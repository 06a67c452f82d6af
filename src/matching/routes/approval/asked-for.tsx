import { interestPolicyKind } from '../../../leaders/schema/interest-policy.ts';
import type { Context } from 'hono';
import { z } from 'zod';
import { londonIsoDay, londonMoment } from '../../../opendata/rules/london-time.ts';
import { organisationOf } from '../../../need/routes/round/asked-for.tsx';
import { policyAsAt } from '../../../policies.ts';
import { NotFound } from '../../../web/errors.tsx';
import type { ProposalChoice } from '../../pages/approval/put-forward.tsx';

export const ROUND = '/organisations/:organisation/planning/:round';

/** An id in a place of the address. Throws NotFound for what cannot be one. */
export function idIn(c: Context, name: string, what = 'round'): string {
  const id = z.uuid().safeParse(c.req.param(name));
  if (!id.success) throw new NotFound(`There is no such ${what}.`);
  return id.data;
}

/** What a query found, or NotFound where it found nothing. */
export function found<T>(value: T | null, what = 'round'): T {
  if (value === null) throw new NotFound(`There is no such ${what}.`);
  return value;
}

/** Who reads: the person, in the organisation of the address. */
export function readerOf(c: Context): { organisationId: string; personId: string } {
  return { organisationId: organisationOf(c).id, personId: c.get('person')?.id ?? '' };
}

export function today(): string {
  return londonIsoDay(new Date());
}

/** The kinds of interest, days and prices that hold today. */
export function interestPolicyOfToday() {
  return policyAsAt(interestPolicyKind, today());
}

/** Proposals for a list to choose from. */
export function choicesOf(
  proposals: readonly {
    id: string;
    number: number;
    scenario: string;
    at: string;
    covered: number | null;
    needs: number | null;
    isTakenForward: boolean;
  }[],
): ProposalChoice[] {
  return proposals.map(({ id, number, scenario, at, covered, needs, isTakenForward }) => ({
    id,
    words: `Proposal ${number}: ${scenario}, ${londonMoment(new Date(at))}${covered === null ? '' : `, ${covered} of ${needs} needs`}${isTakenForward ? ', taken forward' : ''}`,
  }));
}
