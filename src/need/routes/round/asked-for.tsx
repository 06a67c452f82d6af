import type { Context } from 'hono';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Subject } from '../../../access/permission.ts';
import type { Database } from '../../../db/schema.ts';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { policyAsAt } from '../../../policies.ts';
import { schoolSubject } from '../../../schools/queries/subject.ts';
import { NotFound } from '../../../web/errors.tsx';
import { mayAlso } from '../../../web/may.ts';
import { moderateNeed, readAreaNeed, readSchoolNeed, type RoundScope } from '../../policy.ts';
import { type NeedPack, type NeedRead, readNeed, type SchoolNeed } from '../../queries.ts';
import { participationOf } from '../../queries/round/participation.ts';
import { roundOf } from '../../queries/round/rounds.ts';
import type { Round } from '../../rules/round/round.ts';
import type { FormState } from '../../pages/round/rounds.tsx';
import { letterPolicyKind, roundPolicyKind } from '../../schema/round-policy.ts';

/** The organisation that the address names. Throws NotFound for what cannot be one. */
export function organisationSubjectOf(c: Context): Extract<Subject, { kind: 'organisation' }> {
  const id = z.uuid().safeParse(c.req.param('organisation'));
  if (!id.success) throw new NotFound('There is no such organisation.');
  return { kind: 'organisation', organisationId: id.data };
}

/** The organisation of the address with its name: on these pages the one that the reader acts for. */
export function organisationOf(c: Context): { id: string; name: string } {
  const { organisationId } = organisationSubjectOf(c);
  return { id: organisationId, name: c.get('person')?.acting?.organisation.name ?? '' };
}

/** The round that the address names. Throws NotFound when the organisation has none with this id. */
export async function roundAskedFor(c: Context, db: Kysely<Database>, scope: RoundScope): Promise<Round> {
  const id = z.uuid().safeParse(c.req.param('round'));
  const round = id.success ? await roundOf(db, scope, id.data) : null;
  if (round === null) throw new NotFound('There is no such round.');
  return round;
}

/** The number of the school that the address names within a round. Throws NotFound for what cannot be one. */
export function urnIn(c: Context): number {
  const param = c.req.param('urn') ?? '';
  if (!/^\d{1,9}$/.test(param)) throw new NotFound('There is no such school in this round.');
  return Number(param);
}

/** Leave to decide on a school, or null when the person has none. */
export async function leaveToModerate(c: Context, db: Kysely<Database>, urn: number) {
  const subject = await schoolSubject(db, urn);
  return subject === null ? null : mayAlso(c, moderateNeed, subject);
}

/** The need of every school of the acting service, as it reads it, with the pack: of an area in one go, of a trust school by school. */
export async function needsOfService(
  c: Context,
  db: Kysely<Database>,
  scope: RoundScope,
): Promise<{ needs: SchoolNeed[]; pack: NeedPack } | null> {
  const laCode = c.get('person')?.acting?.organisation.laCode ?? null;
  const area = laCode === null ? null : mayAlso(c, readAreaNeed, { kind: 'area', laCode });
  if (area !== null && laCode !== null) return readNeed(db, area, { laCode });
  const reads: NeedRead[] = [];
  for (const { urn } of await participationOf(db, scope)) {
    const subject = await schoolSubject(db, urn);
    const own = subject === null ? null : mayAlso(c, readSchoolNeed, subject);
    const read = own === null ? null : await readNeed(db, own, { urns: [urn] });
    if (read !== null) reads.push(read);
  }
  const [first] = reads;
  return first === undefined ? null : { needs: reads.flatMap(({ needs }) => needs), pack: first.pack };
}

/** Today in London, and the policies of rounds and letters that hold on it. */
export function todaysPolicies() {
  const today = londonIsoDay(new Date());
  return { today, round: policyAsAt(roundPolicyKind, today), letter: policyAsAt(letterPolicyKind, today) };
}

/** A form that comes back: what was typed, and what is wrong. */
export function formState(form: Record<string, unknown> = {}, errors: Record<string, string> = {}): FormState {
  const typed = Object.entries(form).filter((field): field is [string, string] => typeof field[1] === 'string');
  return { typed: Object.fromEntries(typed), errors };
}

/** A day in the three boxes of a form. */
export function boxesOf(prefix: string, day: string): Record<string, string> {
  const [year = '', month = '', date = ''] = day.split('-');
  return {
    [`${prefix}-day`]: String(Number(date)),
    [`${prefix}-month`]: String(Number(month)),
    [`${prefix}-year`]: year,
  };
}
