import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import type { Database } from '../../../db/schema.ts';
import { readConcerns } from '../../queries/delivery/concerns.ts';
import { type Concern, concernState, escalatedBy } from '../../rules/delivery/concern.ts';
import { type PowerSet, whyNotYet } from '../../rules/delivery/powers.ts';
import { inWork, type Recorded, type Refused, type Work } from './in-work.ts';
import { writeToPart } from './letters.ts';

type RaiseScope = Scope<'placement.raise-concern'>;
type HandleScope = Scope<'placement.handle-concern'>;

/** Raises a concern that somebody does not take part as was agreed. */
export function raiseConcern(
  db: Kysely<Database>,
  scope: RaiseScope,
  { what, sinceOn, evidence }: { what: string; sinceOn: string; evidence: string },
): Promise<Recorded> {
  return inWork<Recorded>(db, scope, async ({ transaction, belongs, part, tell }) => {
    // Sent twice, it is there already.
    const twin = await transaction
      .selectFrom('placement_concern')
      .select('id')
      .where('placement_id', '=', belongs.placement_id)
      .where('made_by', '=', belongs.made_by)
      .where('what', '=', what)
      .where('since_on', '=', sinceOn)
      .executeTakeFirst();
    if (twin !== undefined) return { ok: true, id: twin.id };
    const { id } = await transaction
      .insertInto('placement_concern')
      .values({ ...belongs, what, since_on: sinceOn, evidence, made_part: part })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tell('concern.raise', id);
    return { ok: true, id };
  });
}

/** Answers a concern, beside it. */
export function answerConcern(db: Kysely<Database>, scope: RaiseScope, id: string, words: string): Promise<Recorded> {
  return withConcern(db, scope, id, async (work, concern) => {
    const same = concern.steps.some((step) => step.words === words && step.personId === work.belongs.made_by);
    if (!same) await stepAdded(work, id, 'answered', { words });
    return { ok: true, id };
  });
}

/** Brings a concern before the service, with what was ticked and why. Its broker is told by letter, without a word of it. */
export function escalateConcern(
  db: Kysely<Database>,
  scope: RaiseScope,
  id: string,
  { ticked, words }: { ticked: Record<string, string[]>; words: string },
  link: string,
): Promise<Recorded> {
  return withConcern(db, scope, id, async (work, concern) => {
    const state = concernState(concern);
    if (state === 'waiting for approval') return { ok: true, id };
    if (state !== 'open') return notNow('This concern is before the service already, or is over.');
    await stepAdded(work, id, 'escalated', { words, detail: { ticked } });
    await writeToPart(
      work.transaction,
      work.placement,
      'service',
      { name: 'concern escalated', link },
      work.belongs.made_by,
    );
    return { ok: true, id };
  });
}

/** Approves an escalation or not, by somebody of the service other than who escalated. */
export function decideEscalation(
  db: Kysely<Database>,
  scope: HandleScope,
  id: string,
  { says, words, onDay }: { says: 'approved' | 'not approved'; words: string | null; onDay: string },
): Promise<Recorded> {
  return withConcern(db, scope, id, async (work, concern) => {
    if (concernState(concern) !== 'waiting for approval')
      return notNow('This escalation is decided, or there is none.');
    if (escalatedBy(concern) === work.belongs.made_by)
      return notNow('You escalated this concern: somebody else of the service decides on it.');
    await stepAdded(work, id, says, { words, onDay });
    return { ok: true, id };
  });
}

/** Records a step that the service took, of those that it really has, in their order. */
export function usePower(
  db: Kysely<Database>,
  scope: HandleScope,
  id: string,
  { code, inCategory, words, onDay }: { code: string; inCategory: boolean; words: string; onDay: string },
  set: PowerSet,
): Promise<Recorded> {
  return withConcern(db, scope, id, async (work, concern) => {
    const power = set.powers.find((one) => one.code === code);
    if (power === undefined) return { ok: false, reason: 'no such record' };
    if (concernState(concern) !== 'escalated') return notNow('The escalation of this concern is not approved.');
    const used = concern.steps.flatMap((step) => (step.power === null ? [] : [step.power.code]));
    const why = whyNotYet(set, power, used, inCategory);
    if (why !== null) return notNow(`${why}.`);
    const same = concern.steps.some(
      (step) => step.power?.code === code && step.words === words && step.onDay === onDay,
    );
    if (!same)
      await stepAdded(work, id, 'power', { words, onDay, detail: { power: { code, label: power.label }, inCategory } });
    return { ok: true, id };
  });
}

/** Lifts a concern that no longer holds, or closes it. */
export function endConcern(
  db: Kysely<Database>,
  scope: HandleScope,
  id: string,
  { how, words }: { how: 'lifted' | 'closed'; words: string },
): Promise<Recorded> {
  return withConcern(db, scope, id, async (work, concern) => {
    const state = concernState(concern);
    if (state === how) return { ok: true, id };
    if (state === 'lifted' || state === 'closed') return notNow('This concern is over already.');
    await stepAdded(work, id, how, { words });
    return { ok: true, id };
  });
}

function withConcern(
  db: Kysely<Database>,
  scope: RaiseScope | HandleScope,
  id: string,
  step: (work: Work, concern: Concern) => Promise<Recorded>,
): Promise<Recorded> {
  return inWork<Recorded>(db, scope, async (work) => {
    const concern = (await readConcerns(work.transaction, work.placement.id)).find((one) => one.id === id);
    return concern === undefined ? { ok: false, reason: 'no such record' } : step(work, concern);
  });
}

async function stepAdded(
  { transaction, belongs, part, tell }: Work,
  concernId: string,
  kind: Concern['steps'][number]['kind'],
  { words = null, onDay = null, detail = {} }: { words?: string | null; onDay?: string | null; detail?: object },
): Promise<void> {
  await transaction
    .insertInto('placement_concern_step')
    .values({
      ...belongs,
      concern_id: concernId,
      kind,
      words,
      on_day: onDay,
      detail: JSON.stringify(detail),
      made_part: part,
    })
    .execute();
  await tell(`concern.${kind.replace(' ', '-')}`, concernId);
}

function notNow(words: string): Refused {
  return { ok: false, reason: 'not now', words };
}
