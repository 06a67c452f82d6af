import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { EMPTY_NOTE, type Note, type NoteContent, type NoteWord } from '../../rules/delivery/note.ts';
import { authorOf } from './written.ts';

/** The notes of one visit that the reader may read, the newest version first: what was sent, and a draft of their own. */
export async function readNotes(transaction: ScopedTransaction, visitId: string): Promise<Note[]> {
  const rows = await transaction
    .selectFrom('placement_note as n')
    .selectAll('n')
    .select(authorOf('n'))
    .where('n.visit_id', '=', visitId)
    .orderBy('n.number', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    visitId: row.visit_id,
    number: row.number,
    // What the schedule of retention emptied still shows that there was a note.
    content: { ...EMPTY_NOTE, ...(row.content as Partial<NoteContent>) },
    state: row.state,
    sentAt: row.sent_at,
    version: row.version,
    by: row.by,
    at: row.made_at,
  }));
}

/** What was said of the notes of one visit, the oldest first. */
export async function readNoteWords(transaction: ScopedTransaction, visitId: string): Promise<NoteWord[]> {
  const rows = await transaction
    .selectFrom('placement_note_word as w')
    .selectAll('w')
    .select(authorOf('w'))
    .where('w.visit_id', '=', visitId)
    .orderBy('w.made_at')
    .execute();
  return rows.map((row) => ({ noteId: row.note_id, kind: row.kind, words: row.words, by: row.by, at: row.made_at }));
}

/** What was said of the newest sent note of each visit of a placement; a visit without one is not in it. */
export async function saidOfNotes(
  transaction: ScopedTransaction,
  placementId: string,
): Promise<Map<string, NoteWord['kind'][]>> {
  const rows = await transaction
    .selectFrom('placement_note as n')
    .leftJoin('placement_note_word as w', 'w.note_id', 'n.id')
    .select(['n.visit_id', 'n.number', 'w.kind'])
    .where('n.placement_id', '=', placementId)
    .where('n.state', '=', 'sent')
    .orderBy('n.number')
    .orderBy('w.made_at')
    .execute();
  const newest = new Map<string, { number: number; kinds: NoteWord['kind'][] }>();
  for (const { visit_id: visit, number, kind } of rows) {
    const known = newest.get(visit);
    const of = known?.number === number ? known : { number, kinds: [] };
    if (kind !== null) of.kinds.push(kind);
    newest.set(visit, of);
  }
  return new Map([...newest].map(([visit, { kinds }]) => [visit, kinds]));
}
