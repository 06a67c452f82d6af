import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { organisationOf, organisationSubjectOf } from '../../../need/routes/round/asked-for.tsx';
import { NotFound } from '../../../web/errors.tsx';
import { may, scopeOf } from '../../../web/may.ts';
import { paths, PLAN_QUESTIONS } from '../../../web/paths.ts';
import { planningCrumbs } from '../../pages/round/planning-crumbs.tsx';
import { readPlanning } from '../../policy.ts';
import { groundOfProposal } from '../../queries/explain/ground-of-proposal.ts';
import { boundaryOf, planningAskedFor, proposalAskedFor } from '../round/asked-for.tsx';
import { answerOf, type Asked } from './answered.tsx';

/** Why a proposal of a planning round is as it is: for those who may read the round. */
export function proposalExplainRoutes({ db }: { db: Kysely<Database> }): Hono {
  const routes = new Hono();
  for (const part of PLAN_QUESTIONS) {
    routes.get(
      `/organisations/:organisation/planning/:planning/proposals/:proposal/${part}`,
      may(readPlanning, organisationSubjectOf),
      async (c) => answerOf[part](c, await askedOfProposal(db, c)),
    );
  }
  return routes;
}

async function askedOfProposal(db: Kysely<Database>, c: Context): Promise<Asked> {
  const scope = scopeOf(c, readPlanning);
  const round = await planningAskedFor(c, db, scope);
  const proposal = await proposalAskedFor(c, db, scope, round.id);
  const ground = await groundOfProposal(db, scope, proposal);
  if (ground === null)
    throw new NotFound('This proposal has no plan to explain yet, or what it was made from is gone.');
  const organisation = organisationOf(c);
  const title = `Proposal ${proposal.number}`;
  return {
    ground,
    readers: `proposal ${proposal.id}`,
    boundary: await boundaryOf(c, db),
    of: {
      name: `${round.title}, ${title.toLowerCase()}`,
      breadcrumbs: [
        ...planningCrumbs(organisation, round),
        { text: title, href: paths.planningProposal(organisation.id, round.id, proposal.id) },
      ],
      provedOptimal: ground.solution.provedOptimal,
      findings: ground.findings,
      asks: 'need',
      href: (part, { need, leader } = {}) =>
        paths.planningProposal(organisation.id, round.id, proposal.id, part, { need: need?.key, leader: leader?.key }),
    },
  };
}
