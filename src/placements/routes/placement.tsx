import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import type { Database } from '../../db/schema.ts';
import type { FormState } from '../../need/pages/round/rounds.tsx';
import { formState } from '../../need/routes/round/asked-for.tsx';
import { londonIsoDay } from '../../opendata/rules/london-time.ts';
import { policyAsAt } from '../../policies.ts';
import { NotFound } from '../../web/errors.tsx';
import { formOf } from '../../web/forgery.ts';
import { may, mayAlso, scopeOf } from '../../web/may.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/render.tsx';
import type { Change, ChangedMeanwhile } from '../commands/change-placement.ts';
import { editPlacement } from '../commands/edit-placement.ts';
import { makeMove } from '../commands/make-move.ts';
import { EditPage } from '../pages/edit.tsx';
import { HistoryPage } from '../pages/history.tsx';
import { MovePage } from '../pages/move.tsx';
import { OverviewPage } from '../pages/overview.tsx';
import { changePlacement, MOVE_PERMISSIONS, readPlacement } from '../policy.ts';
import { brokersOfService } from '../queries/brokers.ts';
import { eventsOf } from '../queries/events.ts';
import type { PlacementEvent } from '../rules/event.ts';
import type { OpenItem } from '../rules/placement.ts';
import { PLAIN_MOVES } from '../rules/state-words.ts';
import { supportTypeLabel } from '../rules/support-types.ts';
import { type MoveName, moveNamed } from '../rules/states.ts';
import { readEdit, readMove } from '../schema/placement-forms.ts';
import { supportTypesKind } from '../schema/support-types.ts';
import { helpWords, placementAskedFor, placementSubjectOf } from './asked-for.tsx';

const PLACEMENT = '/placements/:placement';

const DONE: Readonly<Record<string, string>> = {
  changed: 'The placement is changed.',
  moved: 'Done: the placement stands as shown here.',
  already: 'It had been moved already: this is how it stands now.',
  asked: 'The request is made. The service sees it and will be in touch.',
};

/** A placement itself: what it is, how it stands, its history, its own facts changed, and the moves that ask for nothing but a reason. */
export function placementRoutes({ db }: { db: Kysely<Database> }): Hono {
  const subject = placementSubjectOf(db);
  const routes = new Hono()
    .get(PLACEMENT, may(readPlacement, subject), async (c) => {
      const asked = await placementAskedFor(c, db, scopeOf(c, readPlacement));
      const changes = mayAlso(c, changePlacement, await subject(c)) !== null;
      const done = DONE[c.req.query('done') ?? ''] ?? null;
      return page(c, <OverviewPage {...asked} help={helpWords(asked.placement)} changes={changes} done={done} />);
    })
    .get(`${PLACEMENT}/history`, may(readPlacement, subject), async (c) => {
      const scope = scopeOf(c, readPlacement);
      const { placement, part } = await placementAskedFor(c, db, scope);
      return page(c, <HistoryPage placement={placement} part={part} events={await eventsOf(db, scope)} />);
    })
    .get(`${PLACEMENT}/edit`, may(changePlacement, subject), (c) => editPage(c, db, scopeOf(c, changePlacement)))
    .post(`${PLACEMENT}/edit`, may(changePlacement, subject), async (c) => {
      const scope = scopeOf(c, changePlacement);
      const form = await formOf(c);
      const brokers = await brokersOfService(db, scope);
      const read = readEdit(
        form,
        supportTypes().map(({ code }) => code),
        brokers.map(({ id }) => id),
      );
      if (!read.ok) return editPage(c, db, scope, { form: formState(form, read.errors) });
      const result = await editPlacement(db, scope, read.value);
      if (result.ok) return c.redirect(paths.placement(result.placement.id, { done: 'changed' }), 303);
      return editPage(c, db, scope, { form: formState(form), refused: result });
    });
  for (const name of PLAIN_MOVES) {
    const permission = MOVE_PERMISSIONS[name];
    const path = `${PLACEMENT}/moves/${name}`;
    routes
      .get(path, may(permission, subject), (c) => movePage(c, db, scopeOf(c, permission), name))
      .post(path, may(permission, subject), async (c) => {
        const scope = scopeOf(c, permission);
        const form = await formOf(c);
        const read = readMove(form, moveNamed(name).reason);
        if (!read.ok) return movePage(c, db, scope, name, { form: formState(form, read.errors) });
        const result = await makeMove(db, scope, name, read.value, (id) => c.get('site').siteUrl + paths.placement(id));
        if (result.ok) return c.redirect(paths.placement(result.placement.id, { done: 'moved' }), 303);
        if (result.reason === 'open items')
          return movePage(c, db, scope, name, { form: formState(form), open: result.items });
        const now = 'now' in result ? result.now : null;
        // Sent twice, or made by somebody else first: nothing is left to do but to look.
        if (now !== null && !moveNamed(name).from.includes(now.state))
          return c.redirect(paths.placement(now.id, { done: 'already' }), 303);
        if (result.reason === 'changed meanwhile')
          return movePage(c, db, scope, name, { form: formState(form), since: result.since });
        throw new NotFound('This placement is not where it could be moved so: go back to it and see how it stands.');
      });
  }
  return routes;
}

function supportTypes() {
  return policyAsAt(supportTypesKind, londonIsoDay(new Date())).types;
}

function typeLabel(code: string): string {
  return supportTypeLabel({ types: supportTypes() }, code);
}

async function editPage(
  c: Context,
  db: Kysely<Database>,
  scope: Scope<typeof changePlacement.verb>,
  { form = formState(), refused }: { form?: FormState; refused?: Exclude<Change, { ok: true }> } = {},
) {
  const { placement, part } = await placementAskedFor(c, db, scope);
  const brokers = await brokersOfService(db, scope);
  const changed = refused?.reason === 'changed meanwhile' ? refused : null;
  return page(
    c,
    <EditPage
      placement={placement}
      part={part}
      types={supportTypes()}
      brokers={brokers}
      form={form}
      since={changed?.since ?? []}
      fields={changed === null ? [] : differences(changed, form, brokers)}
    />,
    refused === undefined ? (Object.keys(form.errors).length === 0 ? 200 : 400) : 409,
  );
}

/** What stands now beside what was typed, where they differ. */
function differences(
  { now }: ChangedMeanwhile,
  { typed }: FormState,
  brokers: readonly { id: string; name: string }[],
) {
  const nameOf = (id: string) => brokers.find((broker) => broker.id === id)?.name ?? '';
  const all = [
    { label: 'What it is about', stored: now.focus, typed: typed.focus ?? '' },
    { label: 'What is hoped for', stored: now.hopedOutcome ?? '', typed: typed.hopedOutcome ?? '' },
    { label: 'Kind of help', stored: typeLabel(now.supportType), typed: typeLabel(typed.supportType ?? '') },
    { label: 'Broker', stored: now.assignedTo?.name ?? '', typed: nameOf(typed.assignedTo ?? '') },
    { label: 'Risk', stored: now.risk ?? '', typed: typed.risk ?? '' },
  ];
  return all.filter((field) => field.stored !== field.typed);
}

async function movePage(
  c: Context,
  db: Kysely<Database>,
  scope: Scope<`placement.${MoveName}`>,
  name: (typeof PLAIN_MOVES)[number],
  {
    form = formState(),
    open = [],
    since = [],
  }: { form?: FormState; open?: readonly OpenItem[]; since?: readonly PlacementEvent[] } = {},
) {
  const { placement, part } = await placementAskedFor(c, db, scope);
  const move = moveNamed(name);
  if (!move.from.includes(placement.state))
    throw new NotFound('This placement is not where it could be moved so: go back to it and see how it stands.');
  const refused = open.length > 0 || since.length > 0;
  const status = refused ? 409 : Object.keys(form.errors).length > 0 ? 400 : 200;
  return page(
    c,
    <MovePage placement={placement} part={part} move={move} form={form} open={open} since={since} />,
    status,
  );
}
