/** An entry of the audit trail as people read it. */
export interface TrailEntry {
  seq: number;
  at: Date;
  personId: string | null;
  /** The person's name where the reader may know it. */
  person: string | null;
  role: string | null;
  action: string;
  outcome: 'done' | 'refused' | 'failed';
  subjectKind: string | null;
  subjectId: string | null;
  detail: Record<string, unknown>;
  ip: string | null;
}

/** `next` is the entry after which the following page goes on; null when this is the last. */
export interface TrailPage {
  entries: TrailEntry[];
  next: number | null;
}

/** What an action is in words, by the titles of the permissions and by the house's own tasks; null for one that neither names. */
export type DeedTitles = ReadonlyMap<string, string>;

/** Whom an entry is about, in words: "school 109726". */
export function subjectText({ subjectKind, subjectId }: Pick<TrailEntry, 'subjectKind' | 'subjectId'>): string {
  if (subjectKind === null || subjectKind === 'site') return 'the site';
  return subjectId === null ? subjectKind : `${subjectKind} ${subjectId}`;
}

/** The particulars of an entry in one line: "reason: not yours". */
export function detailText(detail: Record<string, unknown>): string {
  return Object.entries(detail)
    .map(([key, value]) => `${key}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)
    .join('; ');
}

/** What the house does and whom it concerns is entered beside; the person of such an entry did nothing. */
const DONE_TO = ['mail.send'];

/** Who did it, in words. */
export function whoText({ person, personId, action }: Pick<TrailEntry, 'person' | 'personId' | 'action'>): string {
  const name = person ?? (personId === null ? null : `person ${personId}`);
  if (DONE_TO.includes(action)) return name === null ? 'The house' : `The house, to ${name}`;
  return name ?? 'The house';
}

/** Head and rows of the trail as a file; times in UTC, as ISO writes them. */
export const TRAIL_COLUMNS = [
  'entry',
  'time (UTC)',
  'person',
  'person id',
  'role',
  'action',
  'in words',
  'outcome',
  'subject kind',
  'subject id',
  'detail',
  'address',
] as const;

export function trailRow(entry: TrailEntry, titles: DeedTitles): (string | number | null)[] {
  const { seq, at, person, personId, role, action, outcome, subjectKind, subjectId, detail, ip } = entry;
  return [
    seq,
    at.toISOString(),
    person,
    personId,
    role,
    action,
    titles.get(action) ?? null,
    outcome,
    subjectKind,
    subjectId,
    detailText(detail),
    ip,
  ];
}
