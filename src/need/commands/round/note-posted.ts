import type { Kysely } from 'kysely';
import { actorOf, alone } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import type { noteLetterPosted } from '../../policy.ts';
import { readLetters } from '../../queries/round/letters.ts';

export type Posted =
  | { ok: true; unchanged: boolean }
  | { ok: false; reason: 'no such letter' | 'before it was written' };

/** Writes down that a letter to the scope's school was posted on an ISO day, by the actor. The same day twice counts once. */
export function notePosted(
  db: Kysely<Database>,
  scope: Scope<typeof noteLetterPosted.verb>,
  { letterId, on }: { letterId: string; on: string },
): Promise<Posted> {
  const { urn, organisation, person, role } = actorOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<Posted>> => {
    const failed = (reason: Extract<Posted, { ok: false }>['reason']): Written<Posted> => ({
      result: { ok: false, reason },
      outcome: 'failed',
      detail: { letter: letterId, reason },
    });
    await alone(transaction, 'need_letter_sent', urn);
    const letter = (await readLetters(transaction, { urn })).find(
      ({ id, organisationId }) => id === letterId && organisationId === organisation.id,
    );
    if (letter === undefined) return failed('no such letter');
    if (on < londonIsoDay(new Date(letter.at))) return failed('before it was written');
    const detail = { letter: letterId, on };
    if (letter.sent.some((sent) => sent.way === 'post' && sent.on === on))
      return { result: { ok: true, unchanged: true }, detail: { ...detail, unchanged: true } };
    await transaction
      .insertInto('need_letter_sent')
      .values({
        letter_id: letterId,
        urn,
        organisation_id: organisation.id,
        way: 'post',
        people: 0,
        sent_on: on,
        made_by: person,
        made_in_role: role,
      })
      .execute();
    return { result: { ok: true, unchanged: false }, detail };
  });
}
