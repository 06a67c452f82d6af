import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { isUntold, noteStanding, visitDays } from '../../rules/delivery/visit.ts';
import type { OpenItem, Placement } from '../../rules/placement.ts';
import { saidOfNotes } from './notes.ts';
import { readVisits } from './visits.ts';

/** “Visits recorded”: each visit that is still ahead, of which nobody has said whether it was held, or whose note is missing. */
export async function visitsNotRecorded(transaction: ScopedTransaction, { id }: Placement): Promise<OpenItem[]> {
  const today = londonIsoDay(new Date());
  const said = await saidOfNotes(transaction, id);
  return (await readVisits(transaction, id)).flatMap((visit): OpenItem[] => {
    const of = `the visit of ${visitDays(visit)}`;
    if (isUntold(visit, today)) return [{ words: `Nobody has said whether ${of} was held.`, at: 'visits' }];
    if (visit.state === 'planned') return [{ words: `${capital(of)} is still planned.`, at: 'visits' }];
    const standing = noteStanding(visit, said.get(visit.id) ?? null, today);
    return standing === 'late' || standing === 'not written'
      ? [{ words: `The note of ${of} is not written.`, at: 'visits' }]
      : [];
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
