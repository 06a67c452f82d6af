import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import { readRounds } from '../../../need/policy.ts';
import {
  formState,
  needsOfService,
  organisationOf,
  organisationSubjectOf,
} from '../../../need/routes/round/asked-for.tsx';
import { policyAsAt } from '../../../policies.ts';
import { NotFound } from '../../../web/errors.tsx';
import { formOf } from '../../../web/forgery.ts';
import { may, mayAlso, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { recordChange } from '../../commands/approval/record-change.ts';
import { replan } from '../../commands/approval/replan.ts';
import { askProposal } from '../../commands/round/ask-proposal.ts';
import { ChangesPage } from '../../pages/approval/changes.tsx';
import { type ApprovalScope, changeApproved, readApproval, runPlanning } from '../../policy.ts';
import { changesView } from '../../queries/approval/views.ts';
import { measuresCompared, needsAssessed } from '../../queries/sides.ts';
import { daysInTerm } from '../../rules/round/planning-term.ts';
import type { Need } from '../../rules/sides.ts';
import { readChange, replanForm } from '../../schema/approval-forms.ts';
import { readForm } from '../../../need/schema/form-fields.ts';
import { planningRoundPolicyKind } from '../../schema/planning-round-policy.ts';
import { found, idIn, interestPolicyOfToday, readerOf, ROUND, today } from './asked-for.tsx';

/** What changes after approval, and plans made anew around what stands. */
export function changeRoutes({ db }: { db: Kysely<Database> }): Hono {
  return new Hono()
    .get(`${ROUND}/changes`, may(readApproval, organisationSubjectOf), (c) =>
      changesPage(c, db, scopeOf(c, readApproval)),
    )
    .post(`${ROUND}/changes`, may(changeApproved, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, changeApproved);
      const roundId = idIn(c, 'round');
      const form = await formOf(c);
      const read = readChange(form, today());
      if (!read.ok) return changesPage(c, db, scope, formState(form, read.errors));
      const { kind, leader, urn, on, reason } = read.value;
      const ofLeader = kind === 'leader withdraws' || kind === 'release withdrawn';
      const need = kind === 'urgent need' ? await urgentNeed(c, db, urn!) : null;
      const change = { kind, leaderKey: ofLeader ? leader : null, urn: ofLeader ? null : urn, need, on, reason };
      const done = await recordChange(db, scope, roundId, change);
      if (done.ok) return c.redirect(toChanges(c, roundId, { done: 'recorded' }), 303);
      if (done.reason === 'no such round') throw new NotFound('There is no such round.');
      const [field, message] = NOT_RECORDED[done.reason];
      return changesPage(c, db, scope, formState(form, { [field]: message }), 409);
    })
    .post(`${ROUND}/replan`, may(changeApproved, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, changeApproved);
      const roundId = idIn(c, 'round');
      const form = await formOf(c);
      const read = readForm(replanForm, form);
      if (!read.ok) return changesPage(c, db, scope, formState(form, read.errors));
      const { name, move, price } = read.value;
      const done = await replan(db, scope, roundId, name);
      if (!done.ok) {
        if (done.reason === 'no such round') throw new NotFound('There is no such round.');
        return changesPage(c, db, scope, formState(form, { name: NOT_REPLANNED[done.reason] }), 409);
      }
      const runs = mayAlso(c, runPlanning, organisationSubjectOf(c));
      const { search } = policyAsAt(planningRoundPolicyKind, today());
      if (runs !== null) {
        const order = { seconds: search.seconds, seed: search.seed, near: done.near, changePrice: price };
        const asked = await askProposal(db, runs, roundId, done.scenarioId, { ...order, mayMove: move === 'move' });
        if (asked.ok) return c.redirect(paths.planningProposal(organisationOf(c).id, roundId, asked.id), 303);
      }
      return c.redirect(toChanges(c, roundId, { done: 'replanned' }), 303);
    });
}

const NOT_RECORDED = {
  over: ['kind', 'The round is closed'],
  'nothing approved': ['kind', 'Nothing is approved in this round yet'],
  'no such leader': ['leader', 'Choose a leader of a pair that stands'],
  'no such school': ['urn', 'This school is neither in the round nor one of your service’s'],
} as const;

const NOT_REPLANNED = {
  over: 'The round is closed',
  'nothing approved': 'Nothing is approved in this round yet',
  'nothing open': 'No need waits for a new leader',
  'name taken': 'A scenario of this round has this name: choose another',
} as const;

function toChanges(c: Context, roundId: string, query: Record<string, string>): string {
  return paths.planningApprovalPart(organisationOf(c).id, roundId, 'changes', query);
}

/** The need for a lead head of a school of the service, with the days of its category in a term; null when it is none of its schools. */
async function urgentNeed(c: Context, db: Kysely<Database>, urn: number): Promise<Need | null> {
  const rounds = mayAlso(c, readRounds, organisationSubjectOf(c));
  const read = rounds === null ? null : await needsOfService(c, db, rounds);
  const assessed = read?.needs.filter((need) => need.urn === urn) ?? [];
  const [first] = assessed;
  if (read === null || first === undefined) return null;
  const measures = measuresCompared(assessed.map((assessment) => ({ assessment })));
  const [need] = await needsAssessed(db, assessed, { asAt: first.asAt, needPolicy: read.pack.policy, measures });
  return need === undefined
    ? null
    : { ...need, days: daysInTerm(need.days, policyAsAt(planningRoundPolicyKind, today())) };
}

async function changesPage(
  c: Context,
  db: Kysely<Database>,
  scope: ApprovalScope,
  form?: FormState,
  status: 200 | 400 | 409 = form === undefined ? 200 : 400,
) {
  const view = found(await changesView(db, scope, readerOf(c), idIn(c, 'round')));
  const leaders = new Map(view.standing.map(({ leaderKey, pair }) => [leaderKey, pair.leader]));
  const proposed = {
    name: `Around what stands ${view.changes.length}`,
    price: String(interestPolicyOfToday().changePrice),
  };
  return page(
    c,
    <ChangesPage
      organisation={organisationOf(c)}
      round={view.round}
      standing={view.standing.length}
      open={view.open}
      changes={view.changes}
      leaders={[...leaders].map(([key, name]) => ({ key, name }))}
      writes={mayAlso(c, changeApproved, organisationSubjectOf(c)) !== null && view.round.state !== 'closed'}
      form={form ?? formState(proposed)}
      done={c.req.query('done') ?? null}
    />,
    status,
  );
}
