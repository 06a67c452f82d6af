import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import type { Database } from '../../../db/schema.ts';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { policyAsAt } from '../../../policies.ts';
import { NotFound } from '../../../web/errors.tsx';
import { formOf } from '../../../web/forgery.ts';
import { may, scopeOf } from '../../../web/may.ts';
import { page } from '../../../web/render.tsx';
import { editDraft } from '../../commands/agreement/draft.ts';
import type { DatedForm } from '../../pages/agreement/form-fields.tsx';
import { ObjectivePage } from '../../pages/agreement/objective.tsx';
import { writeAgreement } from '../../policy/agreement.ts';
import { figureKey, publishedFigures } from '../../queries/agreement/published-figures.ts';
import {
  type AgreementContent,
  nextObjectiveKey,
  type Objective,
  type PublishedBaseline,
} from '../../rules/agreement/content.ts';
import { saysTheSame } from '../../rules/agreement/canonical.ts';
import { readObjective } from '../../schema/agreement/agreement-forms.ts';
import { agreementPolicyKind } from '../../schema/agreement/agreement-policy.ts';
import { placementAskedFor, placementSubjectOf } from '../asked-for.tsx';
import { boxesOfObjective } from './boxes.tsx';
import { datedForm, readDates } from './dated-form.tsx';
import { differences } from './differs.tsx';
import { draftAskedFor, notNow, revisionOf, savedTo } from './draft.tsx';

const OBJECTIVE = '/placements/:placement/agreement/objective';

type WriteScope = Scope<typeof writeAgreement.verb>;

/** The objectives of a draft: added, changed, taken out. */
export function objectiveRoutes({ db }: { db: Kysely<Database> }): Hono {
  const subject = placementSubjectOf(db);
  return new Hono()
    .get(OBJECTIVE, may(writeAgreement, subject), (c) =>
      objectivePage(c, db, scopeOf(c, writeAgreement), keyIn(c.req.query('key'))),
    )
    .post(OBJECTIVE, may(writeAgreement, subject), async (c) => {
      const scope = scopeOf(c, writeAgreement);
      const form = await formOf(c);
      const key = keyIn(form.key);
      const revision = revisionOf(form);
      const { placement } = await placementAskedFor(c, db, scope);
      const figures = new Map(
        (await figuresFor(db, scope, placement.supported.urn, key)).map((one) => [figureKey(one), one]),
      );
      const { days, errors, dates } = readDates(form, {
        due: { name: 'the date of the target', required: false },
        taken: {
          name: 'the day on which it was taken',
          required: false,
          when: 'today or past',
          today: londonIsoDay(new Date()),
        },
      });
      const read = readObjective(form, days, errors, figures);
      if (!read.ok) return objectivePage(c, db, scope, key, { form: datedForm(form, read.errors, dates) });
      const { most } = policyAsAt(agreementPolicyKind, londonIsoDay(new Date())).objectives;
      const draft = await draftAskedFor(db, scope);
      if (key === null && draft.content.objectives.length >= most)
        return objectivePage(c, db, scope, key, {
          form: datedForm(form, { aim: `At most ${most} objectives are agreed: change one, or take one out` }),
        });
      const place = draft.content.objectives.findIndex((one) => one.key === key);
      const what = `Objective ${place === -1 ? draft.content.objectives.length + 1 : place + 1}`;
      const change = (content: AgreementContent, used: readonly number[]) =>
        withObjective(content, used, key, read.value);
      const result = await editDraft(db, scope, { revision, what, change });
      if (result.ok) return savedTo(c, db, scope);
      if (result.reason !== 'changed meanwhile') throw notNow();
      const now = result.draft.content;
      const typed = withObjective(now, [], key, read.value);
      const differs = typed === null ? [] : differences(now, typed, 'objectives', key);
      return objectivePage(c, db, scope, typed === null ? null : key, { form: datedForm(form), differs });
    })
    .post(`${OBJECTIVE}/take-out`, may(writeAgreement, subject), async (c) => {
      const scope = scopeOf(c, writeAgreement);
      const form = await formOf(c);
      const key = keyIn(form.key);
      const result = await editDraft(db, scope, {
        revision: revisionOf(form),
        what: 'Objectives',
        change: (content) => ({ ...content, objectives: content.objectives.filter((one) => one.key !== key) }),
      });
      if (result.ok) return savedTo(c, db, scope);
      if (result.reason !== 'changed meanwhile') throw notNow();
      return objectivePage(c, db, scope, key, { differs: [] });
    });
}

/** The content with an objective changed, or added when it has no key yet; null when the one to change is gone. */
function withObjective(
  content: AgreementContent,
  used: readonly number[],
  key: number | null,
  said: Omit<Objective, 'key'>,
): AgreementContent | null {
  const { objectives } = content;
  if (key === null) {
    // The same form sent twice makes one objective.
    const isThere = objectives.some(({ key: _key, ...other }) => saysTheSame(other, said));
    if (isThere) return content;
    return { ...content, objectives: [...objectives, { key: nextObjectiveKey(objectives, used), ...said }] };
  }
  if (!objectives.some((one) => one.key === key)) return null;
  return { ...content, objectives: objectives.map((one) => (one.key === key ? { key, ...said } : one)) };
}

/** What a baseline is chosen from: the newest figures of the school, and the one that the objective has already. */
async function figuresFor(
  db: Kysely<Database>,
  scope: WriteScope,
  urn: number,
  key: number | null,
): Promise<PublishedBaseline[]> {
  const figures = await publishedFigures(db, urn);
  const draft = await draftAskedFor(db, scope);
  const held = draft.content.objectives.find((one) => one.key === key)?.baseline;
  if (held?.kind !== 'published' || figures.some((one) => figureKey(one) === figureKey(held))) return figures;
  return [held, ...figures];
}

function keyIn(said: unknown): number | null {
  if (said === undefined || said === '') return null;
  if (typeof said !== 'string' || !/^\d{1,4}$/.test(said)) throw new NotFound('There is no such objective.');
  return Number(said);
}

async function objectivePage(
  c: Context,
  db: Kysely<Database>,
  scope: WriteScope,
  key: number | null,
  { form, differs = null }: { form?: DatedForm; differs?: ReturnType<typeof differences> | null } = {},
) {
  const { placement, part } = await placementAskedFor(c, db, scope);
  const draft = await draftAskedFor(db, scope);
  const objective = draft.content.objectives.find((one) => one.key === key);
  if (key !== null && objective === undefined && form === undefined) throw new NotFound('There is no such objective.');
  const figures = await figuresFor(db, scope, placement.supported.urn, key);
  const shown = form ?? datedForm(objective === undefined ? {} : boxesOfObjective(objective));
  return page(
    c,
    <ObjectivePage
      placement={placement}
      part={part}
      revision={draft.revision}
      objective={objective === undefined ? null : key}
      figures={figures.map((one) => ({
        value: figureKey(one),
        text: `${one.label}: ${one.value === null ? `no figure (${one.text})` : one.text}, ${one.year} to ${one.year + 1}`,
      }))}
      form={shown}
      differs={differs}
    />,
    differs !== null ? 409 : Object.keys(shown.errors).length > 0 ? 400 : 200,
  );
}
