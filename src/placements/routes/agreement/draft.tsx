import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import type { Database } from '../../../db/schema.ts';
import type { Read } from '../../../need/schema/form-fields.ts';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { policyAsAt } from '../../../policies.ts';
import { NotFound } from '../../../web/errors.tsx';
import { formOf } from '../../../web/forgery.ts';
import { may, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { beginDraft, editDraft } from '../../commands/agreement/draft.ts';
import type { DatedForm } from '../../pages/agreement/form-fields.tsx';
import { AgreementPartPage } from '../../pages/agreement/part.tsx';
import { writeAgreement } from '../../policy/agreement.ts';
import { agreementOf, type AgreementVersion } from '../../queries/agreement/versions.ts';
import { type AgreementContent, FORM_PARTS, type FormPart, PART_TITLES } from '../../rules/agreement/content.ts';
import {
  readEnding,
  readFocus,
  readMoney,
  readTime,
  readWorking,
  revision as revisionField,
} from '../../schema/agreement/agreement-forms.ts';
import { agreementPolicyKind } from '../../schema/agreement/agreement-policy.ts';
import { placementAskedFor, placementSubjectOf } from '../asked-for.tsx';
import { boxesOfPart } from './boxes.tsx';
import { datedForm, readDates } from './dated-form.tsx';
import { differences } from './differs.tsx';

const AGREEMENT = '/placements/:placement/agreement';

type WriteScope = Scope<typeof writeAgreement.verb>;

/** The draft of an agreement, part by part. */
export function draftRoutes({ db }: { db: Kysely<Database> }): Hono {
  const subject = placementSubjectOf(db);
  const routes = new Hono().post(`${AGREEMENT}/draft`, may(writeAgreement, subject), async (c) => {
    const scope = scopeOf(c, writeAgreement);
    const { placement } = await placementAskedFor(c, db, scope);
    const begun = await beginDraft(db, scope, policyAsAt(agreementPolicyKind, londonIsoDay(new Date())));
    if (!begun.ok) throw notNow();
    return c.redirect(paths.placementPage(placement.id, 'agreement', { done: 'begun' }), 303);
  });
  for (const part of FORM_PARTS) {
    const path = `${AGREEMENT}/parts/${part}`;
    routes
      .get(path, may(writeAgreement, subject), (c) => partPage(c, db, scopeOf(c, writeAgreement), part))
      .post(path, may(writeAgreement, subject), async (c) => {
        const scope = scopeOf(c, writeAgreement);
        const form = await formOf(c);
        const { read, dates } = readPart(part, form);
        if (!read.ok) return partPage(c, db, scope, part, { form: datedForm(form, read.errors, dates) });
        const change = (content: AgreementContent): AgreementContent => ({ ...content, [part]: read.value });
        const result = await editDraft(db, scope, {
          revision: revisionOf(form),
          what: PART_TITLES[part],
          change,
        });
        if (result.ok) return savedTo(c, db, scope);
        if (result.reason !== 'changed meanwhile') throw notNow();
        const { content } = result.draft;
        const differs = differences(content, change(content), part, null);
        return partPage(c, db, scope, part, { form: datedForm(form), differs });
      });
  }
  return routes;
}

/** The revision that a form was made from. Throws NotFound for a form that is not ours. */
export function revisionOf(form: Record<string, unknown>): number {
  const read = revisionField.safeParse(form.revision);
  if (!read.success) throw new NotFound('The page is out of date: go back to the agreement and begin again.');
  return read.data;
}

/** To the agreement, which says that it is saved. */
export async function savedTo(c: Context, db: Kysely<Database>, scope: WriteScope): Promise<Response> {
  const { placement } = await placementAskedFor(c, db, scope);
  return c.redirect(paths.placementPage(placement.id, 'agreement', { done: 'saved' }), 303);
}

/** For a deed on a draft that is not there, or not to be written now. */
export function notNow(): NotFound {
  return new NotFound('The agreement is not being written now: go back to the placement and see how it stands.');
}

/** The draft of the scope's placement. Throws NotFound when there is none. */
export async function draftAskedFor(db: Kysely<Database>, scope: WriteScope): Promise<AgreementVersion> {
  const { draft } = await agreementOf(db, scope);
  if (draft === null) throw notNow();
  return draft;
}

function readPart(part: FormPart, form: Record<string, unknown>) {
  const { days, errors, dates } = readDates(form, {
    starts: { name: 'the first day', required: false },
    ends: { name: 'the last day', required: false },
  });
  const readers: Record<FormPart, () => Read<AgreementContent[FormPart]>> = {
    focus: () => readFocus(form),
    time: () => readTime(form, days, errors),
    money: () => readMoney(form),
    working: () => readWorking(form),
    ending: () => readEnding(form),
  };
  return { read: readers[part](), dates };
}

async function partPage(
  c: Context,
  db: Kysely<Database>,
  scope: WriteScope,
  agreementPart: FormPart,
  { form, differs = null }: { form?: DatedForm; differs?: ReturnType<typeof differences> | null } = {},
) {
  const { placement, part } = await placementAskedFor(c, db, scope);
  const draft = await draftAskedFor(db, scope);
  const { focusRule } = policyAsAt(agreementPolicyKind, londonIsoDay(new Date()));
  const shown = form ?? datedForm(boxesOfPart(draft.content, agreementPart));
  return page(
    c,
    <AgreementPartPage
      placement={placement}
      part={part}
      agreementPart={agreementPart}
      revision={draft.revision}
      focusRule={focusRule}
      form={shown}
      differs={differs}
    />,
    differs !== null ? 409 : Object.keys(shown.errors).length > 0 ? 400 : 200,
  );
}
