import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import type { Database } from '../../../db/schema.ts';
import { readNotes } from '../../queries/delivery/notes.ts';
import { readSchoolPart } from '../../queries/delivery/visits.ts';
import { EMPTY_NOTE, missingOfNote, type Note, type NoteAction, type NoteContent } from '../../rules/delivery/note.ts';
import { inWork, type Recorded, type Refused, type Work } from './in-work.ts';
import { writeToPart } from './letters.ts';

type NoteScope = Scope<'placement.write-note'>;

/** What is sent of a note's form. */
export interface NoteInput {
  /** 0 for the first saving of a note that has no row yet. */
  version: number;
  content: NoteContent;
  /** Open actions whose progress the note tells. */
  before: readonly { id: string; what: string }[];
  send: boolean;
}

export type NoteSaved =
  | { ok: true; id: string; sent: boolean; version: number; missing: Record<string, string> }
  | Refused;

/**
 * Saves a note of visit as far as it is filled, and sends it when that is asked for and nothing is missing. Sent, its actions stand in the plan, the
 * head is asked to confirm its facts, and the board gets its copy, each by a letter that holds a link and no word of the note.
 */
export function saveNote(
  db: Kysely<Database>,
  scope: NoteScope,
  visitId: string,
  input: NoteInput,
  links: { visit: string },
): Promise<NoteSaved> {
  return inWork<NoteSaved>(
    db,
    scope,
    async (work) => {
      const { transaction, belongs } = work;
      const visit = await transaction
        .selectFrom('placement_visit')
        .select('state')
        .where('id', '=', visitId)
        .where('placement_id', '=', belongs.placement_id)
        .forUpdate()
        .executeTakeFirst();
      if (visit === undefined) return { ok: false, reason: 'no such record' };
      if (visit.state !== 'held')
        return {
          ok: false,
          reason: 'not now',
          words: 'A note is written of a visit that was held: say first that it was.',
        };
      const notes = await readNotes(transaction, visitId);
      const draft = notes.find(({ state }) => state === 'draft') ?? null;
      if (draft === null && notes.length > 0)
        return {
          ok: false,
          reason: 'not now',
          words: 'The note was sent: it is not changed. Begin a new version to correct it.',
        };
      const saved = await draftSaved(work, visitId, draft, input);
      if (!saved.ok) return saved;
      const missing = missingOfNote(input.content, input.before);
      if (!input.send || Object.keys(missing).length > 0)
        return { ok: true, id: saved.id, sent: false, version: saved.version, missing };
      const actions = await actionsPlanned(work, visitId, input.content.actions);
      const schoolPart = await readSchoolPart(transaction, visitId);
      const content: NoteContent = {
        ...input.content,
        actions,
        schoolPart:
          schoolPart === null
            ? null
            : { sinceLast: schoolPart.sinceLast, selfEvaluation: schoolPart.selfEvaluation, lookAt: schoolPart.lookAt },
      };
      await transaction
        .updateTable('placement_note')
        .set({
          content: JSON.stringify(content),
          number: 1 + Math.max(0, ...notes.filter(({ state }) => state === 'sent').map(({ number }) => number)),
          state: 'sent',
          sent_at: new Date(),
          version: saved.version + 1,
        })
        .where('id', '=', saved.id)
        .execute();
      await work.tell('note.send', visitId);
      const me = belongs.made_by;
      await writeToPart(
        transaction,
        work.placement,
        'supported head',
        { name: 'note to confirm', link: links.visit },
        me,
      );
      await writeToPart(
        transaction,
        work.placement,
        'supported board',
        { name: 'note of visit', link: links.visit },
        me,
      );
      return { ok: true, id: saved.id, sent: true, version: saved.version + 1, missing: {} };
    },
    ({ id, sent, version }) => ({ record: id, sent, version }),
  );
}

async function draftSaved(
  { transaction, belongs, heldAt }: Work,
  visitId: string,
  draft: Note | null,
  { version, content }: NoteInput,
): Promise<{ ok: true; id: string; version: number } | Refused> {
  if (draft === null) {
    const { id } = await transaction
      .insertInto('placement_note')
      .values({ ...belongs, visit_id: visitId, number: 1, content: JSON.stringify(content), sent_at: null })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { ok: true, id, version: 1 };
  }
  const refused = await heldAt('placement_note', draft.id, version);
  if (refused !== null) return refused;
  await transaction
    .updateTable('placement_note')
    .set({ content: JSON.stringify(content), version: version + 1 })
    .where('id', '=', draft.id)
    .execute();
  return { ok: true, id: draft.id, version: version + 1 };
}

/** Puts the actions of a note into the plan, but for those that stand there from an earlier version. */
async function actionsPlanned(
  { transaction, belongs, tell }: Work,
  visitId: string,
  actions: readonly NoteAction[],
): Promise<NoteAction[]> {
  const planned: NoteAction[] = [];
  for (const action of actions) {
    if (action.actionId !== null || action.who === '' || action.dueOn === null) {
      planned.push(action);
      continue;
    }
    const { id } = await transaction
      .insertInto('placement_action')
      .values({
        ...belongs,
        visit_id: visitId,
        what: action.what,
        owner_part: action.who,
        owner_name: null,
        due_on: action.dueOn,
        objective_key: null,
        objective_title: null,
        criterion: null,
        state_reason: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tell('action.add', id, { words: action.what });
    planned.push({ ...action, actionId: id });
  }
  return planned;
}

/** Begins a new version of a note that was sent, as a draft that says what the sent one said. The sent one stays as it is. */
export function beginNewVersion(db: Kysely<Database>, scope: NoteScope, visitId: string): Promise<Recorded> {
  return inWork<Recorded>(db, scope, async ({ transaction, belongs }) => {
    const visit = await transaction
      .selectFrom('placement_visit')
      .select('id')
      .where('id', '=', visitId)
      .where('placement_id', '=', belongs.placement_id)
      .forUpdate()
      .executeTakeFirst();
    const [newest] = visit === undefined ? [] : await readNotes(transaction, visitId);
    if (newest === undefined) return { ok: false, reason: 'no such record' };
    if (newest.state === 'draft') return { ok: true, id: newest.id };
    const { id } = await transaction
      .insertInto('placement_note')
      .values({
        ...belongs,
        visit_id: visitId,
        number: newest.number + 1,
        content: JSON.stringify({ ...EMPTY_NOTE, ...newest.content, schoolPart: null }),
        sent_at: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { ok: true, id };
  });
}

const DEEDS = {
  confirmed: 'note.confirm',
  disputed: 'note.dispute',
  answered: 'note.answer',
  moderated: 'note.moderate',
} as const;

/** Says something of the newest note that was sent of a visit: it stands beside the note and changes nothing in it. */
export function sayOfNote(
  db: Kysely<Database>,
  scope: Scope<'placement.confirm-note' | 'placement.write-note' | 'placement.moderate-note'>,
  visitId: string,
  { noteId, kind, words }: { noteId: string; kind: keyof typeof DEEDS; words: string | null },
): Promise<Recorded> {
  return inWork<Recorded>(db, scope, async ({ transaction, belongs, tell }) => {
    await transaction.selectFrom('placement_visit').select('id').where('id', '=', visitId).forUpdate().execute();
    const newest = (await readNotes(transaction, visitId)).find(({ state }) => state === 'sent');
    if (newest === undefined) return { ok: false, reason: 'no such record' };
    if (newest.id !== noteId)
      return {
        ok: false,
        reason: 'not now',
        words: 'A newer version of the note was sent meanwhile: read that one first.',
      };
    const said = await transaction
      .selectFrom('placement_note_word')
      .select(['kind', 'words', 'made_by'])
      .where('note_id', '=', noteId)
      .orderBy('made_at')
      .execute();
    const last = said.findLast((one) => one.kind !== 'moderated')?.kind;
    // Sent twice, it is said already.
    const same = said.some((one) => one.kind === kind && one.words === words && one.made_by === belongs.made_by);
    if (same) return { ok: true, id: noteId };
    if (kind === 'confirmed' && last === 'confirmed') return { ok: true, id: noteId };
    if (kind === 'answered' && last !== 'disputed')
      return { ok: false, reason: 'not now', words: 'Nothing in this note is disputed.' };
    await transaction
      .insertInto('placement_note_word')
      .values({ ...belongs, note_id: noteId, visit_id: visitId, kind, words })
      .execute();
    await tell(DEEDS[kind], visitId);
    return { ok: true, id: noteId };
  });
}
