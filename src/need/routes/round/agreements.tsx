import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../../db/schema.ts';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { schoolAskedFor, schoolSubjectOf } from '../../../schools/routes/asked-for.tsx';
import { formOf } from '../../../web/forgery.ts';
import { may, mayAlso, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { recordAgreement as record, withdrawAgreement as withdraw } from '../../commands/round/agree.ts';
import { AgreementPage, AgreementsPage } from '../../pages/round/agreements.tsx';
import type { FormState } from '../../pages/round/rounds.tsx';
import { type AgreementScope, readRounds, readSchoolNeed, recordAgreement, withdrawAgreement } from '../../policy.ts';
import { agreementsOn, isByAgreement, participationOf } from '../../queries/round/participation.ts';
import { stands } from '../../rules/round/agreement.ts';
import { readAgreement, withdrawalForm } from '../../schema/round-forms.ts';
import { formState, organisationOf, organisationSubjectOf } from './asked-for.tsx';

/** Which academies take part in the rounds of a local authority: written down, read by both sides, withdrawn by either. */
export function agreementRoutes({ db }: { db: Kysely<Database> }): Hono {
  const ofSchool = (c: Context) => schoolSubjectOf(c, db);
  const address = '/schools/:urn/need/agreement';
  return new Hono()
    .get('/organisations/:organisation/agreements', may(readRounds, organisationSubjectOf), async (c) =>
      page(
        c,
        <AgreementsPage organisation={organisationOf(c)} schools={await participationOf(db, scopeOf(c, readRounds))} />,
      ),
    )
    .get(address, may(readSchoolNeed, ofSchool), (c) => agreementPage(c, db, scopeOf(c, readSchoolNeed)))
    .post(address, may(recordAgreement, ofSchool), async (c) => {
      const scope = scopeOf(c, recordAgreement);
      const { urn } = await schoolAskedFor(c, db);
      const form = await formOf(c);
      const read = readAgreement(form);
      if (!read.ok) return agreementPage(c, db, scope, formState(form, read.errors));
      if (!(await isByAgreement(db, urn)))
        return agreementPage(
          c,
          db,
          scope,
          formState(form, { agreedBy: 'This school is no academy: it takes part without an agreement' }),
        );
      await record(db, scope, read.value);
      return c.redirect(paths.needAgreement(urn, undefined, { done: 'agreed' }), 303);
    })
    .post(`${address}/withdraw`, may(withdrawAgreement, ofSchool), async (c) => {
      const scope = scopeOf(c, withdrawAgreement);
      const { urn } = await schoolAskedFor(c, db);
      const form = await formOf(c);
      const parsed = withdrawalForm.safeParse(form);
      const id = z.uuid().safeParse(form.agreement);
      if (!parsed.success)
        return agreementPage(c, db, scope, formState(form, { words: parsed.error.issues[0]!.message }));
      const done = id.success
        ? await withdraw(db, scope, { agreementId: id.data, words: parsed.data.words, today: londonIsoDay(new Date()) })
        : ({ ok: false } as const);
      if (done.ok) return c.redirect(paths.needAgreement(urn, undefined, { done: 'withdrawn' }), 303);
      return agreementPage(c, db, scope, formState(form, { words: 'This agreement does not stand any more' }));
    });
}

async function agreementPage(c: Context, db: Kysely<Database>, scope: AgreementScope, form: FormState = formState()) {
  const school = await schoolAskedFor(c, db);
  const subject = await schoolSubjectOf(c, db);
  const agreements = await agreementsOn(db, scope, school.urn);
  const newest = new Map(agreements.toReversed().map((one) => [one.serviceId, one]));
  const today = londonIsoDay(new Date());
  return page(
    c,
    <AgreementPage
      school={school}
      academy={await isByAgreement(db, school.urn)}
      agreements={agreements}
      standing={[...newest.values()].filter((one) => stands(one, today))}
      reader={{
        records: mayAlso(c, recordAgreement, subject) !== null,
        withdraws: mayAlso(c, withdrawAgreement, subject) !== null,
      }}
      form={form}
      done={c.req.query('done') ?? null}
    />,
    Object.keys(form.errors).length === 0 ? 200 : 400,
  );
}
