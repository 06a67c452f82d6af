import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { NotFound } from '../../../web/errors.tsx';
import { formOf } from '../../../web/forgery.ts';
import { may, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { writeCoachingNote } from '../../commands/coaching/write-note.ts';
import { CoachingPage, CorrectCoachingPage } from '../../pages/coaching/coaching.tsx';
import type { WorkForm } from '../../pages/delivery/form.tsx';
import { readCoaching, writeCoaching } from '../../policy/delivery.ts';
import { coachingLogOf } from '../../queries/coaching/log.ts';
import { readCoachingNote } from '../../schema/coaching/coaching-form.ts';
import { placementSubjectOf } from '../asked-for.tsx';
import { rulesOfToday, workAskedFor } from '../delivery/asked.tsx';
import { EMPTY_FORM, readDays, recordIn, together, workForm } from '../delivery/work-form.tsx';

const COACHING = '/placements/:placement/coaching';

const DONE: Readonly<Record<string, string>> = { noted: 'The note is added.', corrected: 'The note is corrected.' };

const REFUSED = {
  'not working': 'This placement is not under way now: nothing can be noted in it.',
  'not one of the two': 'The log is between the leader and the head who is named in this placement.',
  'corrected already': 'This note was corrected already: correct the corrected one.',
} as const;

type CoachingScope = Parameters<typeof coachingLogOf>[1];

/** The coaching log, for the leader and the supported head alone. */
export function coachingRoutes({ db }: { db: Kysely<Database> }): Hono {
  const subject = placementSubjectOf(db);
  const logPage = async (
    c: Context,
    scope: CoachingScope,
    form: WorkForm = EMPTY_FORM,
    status: 200 | 400 | 409 = 200,
  ) => {
    const { placement, part, mayDo } = await workAskedFor(c, db, scope);
    const log = await coachingLogOf(db, scope, c.get('site').secret);
    return page(
      c,
      <CoachingPage
        placement={placement}
        part={part}
        log={log}
        writes={mayDo(writeCoaching)}
        form={form}
        today={rulesOfToday().today}
        done={DONE[c.req.query('done') ?? ''] ?? null}
      />,
      status,
    );
  };
  /** The reader's own note that the address names. Throws NotFound for any other. */
  const ownNote = async (c: Context, scope: CoachingScope) => {
    const id = recordIn(c, 'note');
    const log = await coachingLogOf(db, scope, c.get('site').secret);
    const note = log.ok ? log.notes.find((one) => one.id === id && one.isOwn) : undefined;
    if (note === undefined) throw new NotFound('There is no such note that you wrote.');
    return note;
  };
  const correctPage = async (
    c: Context,
    scope: CoachingScope,
    form: WorkForm = EMPTY_FORM,
    status: 200 | 400 | 409 = 200,
  ) => {
    const { placement, part } = await workAskedFor(c, db, scope);
    const note = await ownNote(c, scope);
    return page(c, <CorrectCoachingPage placement={placement} part={part} note={note} form={form} />, status);
  };
  return new Hono()
    .get(COACHING, may(readCoaching, subject), (c) => logPage(c, scopeOf(c, readCoaching)))
    .post(COACHING, may(writeCoaching, subject), async (c) => {
      const scope = scopeOf(c, writeCoaching);
      const form = await formOf(c);
      const both = read(form);
      if (!both.ok) return logPage(c, scope, both.form, 400);
      const note = { words: both.value.words, talkedOn: both.days.talked!, corrects: null };
      const result = await writeCoachingNote(db, scope, c.get('site').secret, note);
      if (!result.ok) return logPage(c, scope, refusedForm(form, result.reason), 409);
      const { placement } = await workAskedFor(c, db, scope);
      return c.redirect(paths.placementPage(placement.id, 'coaching', { done: 'noted' }), 303);
    })
    .get(`${COACHING}/:note`, may(writeCoaching, subject), (c) => correctPage(c, scopeOf(c, writeCoaching)))
    .post(`${COACHING}/:note`, may(writeCoaching, subject), async (c) => {
      const scope = scopeOf(c, writeCoaching);
      const { id } = await ownNote(c, scope);
      const form = await formOf(c);
      const both = read(form);
      if (!both.ok) return correctPage(c, scope, both.form, 400);
      const note = { words: both.value.words, talkedOn: both.days.talked!, corrects: id };
      const result = await writeCoachingNote(db, scope, c.get('site').secret, note);
      if (!result.ok) return correctPage(c, scope, refusedForm(form, result.reason), 409);
      const { placement } = await workAskedFor(c, db, scope);
      return c.redirect(paths.placementPage(placement.id, 'coaching', { done: 'corrected' }), 303);
    });
}

/** What was typed stays with its writer; why it was not taken says nothing of it. */
function refusedForm(form: Record<string, unknown>, reason: keyof typeof REFUSED | 'no such note'): WorkForm {
  if (reason === 'no such note') throw new NotFound('There is no such note that you wrote.');
  return workForm(form, { 'main-content': REFUSED[reason] });
}

function read(form: Record<string, unknown>) {
  const { today } = rulesOfToday();
  const talked = { talked: { name: 'the day on which you talked', when: 'today or past', today } } as const;
  return together(form, readCoachingNote(form), readDays(form, talked));
}
