import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../db/schema.ts';
import { schoolAskedFor, schoolSubjectOf } from '../../schools/routes/asked-for.tsx';
import { NotFound } from '../../web/errors.tsx';
import { formOf } from '../../web/forgery.ts';
import { may, scopeOf } from '../../web/may.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/render.tsx';
import { enter, withdrawEntry } from '../commands/enter.ts';
import { entryLabel } from '../pages/entry-list.tsx';
import { NeedEntryPage, WithdrawEntryPage } from '../pages/need-entry.tsx';
import { enterNeed } from '../policy.ts';
import { entriesOfSchool } from '../queries/entries.ts';
import { enteredIndicators } from '../rules/with-entries.ts';
import { entryForm, withdrawEntryForm } from '../schema/entry-form.ts';
import { today } from './pack-asked-for.tsx';
import { mustBeAssessed } from './school-need.tsx';

/** Where the service enters what no file tells of a school, and withdraws what was wrong. */
export function entryRoutes({ db }: { db: Kysely<Database> }): Hono {
  const address = '/schools/:urn/need/entries';
  const mayEnter = may(enterNeed, (c) => schoolSubjectOf(c, db));
  return new Hono()
    .get(address, mayEnter, (c) => entryPage(c, db, c.req.query('code'), {}, {}))
    .post(address, mayEnter, async (c) => {
      const form = await formOf(c);
      const typed = Object.fromEntries(
        Object.entries(form).filter((field): field is [string, string] => typeof field[1] === 'string'),
      );
      const scope = scopeOf(c, enterNeed);
      const { need, pack } = await mustBeAssessed(c, db, scope);
      const indicator = enteredIndicators(pack.policy, need.phaseGroup).find(({ code }) => code === form.code);
      if (indicator === undefined) throw new NotFound('The pack in force does not ask that of this school.');
      const parsed = entryForm(indicator, today()).safeParse(form);
      if (!parsed.success) {
        const errors: Record<string, string> = {};
        for (const { path, message } of parsed.error.issues) errors[String(path[0])] ??= message;
        return entryPage(c, db, indicator.code, typed, errors);
      }
      await enter(db, scope, indicator.code, parsed.data);
      return c.redirect(`${paths.need(need.urn)}?done=entered#entries`, 303);
    })
    .get(`${address}/:id/withdraw`, mayEnter, (c) => withdrawPage(c, db, '', null))
    .post(`${address}/:id/withdraw`, mayEnter, async (c) => {
      const { urn } = await schoolAskedFor(c, db);
      const form = await formOf(c);
      const parsed = withdrawEntryForm.safeParse(form);
      if (!parsed.success) {
        const typed = typeof form.reason === 'string' ? form.reason : '';
        return withdrawPage(c, db, typed, parsed.error.issues[0]!.message);
      }
      const done = await withdrawEntry(db, scopeOf(c, enterNeed), entryIdOf(c), parsed.data.reason);
      if (!done.ok) throw new NotFound(NO_ENTRY);
      return c.redirect(`${paths.need(urn)}?done=withdrawn#entries`, 303);
    });
}

const NO_ENTRY = 'Your organisation has entered no such thing of this school.';

function entryIdOf(c: Context): string {
  const id = z.uuid().safeParse(c.req.param('id'));
  if (!id.success) throw new NotFound(NO_ENTRY);
  return id.data;
}

async function entryPage(
  c: Context,
  db: Kysely<Database>,
  code: string | undefined,
  typed: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, string>>,
) {
  const school = await schoolAskedFor(c, db);
  const { need, pack } = await mustBeAssessed(c, db, scopeOf(c, enterNeed));
  const indicators = enteredIndicators(pack.policy, need.phaseGroup);
  const indicator = indicators.find((one) => one.code === code) ?? null;
  const status = Object.keys(errors).length === 0 ? 200 : 400;
  return page(c, <NeedEntryPage {...{ school, indicators, indicator, typed, errors }} />, status);
}

async function withdrawPage(c: Context, db: Kysely<Database>, typed: string, problem: string | null) {
  const school = await schoolAskedFor(c, db);
  const scope = scopeOf(c, enterNeed);
  const id = entryIdOf(c);
  const entry = (await entriesOfSchool(db, scope)).find((one) => one.id === id && one.withdrawn === null);
  if (entry === undefined) throw new NotFound(NO_ENTRY);
  const { pack } = await mustBeAssessed(c, db, scope);
  const label = entryLabel(pack.policy, entry.code);
  return page(c, <WithdrawEntryPage {...{ school, entry, label, typed, problem }} />, problem === null ? 200 : 400);
}
