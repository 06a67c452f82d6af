import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { dueAfter } from '../../../calendar/due-after.ts';
import type { Database } from '../../../db/schema.ts';
import { englandHolidays } from '../../../england-calendar.ts';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { policyAsAt } from '../../../policies.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { NotFound } from '../../../web/errors.tsx';
import { formOf } from '../../../web/forgery.ts';
import { may, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { makeDatedMove } from '../../commands/life/dated-move.ts';
import type { DatedForm } from '../../pages/agreement/form-fields.tsx';
import { DatedMovePage } from '../../pages/life/dated-move.tsx';
import { MOVE_PERMISSIONS } from '../../policy.ts';
import type { PlacementEvent } from '../../rules/event.ts';
import { DATED_MOVE_ASKS, DATED_MOVES, type DatedMove } from '../../rules/life/dated-moves.ts';
import type { OpenItem } from '../../rules/placement.ts';
import { moveNamed, type MoveName } from '../../rules/states.ts';
import { lifePolicyKind } from '../../schema/life/life-policy.ts';
import { readMove } from '../../schema/placement-forms.ts';
import { datedForm, readDates } from '../agreement/dated-form.tsx';
import { absolute } from '../agreement/sign.tsx';
import { placementAskedFor, placementSubjectOf } from '../asked-for.tsx';

type MoveScope = Scope<`placement.${MoveName}`>;

/** Pausing a placement, taking it up again, ending it and undoing the end. */
export function datedMoveRoutes({ db }: { db: Kysely<Database> }): Hono {
  const subject = placementSubjectOf(db);
  const routes = new Hono();
  for (const move of DATED_MOVES) {
    const permission = MOVE_PERMISSIONS[move];
    const path = `/placements/:placement/moves/${move}`;
    routes
      .get(path, may(permission, subject), (c) => movePage(c, db, scopeOf(c, permission), move))
      .post(path, may(permission, subject), async (c) => {
        const scope = scopeOf(c, permission);
        const form = await formOf(c);
        const today = londonIsoDay(new Date());
        const { day } = DATED_MOVE_ASKS[move];
        const { days, errors, dates } =
          day === null
            ? { days: { on: null }, errors: {}, dates: {} }
            : readDates(form, { on: { name: day, when: 'today or past', today } });
        const read = readMove(form, moveNamed(move).reason);
        const faults = { ...errors, ...(read.ok ? {} : read.errors) };
        if (!read.ok || Object.keys(faults).length > 0)
          return movePage(c, db, scope, move, { form: datedForm(form, faults, dates) });
        const { placement } = await placementAskedFor(c, db, scope);
        const { answerWithin } = policyAsAt(lifePolicyKind, today).evaluation;
        const result = await makeDatedMove(db, scope, move, {
          ...read.value,
          on: days.on,
          evaluateBy: dueAfter(today, answerWithin, englandHolidays(today)),
          link: absolute(c, paths.placementPage(placement.id, 'evaluation')),
        });
        if (result.ok) return c.redirect(paths.placementPage(placement.id, 'review', { done: 'moved' }), 303);
        if (result.reason === 'too early') {
          const text = `${capital(day ?? 'the day')} must be the same as or after ${dayText(result.from)}`;
          return movePage(c, db, scope, move, { form: datedForm(form, { 'on-day': text }) });
        }
        if (result.reason === 'open items')
          return movePage(c, db, scope, move, { form: datedForm(form), open: result.items });
        const now = 'now' in result ? result.now : null;
        // Sent twice, or made by somebody else first: nothing is left to do but to look.
        if (now !== null && !(moveNamed(move).from as readonly string[]).includes(now.state))
          return c.redirect(paths.placementPage(now.id, 'review', { done: 'already' }), 303);
        if (result.reason === 'changed meanwhile')
          return movePage(c, db, scope, move, { form: datedForm(form), since: result.since });
        throw notFromHere();
      });
  }
  return routes;
}

function notFromHere(): NotFound {
  return new NotFound('This placement is not where it could be moved so: go back to it and see how it stands.');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

async function movePage(
  c: Context,
  db: Kysely<Database>,
  scope: MoveScope,
  move: DatedMove,
  {
    form = datedForm(),
    open = [],
    since = [],
  }: { form?: DatedForm; open?: readonly OpenItem[]; since?: readonly PlacementEvent[] } = {},
) {
  const { placement, part } = await placementAskedFor(c, db, scope);
  if (!(moveNamed(move).from as readonly string[]).includes(placement.state)) throw notFromHere();
  const refused = open.length > 0 || since.length > 0;
  return page(
    c,
    <DatedMovePage placement={placement} part={part} move={move} form={form} open={open} since={since} />,
    refused ? 409 : Object.keys(form.errors).length > 0 ? 400 : 200,
  );
}
