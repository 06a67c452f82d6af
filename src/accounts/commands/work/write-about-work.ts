import type { Kysely } from 'kysely';
import type { Person } from '../../../access/roles.ts';
import type { Scope } from '../../../access/scope.ts';
import { readAs, writeAs } from '../../../access/scoped.ts';
import type { WorkItem } from '../../../calendar/work-item.ts';
import type { Holidays } from '../../../calendar/bank-holidays.ts';
import type { Database } from '../../../db/schema.ts';
import { queueMail } from '../../../mail/queue-mail.ts';
import { onBehalfOf } from '../../policy.ts';
import { type PersonToWrite, peopleToWrite } from '../../queries/work/people-to-write.ts';
import { fromSources, type Source } from '../../queries/work/work-in-role.ts';
import { isWeeklyDue, mayWriteNow, stepDue } from '../../rules/work/reminder-steps.ts';
import { type RoleWork, workLetter } from '../../rules/work/work-letter.ts';
import type { WorkLetter } from '../../rules/work/work-mail.ts';
import type { ReminderPolicy } from '../../schema/reminder-policy.ts';

/** Whole addresses for letters: of the page with the work, and of the way out of one kind of letter. */
export interface WorkLinks {
  page: string;
  stop: (personId: string, letter: WorkLetter) => string;
}

export interface WritingDeps {
  /** Leave to write either letter. */
  remind: Scope<'work.remind'>;
  weekly: Scope<'work.write-weekly'>;
  sources: readonly Source<WorkItem>[];
  links: WorkLinks;
  policy: ReminderPolicy;
  holidays: Holidays;
  /** The present in London: ISO day and hour. */
  today: string;
  hour: number;
}

/**
 * Writes to everybody what is due or late, and once a week all that waits for them, if this is an hour for it. Each letter is queued in the
 * transaction that notes it as sent, so that none goes twice. What a person's work is, is read in their own name, in each of their
 * roles. Says how many letters of each kind were queued.
 */
export async function writeAboutWork(db: Kysely<Database>, deps: WritingDeps): Promise<Record<WorkLetter, number>> {
  const queued = { weekly: 0, reminders: 0 };
  if (!mayWriteNow(deps, deps.policy.hours, deps.holidays)) return queued;
  for (const person of await peopleToWrite(db, deps.remind)) {
    const getsWeekly =
      person.weekly &&
      isWeeklyDue({ today: deps.today, hour: deps.hour, last: person.weeklyOn }, deps.policy.weekly, deps.holidays);
    if (!getsWeekly && !person.reminders) continue;
    const work = await workInEachRole(db, person, deps);
    if (getsWeekly && (await writeWeekly(db, person, work, deps))) queued.weekly += 1;
    if (person.reminders && (await remind(db, person, work, deps))) queued.reminders += 1;
  }
  return queued;
}

interface WorkOfRole {
  person: Person;
  items: WorkItem[];
}

/** A person's work in each of their roles; what two roles in one organisation ask is there once. */
async function workInEachRole(
  db: Kysely<Database>,
  { inRoles }: PersonToWrite,
  { sources, today }: WritingDeps,
): Promise<WorkOfRole[]> {
  const seen = new Set<string>();
  const work: WorkOfRole[] = [];
  for (const person of inRoles) {
    const all = await fromSources(db, onBehalfOf(person), sources, { today });
    const items = all.filter(({ key }) => !seen.has(`${person.acting!.organisation.id} ${key}`));
    for (const { key } of items) seen.add(`${person.acting!.organisation.id} ${key}`);
    work.push({ person, items });
  }
  return work;
}

async function writeWeekly(
  db: Kysely<Database>,
  { id, email }: PersonToWrite,
  work: readonly WorkOfRole[],
  { weekly, today, policy, links }: WritingDeps,
): Promise<boolean> {
  const letter = workLetter(work.map(inWords), today, policy.mostLines);
  if (letter.parts.length === 0) return false;
  return writeAs(db, weekly, async (transaction) => {
    const noted = await transaction
      .insertInto('work_mail')
      .values({ person_id: id, weekly_on: today, chosen_at: null })
      .onConflict((on) =>
        on
          .column('person_id')
          .doUpdateSet({ weekly_on: today })
          // Another process of the site may have written meanwhile, or the person ended it.
          .where((eb) => eb('work_mail.weekly', '=', true))
          .where((eb) => eb.or([eb('work_mail.weekly_on', 'is', null), eb('work_mail.weekly_on', '<', today)])),
      )
      .returning('person_id')
      .executeTakeFirst();
    if (noted !== undefined) {
      await queueMail(transaction, {
        to: email,
        template: { name: 'work of the week', ...letter, link: links.page, unsubscribe: links.stop(id, 'weekly') },
        organisationId: onlyOrganisation(work),
        personId: id,
      });
    }
    return { result: noted !== undefined, outcome: noted ? 'done' : 'failed', personId: id, detail: { week: today } };
  });
}

async function remind(
  db: Kysely<Database>,
  { id, email }: PersonToWrite,
  work: readonly WorkOfRole[],
  { remind: scope, today, policy, links }: WritingDeps,
): Promise<boolean> {
  const due = work.map(({ person, items }) => ({
    person,
    items: items.filter((item) => stepDue(item, today, policy.reminders) !== null),
  }));
  const rows = due.flatMap(({ person, items }) =>
    items.map((item) => ({
      person_id: id,
      organisation_id: person.acting!.organisation.id,
      item_key: item.key,
      due: item.due!,
      step: stepDue(item, today, policy.reminders)!,
    })),
  );
  if (rows.length === 0 || (await allNoted(db, scope, rows))) return false;
  return writeAs(db, scope, async (transaction) => {
    const noted = await transaction
      .insertInto('work_reminder')
      .values(rows)
      .onConflict((on) => on.doNothing())
      .returning(['organisation_id', 'item_key'])
      .execute();
    const isNew = new Set(noted.map((row) => `${row.organisation_id} ${row.item_key}`));
    const fresh = due.map(({ person, items }) => ({
      person,
      items: items.filter(({ key }) => isNew.has(`${person.acting!.organisation.id} ${key}`)),
    }));
    if (noted.length > 0) {
      const letter = workLetter(fresh.map(inWords), today, policy.mostLines);
      await queueMail(transaction, {
        to: email,
        template: { name: 'work reminders', ...letter, link: links.page, unsubscribe: links.stop(id, 'reminders') },
        organisationId: onlyOrganisation(fresh.filter(({ items }) => items.length > 0)),
        personId: id,
      });
    }
    return { result: noted.length > 0, personId: id, detail: { things: noted.length } };
  });
}

interface Reminder {
  person_id: string;
  organisation_id: string;
  item_key: string;
  due: string;
  step: number;
}

/** Whether every one of these was queued before, so that nothing is to be written. */
async function allNoted(
  db: Kysely<Database>,
  scope: Scope<'work.remind'>,
  reminders: readonly Reminder[],
): Promise<boolean> {
  const keyOf = ({ organisation_id, item_key, due, step }: Omit<Reminder, 'person_id'>) =>
    `${organisation_id} ${item_key} ${due} ${step}`;
  const held = await readAs(db, scope, (transaction) =>
    transaction
      .selectFrom('work_reminder')
      .select(['organisation_id', 'item_key', 'due', 'step'])
      .where('person_id', '=', reminders[0]!.person_id)
      .where('due', 'in', [...new Set(reminders.map(({ due }) => due))])
      .execute(),
  );
  const known = new Set(held.map(keyOf));
  return reminders.every((one) => known.has(keyOf(one)));
}

function inWords({ person, items }: WorkOfRole): RoleWork {
  const { role, organisation } = person.acting!;
  return { role: `${role.charAt(0).toUpperCase()}${role.slice(1)}, ${organisation.name}`, items };
}

/** The one organisation that a letter is about, whose administrators see that it went; null where it is about several. */
function onlyOrganisation(work: readonly WorkOfRole[]): string | null {
  const ids = new Set(work.filter(({ items }) => items.length > 0).map(({ person }) => person.acting!.organisation.id));
  const [only] = ids;
  return ids.size === 1 ? only! : null;
}
