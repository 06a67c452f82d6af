import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { formOf } from '../../web/forgery.ts';
import { may, scopeOf } from '../../web/may.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/render.tsx';
import { comment } from '../commands/comment.ts';
import { moderate } from '../commands/moderate.ts';
import { ModerationPage, type ModerationProblem, type TypedDecision } from '../pages/moderation.tsx';
import { commentOnNeed, moderateNeed } from '../policy.ts';
import { takesPart } from '../queries/round/participation.ts';
import { needRecord } from '../queries/need-record.ts';
import { commentForm, decisionForm } from '../schema/moderation-form.ts';
import { schoolAskedFor, schoolSubjectOf } from '../../schools/routes/asked-for.tsx';
import { mustBeAssessed, schoolNeedPage } from './school-need.tsx';

/** Where the service confirms or changes a category, and where service and school say what they think of it. */
export function moderationRoutes({ db }: { db: Kysely<Database> }): Hono {
  const ofSchool = (c: Context) => schoolSubjectOf(c, db);
  const address = '/schools/:urn/need/moderation';
  return new Hono()
    .get(address, may(moderateNeed, ofSchool), (c) => moderationPage(c, db, []))
    .post(address, may(moderateNeed, ofSchool), async (c) => {
      const { urn } = await schoolAskedFor(c, db);
      const form = await formOf(c);
      const typed = { category: form.category, reason: form.reason };
      const decision = decisionForm.safeParse(form);
      if (!decision.success) {
        const problems = decision.error.issues.map(({ path, message }) => ({ field: path[0], message }));
        return moderationPage(c, db, problems as ModerationProblem[], typed);
      }
      if (!(await takesPart(db, scopeOf(c, moderateNeed), urn)))
        return moderationPage(c, db, [PROBLEMS['no agreement']], typed, 409);
      const done = await moderate(db, scopeOf(c, moderateNeed), decision.data);
      if (done.ok) return c.redirect(`${paths.need(urn)}?done=moderated`, 303);
      return moderationPage(c, db, [PROBLEMS[done.reason]], typed, done.reason === 'assessment changed' ? 409 : 400);
    })
    .post('/schools/:urn/need/comments', may(commentOnNeed, ofSchool), async (c) => {
      const { urn } = await schoolAskedFor(c, db);
      const form = await formOf(c);
      const parsed = commentForm.safeParse(form);
      if (!parsed.success) {
        const problem = parsed.error.issues[0]!.message;
        const typed = typeof form.comment === 'string' ? form.comment : '';
        return schoolNeedPage(c, db, scopeOf(c, commentOnNeed), { typed, problem });
      }
      await mustBeAssessed(c, db, scopeOf(c, commentOnNeed));
      await comment(db, scopeOf(c, commentOnNeed), parsed.data.comment);
      return c.redirect(`${paths.need(urn)}?done=commented`, 303);
    });
}

const PROBLEMS = {
  'assessment changed': {
    field: 'category',
    message: 'New data came in after you opened this page. Look at the need as it now stands, then decide',
  },
  'no agreement': {
    field: 'category',
    message: 'This academy takes part by agreement, and there is none: nothing can be decided about it',
  },
  'reason needed': { field: 'reason', message: 'Enter why you set another category than the one worked out' },
} as const;

async function moderationPage(
  c: Context,
  db: Kysely<Database>,
  problems: readonly ModerationProblem[],
  typed: TypedDecision = {},
  status: 200 | 400 | 409 = problems.length === 0 ? 200 : 400,
) {
  const scope = scopeOf(c, moderateNeed);
  const { need, pack } = await mustBeAssessed(c, db, scope);
  const { decisions } = await needRecord(db, scope);
  const { policy } = pack;
  const joined = await takesPart(db, scope, need.urn);
  return page(c, <ModerationPage {...{ need, policy, decisions, problems, typed, joined }} />, status);
}
