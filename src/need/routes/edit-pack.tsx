import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { NotFound } from '../../web/errors.tsx';
import { formOf } from '../../web/forgery.ts';
import { may, scopeOf } from '../../web/may.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/render.tsx';
import { changePack, publishPack, withdrawPack } from '../commands/change-pack.ts';
import { EditPackPage } from '../pages/edit-pack.tsx';
import { PublishPackPage, WithdrawPackPage } from '../pages/publish-pack.tsx';
import { editNeedPack } from '../policy.ts';
import { withStandards } from '../queries.ts';
import { ownPacks } from '../queries/pack-preview.ts';
import { type OwnPack, packInForce, stateOf } from '../rules/own-pack.ts';
import { packGroups } from '../rules/pack-fields.ts';
import { edited, type PackProblem } from '../schema/pack-edit.ts';
import { publishForm, withdrawForm } from '../schema/pack-forms.ts';
import { organisationOf, ownOf, packAskedFor, today } from './pack-asked-for.tsx';

/** Where the service lead changes, publishes and withdraws a pack. */
export function editPackRoutes({ db }: { db: Kysely<Database> }): Hono {
  const one = '/organisations/:organisation/need-packs/:pack';
  const mayEdit = may(editNeedPack, organisationOf);
  return new Hono()
    .get(`${one}/edit/:group`, mayEdit, (c) => editPage(c, db, [], {}))
    .post(`${one}/edit/:group`, mayEdit, async (c) => {
      const pack = await draftAskedFor(c, db);
      const group = groupAskedFor(c, pack);
      const form = await formOf(c);
      const next = edited(pack.policy, pack.switchedOff, group, form);
      if (!next.ok) return editPage(c, db, next.problems, form);
      const done = await changePack(db, scopeOf(c, editNeedPack), pack.id, { ...next, group: group.id }, today());
      if (!done.ok) return editPage(c, db, [{ path: 'save', message: done.reason }], form);
      return c.redirect(paths.needPack(pack.organisationId, pack.id, { saved: group.id }), 303);
    })
    .get(`${one}/publish`, mayEdit, (c) => publishPage(c, db, {}, {}))
    .post(`${one}/publish`, mayEdit, async (c) => {
      const pack = await draftAskedFor(c, db);
      const form = await formOf(c);
      const typed = textsOf(form);
      const parsed = publishForm.safeParse(form);
      if (!parsed.success) {
        const errors: Record<string, string> = {};
        for (const { path, message } of parsed.error.issues) errors[String(path[0])] ??= message;
        return publishPage(c, db, typed, errors);
      }
      const done = await publishPack(db, scopeOf(c, editNeedPack), pack.id, parsed.data, today());
      if (!done.ok) return publishPage(c, db, typed, { from: done.reason });
      return c.redirect(paths.needPacks(pack.organisationId, { done: 'published' }), 303);
    })
    .get(`${one}/withdraw`, mayEdit, (c) => withdrawPage(c, db, '', null))
    .post(`${one}/withdraw`, mayEdit, async (c) => {
      const pack = await packAskedFor(c, db, scopeOf(c, editNeedPack));
      const form = await formOf(c);
      const parsed = withdrawForm.safeParse(form);
      const typed = textsOf(form).why ?? '';
      if (!parsed.success) return withdrawPage(c, db, typed, parsed.error.issues[0]!.message);
      const done = await withdrawPack(db, scopeOf(c, editNeedPack), pack.id, parsed.data.why || null, today());
      if (!done.ok) return withdrawPage(c, db, typed, done.reason);
      return c.redirect(paths.needPacks(pack.organisationId, { done: 'withdrawn' }), 303);
    });
}

/** The draft that the address names. Throws NotFound when it is none, or none any more. */
async function draftAskedFor(c: Context, db: Kysely<Database>): Promise<OwnPack> {
  const pack = await packAskedFor(c, db, scopeOf(c, editNeedPack));
  if (stateOf(pack, today()) !== 'draft')
    throw new NotFound('This pack is published or withdrawn, and stays as it is. Copy it to go on from it.');
  return pack;
}

function groupAskedFor(c: Context, pack: OwnPack) {
  const group = packGroups(pack.policy).find(({ id }) => id === c.req.param('group'));
  if (group === undefined) throw new NotFound('The pack has no such part.');
  return group;
}

async function editPage(
  c: Context,
  db: Kysely<Database>,
  problems: readonly PackProblem[],
  typed: Readonly<Record<string, unknown>>,
) {
  const pack = await draftAskedFor(c, db);
  const group = groupAskedFor(c, pack);
  const { standards } = withStandards(pack.policy);
  const props = { organisation: ownOf(c), pack, group, standards, problems, typed };
  return page(c, <EditPackPage {...props} />, problems.length === 0 ? 200 : 400);
}

async function publishPage(
  c: Context,
  db: Kysely<Database>,
  typed: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, string>>,
) {
  const pack = await draftAskedFor(c, db);
  const inForce = packInForce(await ownPacks(db, scopeOf(c, editNeedPack)), today());
  const props = { organisation: ownOf(c), pack, inForce, today: today(), typed, errors };
  return page(c, <PublishPackPage {...props} />, Object.keys(errors).length === 0 ? 200 : 400);
}

async function withdrawPage(c: Context, db: Kysely<Database>, typed: string, problem: string | null) {
  const pack = await packAskedFor(c, db, scopeOf(c, editNeedPack));
  const props = { organisation: ownOf(c), pack, typed, problem };
  return page(c, <WithdrawPackPage {...props} />, problem === null ? 200 : 400);
}

function textsOf(form: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(form).filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
}
