import type { CategoryRow, CategoryTable, ConcernCategory, SchemePolicy } from './scheme-policy.ts';

/** What a report card says, as published. */
export interface ReportCard {
  judgements: readonly { area: string; grade: string }[];
  safeguarding: string | null;
  /** "none" where published as blank; null where not told. */
  categoryOfConcern: string | null;
}

/** What the table of categories says of a report card, beside the category as published. */
export interface CategoryCheck {
  /** The category by the table; null when parts are missing that decide it. */
  byTable: ConcernCategory | null;
  /** Whether the published category is the one by the table. The published one stands whatever this says. */
  verdict: 'agrees' | 'differs' | 'cannot be told';
  monitoring: 'expected' | 'not expected' | 'cannot be told';
  /** Areas, or safeguarding, without a grade that the scheme knows. */
  missing: readonly string[];
  /** Plain sentences: what the table says and why, how that compares, and whether monitoring follows. */
  sentences: readonly string[];
}

const NOT_APPLICABLE = 'Not applicable';
const SAFEGUARDING = 'safeguarding';

type Known = boolean | null;

/**
 * What the table of categories says of a report card, compared with the category as published. The published outcome
 * stands and the table checks it. A missing part is neither good nor bad: the table still speaks where every way to fill
 * the gap leads to the same category. Null when the scheme has no such table.
 */
export function reportCardCategory(card: ReportCard, policy: SchemePolicy): CategoryCheck | null {
  const table = policy.categories;
  if (table === null) return null;
  const read = readCard(card, policy, table);
  const rows = fittingRows(read, table);
  const possible = [...new Set(rows.map(({ category }) => category))];
  const byTable = possible.length === 1 ? (possible[0] ?? null) : null;
  const published = publishedCategory(card, table);
  const maySuspend = rows.some(({ unlessSuspended }) => unlessSuspended);
  const verdict = verdictOf(published, possible, maySuspend);
  const monitoring = monitoringOf(published, byTable, read);
  return {
    byTable,
    verdict,
    monitoring,
    missing: read.missing,
    sentences: [
      tableSentence(byTable, possible, read, table, maySuspend),
      verdictSentence(verdict, published, card, maySuspend),
      monitoringSentence(monitoring, table),
    ],
  };
}

interface ReadCard {
  leadershipUrgent: Known;
  anotherUrgent: Known;
  notMet: Known;
  monitored: Known;
  missing: string[];
}

function readCard(card: ReportCard, { areas, scale, safeguarding }: SchemePolicy, table: CategoryTable): ReadCard {
  const missing: string[] = [];
  const others: Known[] = [];
  const monitored: Known[] = [];
  let leadershipUrgent: Known = null;
  for (const { name, always } of areas) {
    const grade = card.judgements.find(({ area }) => area === name)?.grade;
    if (grade === NOT_APPLICABLE && !always) continue;
    const known = grade !== undefined && scale.includes(grade);
    if (!known) missing.push(name);
    const urgent = known ? grade === table.urgent : null;
    if (name === table.leadership) leadershipUrgent = urgent;
    else others.push(urgent);
    monitored.push(known ? grade === table.monitored : null);
  }
  const notMet =
    card.safeguarding === safeguarding?.notMet ? true : card.safeguarding === safeguarding?.met ? false : null;
  if (notMet === null) missing.push(SAFEGUARDING);
  return { leadershipUrgent, anotherUrgent: any(others), notMet, monitored: any(monitored), missing };
}

/** True when one is; false when all are known and none is. */
function any(values: readonly Known[]): Known {
  if (values.includes(true)) return true;
  return values.includes(null) ? null : false;
}

/** The rows that the card may fall on, however its missing parts are filled. */
function fittingRows(read: ReadCard, { rows }: CategoryTable): CategoryRow[] {
  return rows.filter(
    (row) =>
      fits(read.leadershipUrgent, row.leadershipUrgent) &&
      fits(read.anotherUrgent, row.anotherUrgent) &&
      fits(read.notMet, row.safeguardingNotMet),
  );
}

/** Either of the two may be open. */
function fits(told: Known, asked: boolean | null): boolean {
  return told === null || asked === null || told === asked;
}

function publishedCategory(card: ReportCard, { publishedAs }: CategoryTable): ConcernCategory | null {
  const words = card.categoryOfConcern?.toLowerCase();
  const found = Object.entries(publishedAs).find(([, names]) => names.some((name) => name.toLowerCase() === words));
  return (found?.[0] as ConcernCategory | undefined) ?? null;
}

function verdictOf(
  published: ConcernCategory | null,
  possible: readonly ConcernCategory[],
  maySuspend: boolean,
): CategoryCheck['verdict'] {
  if (published === null) return 'cannot be told';
  // A suspended inspection leaves a school out of the category, and the files do not say which were suspended.
  if (published === 'none' && maySuspend) return 'cannot be told';
  if (!possible.includes(published)) return 'differs';
  return possible.length === 1 ? 'agrees' : 'cannot be told';
}

function monitoringOf(
  published: ConcernCategory | null,
  byTable: ConcernCategory | null,
  { monitored }: ReadCard,
): CategoryCheck['monitoring'] {
  const category = published ?? byTable;
  if ((category !== null && category !== 'none') || monitored === true) return 'expected';
  return category === 'none' && monitored === false ? 'not expected' : 'cannot be told';
}

function tableSentence(
  byTable: ConcernCategory | null,
  possible: readonly ConcernCategory[],
  read: ReadCard,
  table: CategoryTable,
  maySuspend: boolean,
): string {
  if (byTable === null) {
    return `By the table it could be ${either(possible.map(inCategory))}: ${listed(read.missing)} ${read.missing.length === 1 ? 'is' : 'are'} missing.`;
  }
  const unless = maySuspend
    ? ` It is not, if the inspection was suspended and the fault put right within ${table.suspendAndReturn.withinMonths} months.`
    : '';
  return `By the table: ${inCategory(byTable)}, because ${because(read, table)}.${unless}`;
}

function because({ leadershipUrgent, anotherUrgent, notMet }: ReadCard, { leadership, urgent }: CategoryTable): string {
  const grade = urgent.toLowerCase();
  const parts = [
    ...(leadershipUrgent === true ? [`${leadership.toLowerCase()} is graded ${grade}`] : []),
    ...(anotherUrgent === true
      ? [leadershipUrgent === true ? 'so is another area' : `an area is graded ${grade}`]
      : []),
    ...(notMet === true ? ['safeguarding is not met'] : []),
  ];
  return parts.length > 0 ? listed(parts) : `no area is graded ${grade} and safeguarding is met`;
}

function verdictSentence(
  verdict: CategoryCheck['verdict'],
  published: ConcernCategory | null,
  { categoryOfConcern }: ReportCard,
  maySuspend: boolean,
): string {
  if (categoryOfConcern === null) return 'No category is published with it, so the two cannot be compared.';
  if (published === null) {
    return `The published category, “${categoryOfConcern}”, is not one that the table has, so the two cannot be compared.`;
  }
  const said = `The published category, ${inCategory(published)},`;
  if (verdict === 'agrees') return `${said} agrees.`;
  if (verdict === 'differs') return `${said} differs. The published one stands.`;
  return maySuspend && published === 'none'
    ? `${said} stands; whether it agrees cannot be told, since the file does not say which inspections were suspended.`
    : `${said} stands; whether it agrees cannot be told.`;
}

function monitoringSentence(monitoring: CategoryCheck['monitoring'], { monitored }: CategoryTable): string {
  if (monitoring === 'expected') return 'Ofsted is expected to monitor the school.';
  return monitoring === 'not expected'
    ? `No monitoring follows: it is in no category and no area is graded ${monitored.toLowerCase()}.`
    : 'Whether monitoring follows cannot be told.';
}

function inCategory(category: ConcernCategory): string {
  return category === 'none' ? 'no category of concern' : category;
}

function either(items: readonly string[]): string {
  return joined(items, 'or');
}

function listed(items: readonly string[]): string {
  return joined(items, 'and');
}

function joined(items: readonly string[], word: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}
