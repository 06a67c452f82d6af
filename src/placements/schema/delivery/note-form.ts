import { text } from '../../../need/schema/form-fields.ts';
import { type NoteAction, NOTE_PARTS, type NoteContent } from '../../rules/delivery/note.ts';
import { WORKING_PARTS } from '../../rules/delivery/part.ts';

/** Rows of the form for new actions. */
export const NEW_ACTIONS = 5;

const MOST = 8000;

/** What the days of the form say, by their prefixes: read apart, by the one reader of dates. */
export type NoteDays = Readonly<Record<string, string | null>>;

/** The prefixes of the days that the form of a note asks for. */
export const NOTE_DAYS = ['next', ...Array.from({ length: NEW_ACTIONS }, (_, k) => `action-${k + 1}-due`)];

/**
 * Reads a note of visit as far as it is filled: what is empty stays empty. `before` are the open actions whose progress it tells; `inPlan` are its
 * own actions that stand in the plan already. Faults are only words that are too long.
 */
export function readNote(
  form: Record<string, unknown>,
  days: NoteDays,
  before: readonly { id: string; what: string }[],
  inPlan: readonly NoteAction[],
): { content: NoteContent; errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const words = (field: string, label: string) => {
    const read = text(label, { most: MOST }).safeParse(form[field]);
    if (read.success) return read.data;
    errors[field] = `${label} must be ${MOST} characters or fewer`;
    return '';
  };
  const parts = Object.fromEntries(NOTE_PARTS.map(([field, label]) => [field, words(field, label)])) as Pick<
    NoteContent,
    (typeof NOTE_PARTS)[number][0]
  >;
  const added = Array.from({ length: NEW_ACTIONS }, (_, k): NoteAction => {
    const row = `action-${k + 1}`;
    const who = WORKING_PARTS.find((part) => part === form[`${row}-who`]) ?? '';
    return {
      actionId: null,
      what: words(`${row}-what`, 'An action').slice(0, 1000),
      who,
      dueOn: days[`${row}-due`] ?? null,
    };
  }).filter(({ what, who, dueOn }) => what !== '' || who !== '' || dueOn !== null);
  return {
    content: {
      ...parts,
      progress: before.map(({ id, what }) => ({ actionId: id, what, words: words(`progress-${id}`, 'Progress') })),
      actions: [...inPlan, ...added],
      nextOn: days.next ?? null,
      noNext: form.noNext === 'yes',
      schoolPart: null,
    },
    errors,
  };
}
