import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import { formState, organisationOf, organisationSubjectOf } from '../../../need/routes/round/asked-for.tsx';
import { NotFound } from '../../../web/errors.tsx';
import { formOf } from '../../../web/forgery.ts';
import { may, mayAlso, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { commentOnShare, endShare, sharePlan as share } from '../../commands/approval/share-plan.ts';
import { PanelPage } from '../../pages/approval/panel.tsx';
import { SharedPlanPage } from '../../pages/approval/shared-plan.tsx';
import { type ApprovalScope, type PoolScope, readApproval, readShared, sharePlan } from '../../policy.ts';
import { sharedView } from '../../queries/approval/pool-views.ts';
import { panelView } from '../../queries/approval/views.ts';
import { commentForm, shareForm } from '../../schema/approval-forms.ts';
import { readForm } from '../../../need/schema/form-fields.ts';
import { choicesOf, found, idIn, readerOf, ROUND } from './asked-for.tsx';

const SHARED = '/organisations/:organisation/shared/:share';

/** Plans given to people of a panel to read, and what they say of them. */
export function panelRoutes({ db }: { db: Kysely<Database> }): Hono {
  return new Hono()
    .get(`${ROUND}/panel`, may(readApproval, organisationSubjectOf), (c) => panelPage(c, db, scopeOf(c, readApproval)))
    .post(`${ROUND}/panel`, may(sharePlan, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, sharePlan);
      const roundId = idIn(c, 'round');
      const form = await formOf(c);
      const read = readForm(shareForm, form);
      if (!read.ok) return panelPage(c, db, scope, formState(form, read.errors));
      const { proposal: proposalId, reader: readers, words } = read.value;
      const { siteUrl } = c.get('site');
      const linkTo = (organisation: string, id: string) => siteUrl + paths.sharedPlan(organisation, id);
      const done = await share(db, scope, roundId, { proposalId, readers, words }, linkTo);
      if (done.ok) return c.redirect(toPanel(c, roundId, 'shared'), 303);
      if (done.reason === 'no such round') throw new NotFound('There is no such round.');
      const [field, message] = NOT_SHARED[done.reason];
      return panelPage(c, db, scope, formState(form, { [field]: message }), 409);
    })
    .post(`${ROUND}/panel/:share/end`, may(sharePlan, organisationSubjectOf), async (c) => {
      const roundId = idIn(c, 'round');
      const ended = await endShare(db, scopeOf(c, sharePlan), roundId, idIn(c, 'share', 'copy'));
      if (!ended) throw new NotFound('There is no such copy, or its reading was ended already.');
      return c.redirect(toPanel(c, roundId, 'ended'), 303);
    })
    .get(SHARED, may(readShared, organisationSubjectOf), (c) => sharedPage(c, db, scopeOf(c, readShared)))
    .post(SHARED, may(readShared, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, readShared);
      const id = idIn(c, 'share', 'copy');
      const form = await formOf(c);
      const read = readForm(commentForm, form);
      if (!read.ok) return sharedPage(c, db, scope, formState(form, read.errors));
      if (!(await commentOnShare(db, scope, id, read.value.comment))) throw new NotFound('There is no such copy.');
      return c.redirect(paths.sharedPlan(organisationOf(c).id, id, { done: 'commented' }), 303);
    });
}

const NOT_SHARED = {
  over: ['proposal', 'The round is closed'],
  'no such proposal': ['proposal', 'Choose a proposal of this round'],
  'not ended': ['proposal', 'This proposal has no plan yet: wait for its end'],
  'no such reader': ['reader', 'Choose people of your service or of a partner that takes part'],
} as const;

function toPanel(c: Context, roundId: string, done: string): string {
  return paths.planningApprovalPart(organisationOf(c).id, roundId, 'panel', { done });
}

async function panelPage(
  c: Context,
  db: Kysely<Database>,
  scope: ApprovalScope,
  form?: FormState,
  status: 200 | 400 | 409 = form === undefined ? 200 : 400,
) {
  const view = found(await panelView(db, scope, readerOf(c), idIn(c, 'round')));
  return page(
    c,
    <PanelPage
      organisation={organisationOf(c)}
      round={view.round}
      shares={view.shares.map(({ plan, ...one }) => ({
        ...one,
        scenario: plan?.scenario ?? null,
        isWhole: plan?.isWhole ?? true,
      }))}
      readers={view.readers}
      proposals={choicesOf(view.proposals)}
      writes={mayAlso(c, sharePlan, organisationSubjectOf(c)) !== null && view.round.state !== 'closed'}
      form={form ?? formState()}
      done={c.req.query('done') ?? null}
    />,
    status,
  );
}

async function sharedPage(c: Context, db: Kysely<Database>, scope: PoolScope, form?: FormState) {
  const shown = await sharedView(db, scope, readerOf(c).personId, idIn(c, 'share', 'copy'));
  if (shown === null || shown.plan === null) throw new NotFound('There is no such copy, or its reading was ended.');
  return page(
    c,
    <SharedPlanPage
      organisationId={organisationOf(c).id}
      {...shown}
      plan={shown.plan}
      form={form ?? formState()}
      done={c.req.query('done') ?? null}
    />,
    form === undefined ? 200 : 400,
  );
}
