import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import { formState, organisationOf, organisationSubjectOf } from '../../../need/routes/round/asked-for.tsx';
import { schoolAskedFor, schoolSubjectOf } from '../../../schools/routes/asked-for.tsx';
import { NotFound } from '../../../web/errors.tsx';
import { formOf } from '../../../web/forgery.ts';
import { may, mayAlso, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { decideInterest } from '../../commands/approval/decide-interest.ts';
import { declare, noteDeclaration } from '../../commands/approval/declare.ts';
import { DeclarationPage, DeclarationsPage } from '../../pages/approval/declarations.tsx';
import { InterestPage } from '../../pages/approval/interest.tsx';
import { InterestsPage } from '../../pages/approval/interests.tsx';
import { type ApprovalScope, declareInterest, handleInterests, readApproval } from '../../policy.ts';
import { declarationsView } from '../../queries/approval/pool-views.ts';
import { interestsView } from '../../queries/approval/views.ts';
import { interestDecisionForm, readSays, readToldAnswer } from '../../schema/approval-forms.ts';
import { readForm } from '../../../need/schema/form-fields.ts';
import { found, idIn, interestPolicyOfToday, readerOf, ROUND, today } from './asked-for.tsx';

const OF_SCHOOL = '/schools/:urn/declarations';

/** Questions to heads about interests: answered by the head, written down and decided on by the service. */
export function interestRoutes({ db }: { db: Kysely<Database> }): Hono {
  const ofSchool = (c: Context) => schoolSubjectOf(c, db);
  return new Hono()
    .get(`${ROUND}/interests`, may(readApproval, organisationSubjectOf), async (c) => {
      const asked = { roundId: idIn(c, 'round') };
      const view = found(await interestsView(db, scopeOf(c, readApproval), readerOf(c), asked));
      return page(
        c,
        <InterestsPage
          organisation={organisationOf(c)}
          round={view.round}
          asks={view.asks}
          done={c.req.query('done') ?? null}
        />,
      );
    })
    .get(`${ROUND}/interests/:ask`, may(readApproval, organisationSubjectOf), (c) =>
      askPage(c, db, scopeOf(c, readApproval)),
    )
    .post(`${ROUND}/interests/:ask/answer`, may(handleInterests, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, handleInterests);
      const form = await formOf(c);
      const read = readToldAnswer(form, today());
      if (!read.ok) return askPage(c, db, scope, formState(form, read.errors));
      const done = await noteDeclaration(db, scope, idIn(c, 'round'), idIn(c, 'ask', 'question'), read.value);
      if (done.ok) return toInterests(c, 'noted');
      if (done.reason !== 'over') throw new NotFound('There is no such question.');
      return askPage(c, db, scope, formState(form, { says: OVER }), 409);
    })
    .post(`${ROUND}/interests/:ask/decision`, may(handleInterests, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, handleInterests);
      const form = await formOf(c);
      const read = readForm(interestDecisionForm, form);
      if (!read.ok) return askPage(c, db, scope, formState(form, read.errors));
      const done = await decideInterest(db, scope, idIn(c, 'round'), idIn(c, 'ask', 'question'), read.value);
      if (done.ok) return toInterests(c, 'decided');
      if (done.reason !== 'over' && done.reason !== 'no interest to decide')
        throw new NotFound('There is no such question.');
      const message = done.reason === 'over' ? OVER : 'No interest is declared: there is nothing to decide';
      return askPage(c, db, scope, formState(form, { outcome: message }), 409);
    })
    .get(OF_SCHOOL, may(declareInterest, ofSchool), async (c) => {
      const school = await schoolAskedFor(c, db);
      const asks = await declarationsView(db, scopeOf(c, declareInterest), school.urn);
      return page(c, <DeclarationsPage school={school} asks={asks} done={c.req.query('done') ?? null} />);
    })
    .get(`${OF_SCHOOL}/:ask`, may(declareInterest, ofSchool), (c) => declarationPage(c, db))
    .post(`${OF_SCHOOL}/:ask`, may(declareInterest, ofSchool), async (c) => {
      const form = await formOf(c);
      const read = readSays(form);
      if (!read.ok) return declarationPage(c, db, formState(form, read.errors));
      const { urn } = await schoolAskedFor(c, db);
      const done = await declare(db, scopeOf(c, declareInterest), idIn(c, 'ask', 'question'), read.value, today());
      if (!done.ok) throw new NotFound('There is no such question.');
      return c.redirect(paths.declarations(urn, { done: 'declared' }), 303);
    });
}

const OVER = 'The round is approved or closed: nothing is declared or decided in it any more';

function toInterests(c: Context, done: string) {
  const organisation = organisationOf(c).id;
  return c.redirect(paths.planningApprovalPart(organisation, idIn(c, 'round'), 'interests', { done }), 303);
}

async function askPage(
  c: Context,
  db: Kysely<Database>,
  scope: ApprovalScope,
  form?: FormState,
  status: 200 | 400 | 409 = form === undefined ? 200 : 400,
) {
  const asked = { roundId: idIn(c, 'round'), askId: idIn(c, 'ask', 'question') };
  const view = found(await interestsView(db, scope, readerOf(c), asked));
  const [ask] = view.asks;
  if (ask === undefined) throw new NotFound('There is no such question.');
  return page(
    c,
    <InterestPage
      organisation={organisationOf(c)}
      round={view.round}
      ask={ask}
      policy={interestPolicyOfToday()}
      writes={mayAlso(c, handleInterests, organisationSubjectOf(c)) !== null}
      form={form ?? formState()}
    />,
    status,
  );
}

async function declarationPage(c: Context, db: Kysely<Database>, form?: FormState) {
  const school = await schoolAskedFor(c, db);
  const id = idIn(c, 'ask', 'question');
  const [ask] = await declarationsView(db, scopeOf(c, declareInterest), school.urn, id);
  if (ask === undefined) throw new NotFound('There is no such question.');
  return page(
    c,
    <DeclarationPage school={school} ask={ask} policy={interestPolicyOfToday()} form={form ?? formState()} />,
    form === undefined ? 200 : 400,
  );
}
