import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import { openToAll } from '../../../access/permission.ts';
import type { Database } from '../../../db/schema.ts';
import { formOf } from '../../../web/forgery.ts';
import { ipOf } from '../../../web/identify.ts';
import { may, theSite } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { giveReference } from '../../commands/designation/refer.ts';
import { AnnouncedRoundPage, AnnouncedRoundsPage } from '../../pages/designation/announced.tsx';
import { type FormShown, NO_FORM } from '../../pages/designation/form-shown.tsx';
import { ReferenceOverPage, ReferencePage } from '../../pages/designation/reference.tsx';
import { refereeTask } from '../../policy.ts';
import { referenceAsked } from '../../queries/designation/reference-asked.ts';
import { announcedRounds, roleTitle } from '../../queries/designation/rounds.ts';
import { readReference } from '../../schema/designation/forms.ts';
import { found, idIn, ruleSetOf, shown, today } from './asked-for.tsx';

const REFERENCE = '/links/reference/:token';

/** What is open to everybody: announced rounds, and the page of a referee who holds a private link. */
export function announcedRoutes({ db }: { db: Kysely<Database> }): Hono {
  return new Hono()
    .get('/designation', may(openToAll, theSite), async (c) =>
      page(c, <AnnouncedRoundsPage rounds={await announcedRounds(db)} today={today()} />),
    )
    .get('/designation/:round', may(openToAll, theSite), async (c) => {
      const id = idIn(c, 'round', 'round');
      const round = found(
        (await announcedRounds(db)).find((one) => one.id === id),
        'round',
      );
      const acting = c.get('person')?.acting ?? null;
      const applies =
        acting?.organisation.kind === 'school' && (acting.role === 'headteacher' || acting.role === 'system leader');
      const applyAt =
        applies && acting.organisation.urn !== null ? paths.ownDesignation(acting.organisation.urn) : null;
      return page(
        c,
        <AnnouncedRoundPage round={round} ruleSet={ruleSetOf(round.ruleSet)} today={today()} applyAt={applyAt} />,
      );
    })
    .get(REFERENCE, may(openToAll, theSite), (c) => referencePage(c, db, NO_FORM))
    .post(REFERENCE, may(openToAll, theSite), async (c) => {
      const form = await formOf(c);
      const scope = refereeTask(c.req.param('token') ?? '', ipOf(c));
      const { asked } = await referenceAsked(db, scope);
      if (asked === null || asked.answered) return referencePage(c, db, NO_FORM);
      const own = found(
        ruleSetOf(asked.ruleSet).references.find(({ from }) => from === asked.referee),
        'reference',
      );
      const read = readReference(own, form);
      if (!read.ok) return referencePage(c, db, shown(form, read.errors), 400);
      const done = await giveReference(db, scope, read.value);
      return done.ok ? page(c, <ReferenceOverPage why="thanks" />) : referencePage(c, db, NO_FORM);
    });
}

async function referencePage(c: Context, db: Kysely<Database>, form: FormShown, status: 200 | 400 = 200) {
  // The address is a secret: it must neither be kept nor sent on.
  c.header('Cache-Control', 'private, no-store');
  const token = c.req.param('token') ?? '';
  const { asked, standing } = await referenceAsked(db, refereeTask(token, ipOf(c)));
  if (asked?.answered === true) return page(c, <ReferenceOverPage why="answered" />);
  if (asked === null) {
    if (standing === null) return page(c, <ReferenceOverPage why="ended" />, 404);
    return page(c, <ReferenceOverPage why={standing === 'expired' ? 'expired' : 'ended'} />, 410);
  }
  const ruleSet = ruleSetOf(asked.ruleSet);
  const title = roleTitle(ruleSet.role);
  return page(c, <ReferencePage token={token} asked={asked} ruleSet={ruleSet} title={title} form={form} />, status);
}
