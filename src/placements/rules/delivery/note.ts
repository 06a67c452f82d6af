import type { Written } from './part.ts';

/** What became of an action that was open before the visit, as the note tells it. */
export interface ActionTold {
  actionId: string;
  /** As the plan had it when the note was written. */
  what: string;
  words: string;
}

/** An action that the note asks for; `actionId` once it stands in the plan. */
export interface NoteAction {
  actionId: string | null;
  what: string;
  who: 'service' | 'leader' | 'supported head' | 'supported board' | '';
  /** ISO day, null while it is not said. */
  dueOn: string | null;
}

/** The content of a note of visit; empty words while it is half filled. */
export interface NoteContent {
  metWith: string;
  focus: string;
  evidence: string;
  judgement: string;
  progress: readonly ActionTold[];
  strengths: string;
  areas: string;
  actions: readonly NoteAction[];
  brokered: string;
  /** ISO day; null with the tick when no other visit is planned. */
  nextOn: string | null;
  noNext: boolean;
  /** What the school had said before, as it stood when the note was sent; null where it had said nothing. */
  schoolPart: { sinceLast: string; selfEvaluation: string; lookAt: string | null } | null;
}

export const EMPTY_NOTE: NoteContent = {
  metWith: '',
  focus: '',
  evidence: '',
  judgement: '',
  progress: [],
  strengths: '',
  areas: '',
  actions: [],
  brokered: '',
  nextOn: null,
  noNext: false,
  schoolPart: null,
};

/** The parts of a note that are words, in the order of the form. */
export const NOTE_PARTS = [
  ['metWith', 'Who was met', 'Names or roles of those you spoke with'],
  ['focus', 'What the visit was about', 'The focus that was agreed for it'],
  ['evidence', 'Evidence', 'What you saw, heard and read'],
  [
    'judgement',
    'Judgement against the school’s own',
    'How what you found compares with what the school says of itself',
  ],
  ['strengths', 'Strengths', 'What goes well, and should be kept'],
  ['areas', 'Areas to work on', 'What needs work next'],
  ['brokered', 'Support brokered', 'Help from others that was arranged or asked for; write “none” if there is none'],
] as const satisfies readonly (readonly [keyof NoteContent, string, string])[];

export interface Note extends Written {
  id: string;
  visitId: string;
  number: number;
  content: NoteContent;
  state: 'draft' | 'sent';
  sentAt: Date | null;
  version: number;
}

/** What was said of a note that was sent: by the head, the leader or the service. */
export interface NoteWord extends Written {
  noteId: string;
  kind: 'confirmed' | 'disputed' | 'answered' | 'moderated';
  words: string | null;
}

/** What a note still lacks before it can be sent: a field and what to do, each by itself. Empty when it is whole. */
export function missingOfNote(
  content: NoteContent,
  before: readonly { id: string; what: string }[],
): Record<string, string> {
  const missing: Record<string, string> = {};
  for (const [field, label] of NOTE_PARTS)
    if (content[field] === '') missing[field] = `Enter ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
  for (const { id, what } of before)
    if (!content.progress.some(({ actionId, words }) => actionId === id && words !== ''))
      missing[`progress-${id}`] = `Say what became of “${what}”`;
  // Those that stand in the plan are changed there.
  for (const [place, action] of content.actions.filter(({ actionId }) => actionId === null).entries()) {
    if (action.what === '') missing[`action-${place + 1}-what`] = `Say what is to be done in action ${place + 1}`;
    if (action.who === '') missing[`action-${place + 1}-who`] = `Choose who does action ${place + 1}`;
    if (action.dueOn === null)
      missing[`action-${place + 1}-due-day`] = `Enter the day by which action ${place + 1} is done`;
  }
  if (content.nextOn === null && !content.noNext)
    missing['next-day'] = 'Enter the day of the next visit, or say that none is planned';
  return missing;
}
