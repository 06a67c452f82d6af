import type { Kysely } from 'kysely';
import { writeAs, type Written } from '../../access/scoped.ts';
import type { Scope } from '../../access/scope.ts';
import type { Database } from '../../db/schema.ts';
import { askedOrganisation } from '../queries/data-requests.ts';
import { daysAfter, londonIsoDay } from '../../opendata/rules/london-time.ts';
import type { OwnRequest, RecordedRequest } from '../schema/data-request-input.ts';
import type { RetentionPolicy } from '../schema/retention-policy.ts';

type Deadlines = Pick<RetentionPolicy, 'deadlines'>;
type Asked = { ok: true; dueOn: string } | { ok: false; reason: 'no organisation' };
type Recorded = { ok: true; id: string } | { ok: false; reason: 'not yours' };

/**
 * Makes a request about one's own data, to the organisation one acts for. Answers the day by which it is due; a request that is open
 * and alike counts as this one. Refused where no organisation ever gave the person a role.
 */
export async function askAboutOwnData(
  db: Kysely<Database>,
  scope: Scope<'own-data.request'>,
  policy: Deadlines,
  request: OwnRequest,
  now: Date,
): Promise<Asked> {
  return writeAs(db, scope, async (transaction): Promise<Written<Asked>> => {
    const organisation = await askedOrganisation(transaction, scope);
    if (organisation === null) {
      return { result: { ok: false, reason: 'no organisation' }, outcome: 'failed', detail: { kind: request.kind } };
    }
    const personId = scope.person!.id;
    const open = await transaction
      .selectFrom('person_request')
      .select(['id', 'due_on'])
      .where('person_id', '=', personId)
      .where('organisation_id', '=', organisation.id)
      .where('kind', '=', request.kind)
      .where('words', '=', request.words)
      .where('decided_at', 'is', null)
      .executeTakeFirst();
    // A form sent twice is one request.
    if (open !== undefined) return { result: { ok: true, dueOn: open.due_on }, detail: { request: open.id } };
    const dueOn = dueDay(policy, now);
    const { id } = await transaction
      .insertInto('person_request')
      .values({
        ...undecided,
        person_id: personId,
        organisation_id: organisation.id,
        kind: request.kind,
        words: request.words,
        new_name: request.newName,
        new_email: request.newEmail,
        recorded_by: null,
        received_at: now,
        due_on: dueOn,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { result: { ok: true, dueOn }, detail: { request: id, kind: request.kind } };
  });
}

/** Writes down a request of a person of the acting organisation that came another way; refused for anybody else. */
export async function recordDataRequest(
  db: Kysely<Database>,
  scope: Scope<'data-request.decide'>,
  policy: Deadlines,
  request: RecordedRequest,
  now: Date,
): Promise<Recorded> {
  return writeAs(db, scope, async (transaction): Promise<Written<Recorded>> => {
    const administrator = scope.person!;
    const organisationId = administrator.acting!.organisation.id;
    const person = await transaction
      .selectFrom('membership')
      .select('person_id')
      .where('person_id', '=', request.personId)
      .where('organisation_id', '=', organisationId)
      .executeTakeFirst();
    if (person === undefined) {
      return {
        result: { ok: false, reason: 'not yours' },
        outcome: 'failed',
        action: 'data-request.record',
        detail: { person: request.personId },
      };
    }
    const { id } = await transaction
      .insertInto('person_request')
      .values({
        ...undecided,
        person_id: request.personId,
        organisation_id: organisationId,
        kind: request.kind,
        words: request.words,
        new_name: request.newName,
        new_email: null,
        recorded_by: administrator.id,
        received_at: now,
        due_on: dueDay(policy, now),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const detail = { request: id, kind: request.kind, person: request.personId };
    return { result: { ok: true, id }, action: 'data-request.record', detail };
  });
}

const undecided = { decided_at: null, decided_by: null, outcome: null, answer: null };

function dueDay({ deadlines }: Deadlines, now: Date): string {
  return daysAfter(londonIsoDay(now), deadlines['data request days']);
}
