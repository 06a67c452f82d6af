import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../../db/schema.ts';
import { NotFound } from '../../../web/errors.tsx';
import { formOf } from '../../../web/forgery.ts';
import { may, mayAlso, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { beginNewVersion, saveNote, sayOfNote } from '../../commands/delivery/notes.ts';
import type { WorkForm } from '../../pages/delivery/form.tsx';
import { NoteFormPage } from '../../pages/delivery/note-form.tsx';
import { VisitPage } from '../../pages/delivery/visit.tsx';
import { type PlacementScope } from '../../policy.ts';
import {
  confirmNote,
  moderateNote,
  planWork,
  readNotesOfVisit,
  readWork,
  saySchoolPart,
  writeNote,
} from '../../policy/delivery.ts';
import { type VisitRecord, visitOf } from '../../queries/delivery/read.ts';
import { isOpen } from '../../rules/delivery/action.ts';
import { EMPTY_NOTE, missingOfNote } from '../../rules/delivery/note.ts';
import { readWords } from '../../schema/delivery/forms.ts';
import { NOTE_DAYS, readNote } from '../../schema/delivery/note-form.ts';
import { placementSubjectOf } from '../asked-for.tsx';
import { rulesOfToday, workAskedFor } from './asked.tsx';
import { afterRefusal, EMPTY_FORM, found, readDays, recordIn, workForm } from './work-form.tsx';

const VISIT = '/placements/:placement/visits/:visit';

const DONE: Readonly<Record<string, string>> = {
  part: 'The school’s part is saved.',
  sent: 'The note is sent. The head is asked to confirm its facts, and the board has a copy.',
  said: 'Saved. It stands beside the note.',
};

const formVersion = z.coerce.number().int().min(0).max(1_000_000).catch(0);

/** A visit with its note: written by the leader, confirmed by the head, read by the board, moderated by the service. */
export function noteRoutes({ db }: { db: Kysely<Database> }): Hono {
  const subject = placementSubjectOf(db);
  const said = async (
    c: Context,
    scope: Parameters<typeof sayOfNote>[1],
    kind: Parameters<typeof sayOfNote>[3]['kind'] | null,
    missing: string | null,
  ) => {
    const visitId = recordIn(c, 'visit');
    found(await visitOf(db, scope, visitId));
    const form = await formOf(c);
    const read = readWords(form, missing);
    const errors = {
      ...(kind === null ? { says: 'Say whether the facts are right' } : {}),
      ...(read.ok ? {} : read.errors),
    };
    if (kind === null || !read.ok) return visitPage(c, db, scope, { form: workForm(form, errors), status: 400 });
    const note = z.uuid().safeParse(form.note);
    if (!note.success) throw new NotFound('There is no such note of this visit.');
    const result = await sayOfNote(db, scope, visitId, { noteId: note.data, kind, words: read.value.words });
    if (!result.ok) return visitPage(c, db, scope, afterRefusal(form, result));
    const { placement } = await workAskedFor(c, db, scope);
    return c.redirect(paths.placementRecord(placement.id, 'visits', visitId, undefined, { done: 'said' }), 303);
  };
  return new Hono()
    .get(VISIT, may(readWork, subject), (c) => visitPage(c, db, scopeOf(c, readWork)))
    .get(`${VISIT}/note`, may(writeNote, subject), (c) => notePage(c, db, scopeOf(c, writeNote)))
    .post(`${VISIT}/note`, may(writeNote, subject), async (c) => {
      const scope = scopeOf(c, writeNote);
      const id = recordIn(c, 'visit');
      const record = found(await visitOf(db, scope, id));
      const form = await formOf(c);
      const asked = Object.fromEntries(NOTE_DAYS.map((prefix) => [prefix, { name: dayName(prefix), required: false }]));
      const { days, errors } = readDays(form, asked);
      const { before, inPlan } = basisOf(record);
      const read = readNote(form, days, before, inPlan);
      if (Object.keys(errors).length > 0 || Object.keys(read.errors).length > 0)
        return notePage(c, db, scope, { form: workForm(form, read.errors, errors), status: 400 });
      const { placement } = await workAskedFor(c, db, scope);
      const here = paths.placementRecord(placement.id, 'visits', id);
      const input = {
        version: formVersion.parse(form.version),
        content: read.content,
        before,
        send: form.do === 'send',
      };
      const result = await saveNote(db, scope, id, input, { visit: c.get('site').siteUrl + here });
      if (!result.ok) {
        const isConflict = result.reason === 'changed meanwhile';
        const shown = isConflict ? workForm(form) : afterRefusal(form, result).form;
        return notePage(c, db, scope, { form: shown, status: 409, conflict: isConflict });
      }
      if (result.sent)
        return c.redirect(paths.placementRecord(placement.id, 'visits', id, undefined, { done: 'sent' }), 303);
      if (input.send)
        return notePage(c, db, scope, {
          form: { typed: {}, errors: result.missing, days: {} },
          status: 400,
          isSaved: true,
        });
      return c.redirect(paths.placementRecord(placement.id, 'visits', id, 'note', { done: 'saved' }), 303);
    })
    .post(`${VISIT}/new-version`, may(writeNote, subject), async (c) => {
      const scope = scopeOf(c, writeNote);
      const id = recordIn(c, 'visit');
      const result = await beginNewVersion(db, scope, id);
      if (!result.ok) return visitPage(c, db, scope, afterRefusal({}, result));
      const { placement } = await workAskedFor(c, db, scope);
      return c.redirect(paths.placementRecord(placement.id, 'visits', id, 'note'), 303);
    })
    .post(`${VISIT}/confirm`, may(confirmNote, subject), async (c) => {
      const { says } = await formOf(c);
      const kind = says === 'confirmed' || says === 'disputed' ? says : null;
      return said(c, scopeOf(c, confirmNote), kind, kind === 'disputed' ? 'Enter what is wrong' : null);
    })
    .post(`${VISIT}/answer`, may(writeNote, subject), (c) =>
      said(c, scopeOf(c, writeNote), 'answered', 'Enter your answer'),
    )
    .post(`${VISIT}/moderate`, may(moderateNote, subject), (c) => said(c, scopeOf(c, moderateNote), 'moderated', null));
}

/** "the next visit", "the day by which action 2 is done". */
function dayName(prefix: string): string {
  return prefix === 'next' ? 'the day of the next visit' : `the day by which action ${prefix.split('-')[1]} is done`;
}

/** What a note builds on: the actions that were open before it, and those of its own that stand in the plan from an earlier version. */
function basisOf({ visit, actions, notes }: VisitRecord) {
  const draft = notes.find(({ state }) => state === 'draft') ?? null;
  const inPlan = (draft?.content.actions ?? []).filter(({ actionId }) => actionId !== null);
  const told = new Set(draft?.content.progress.map(({ actionId }) => actionId));
  const before = actions
    .filter((action) => action.visitId !== visit.id && (isOpen(action) || told.has(action.id)))
    .map(({ id, what }) => ({ id, what }));
  return { draft, inPlan, before };
}

interface Shown {
  form?: WorkForm;
  status?: 200 | 400 | 409;
  conflict?: boolean;
  /** The form was saved, though it could not be sent: what stands in it is what is stored. */
  isSaved?: boolean;
}

async function notePage(
  c: Context,
  db: Kysely<Database>,
  scope: PlacementScope,
  { form = EMPTY_FORM, status = 200, conflict = false, isSaved = false }: Shown = {},
) {
  const { placement, part } = await workAskedFor(c, db, scope);
  const record = found(await visitOf(db, scope, recordIn(c, 'visit')));
  const { visit, schoolPart, notes } = record;
  const { draft, before } = basisOf(record);
  if (visit.state !== 'held' || (draft === null && notes.length > 0))
    throw new NotFound('No note of this visit can be written now: go back to the visit and see how it stands.');
  const content = draft?.content ?? EMPTY_NOTE;
  const justSaved = isSaved || c.req.query('done') === 'saved';
  return page(
    c,
    <NoteFormPage
      placement={placement}
      part={part}
      visit={visit}
      schoolPart={schoolPart}
      content={content}
      version={draft?.version ?? 0}
      before={before}
      missing={missingOfNote(content, before)}
      form={form}
      conflict={conflict}
      done={c.req.query('done') === 'saved' && status === 200 ? 'The note is saved. It is not sent yet.' : null}
      saved={justSaved ? `${placement.id}/${visit.id}` : null}
    />,
    status,
  );
}

async function visitPage(
  c: Context,
  db: Kysely<Database>,
  scope: PlacementScope,
  { form = EMPTY_FORM, status = 200 }: Shown = {},
) {
  const { placement, part, mayDo, subject } = await workAskedFor(c, db, scope);
  const record = found(await visitOf(db, scope, recordIn(c, 'visit')));
  const done = c.req.query('done') ?? '';
  return page(
    c,
    <VisitPage
      {...record}
      placement={placement}
      part={part}
      leave={{
        plans: mayDo(planWork),
        saysSchoolPart: mayDo(saySchoolPart),
        writesNote: mayDo(writeNote),
        readsNotes: mayAlso(c, readNotesOfVisit, subject) !== null,
        confirms: mayDo(confirmNote),
        moderates: mayDo(moderateNote),
      }}
      form={form}
      today={rulesOfToday().today}
      done={DONE[done] ?? null}
      saved={done === 'sent' ? `${placement.id}/${record.visit.id}` : null}
    />,
    status,
  );
}
