import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { isOpen } from '../../rules/delivery/action.ts';
import { isOpenConcern } from '../../rules/delivery/concern.ts';
import { noteStanding, visitDays } from '../../rules/delivery/visit.ts';
import type { OpenItem, Placement } from '../../rules/placement.ts';
import { readActions } from './actions.ts';
import { readConcerns } from './concerns.ts';
import { saidOfNotes } from './notes.ts';
import { readVisits } from './visits.ts';

/** What of the work is still open when a placement is to be signed off: actions, notes whose facts are not confirmed, concerns; each by itself. */
export async function deliveryOpenAtEnd(transaction: ScopedTransaction, { id }: Placement): Promise<OpenItem[]> {
  const actions = (await readActions(transaction, id))
    .filter(isOpen)
    .map(({ what }): OpenItem => ({ words: `The action “${what}” is neither done nor dropped.`, at: 'plan' }));
  const said = await saidOfNotes(transaction, id);
  const notes = (await readVisits(transaction, id)).flatMap((visit): OpenItem[] => {
    const of = `note of the visit of ${visitDays(visit)}`;
    const standing = noteStanding(visit, said.get(visit.id) ?? null, visit.noteDueOn);
    if (standing === 'sent') return [{ words: `The head has not confirmed the ${of}.`, at: 'visits' }];
    if (standing === 'disputed')
      return [{ words: `What the head disputes in the ${of} is not answered.`, at: 'visits' }];
    return standing === 'not written' ? [{ words: `The ${of} is not written.`, at: 'visits' }] : [];
  });
  const concerns = (await readConcerns(transaction, id)).filter(isOpenConcern).map(({ sinceOn }): OpenItem => ({
    words: `The concern since ${dayText(sinceOn)} is still open.`,
    at: 'concerns',
  }));
  return [...actions, ...notes, ...concerns];
}
