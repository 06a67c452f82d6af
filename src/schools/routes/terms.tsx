import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Subject } from '../../access/permission.ts';
import type { Scope } from '../../access/scope.ts';
import { schoolYearOf } from '../../calendar/terms.ts';
import type { Database } from '../../db/schema.ts';
import { englandHolidays } from '../../england-calendar.ts';
import { daysAfter, londonIsoDay } from '../../opendata/rules/london-time.ts';
import { NotFound } from '../../web/errors.tsx';
import { formOf } from '../../web/forgery.ts';
import { dateBoxes, type DateError, typedDate } from '../../web/form-date.ts';
import { may, mayAlso, scopeOf } from '../../web/may.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/render.tsx';
import { enterTerms } from '../commands/terms/enter-terms.ts';
import { TermsPage } from '../pages/terms.tsx';
import { changeTerms, readTerms as readTermsPermission } from '../policy.ts';
import { termsHistory, termsOfService } from '../queries/terms/terms.ts';
import { daysByField, TERM_FIELDS, type TermField } from '../rules/terms/term-fields.ts';
import { readTerms } from '../schema/terms-form.ts';

/** How many school years can be entered, from the present one on. */
const YEARS = 3;

/** The term dates that a service counts with. */
export function termsRoutes({ db }: { db: Kysely<Database> }): Hono {
  return new Hono()
    .get('/organisations/:organisation/terms', may(readTermsPermission, organisationSubject), (c) =>
      answer(c, db, scopeOf(c, readTermsPermission)),
    )
    .post('/organisations/:organisation/terms', may(changeTerms, organisationSubject), async (c) => {
      const scope = scopeOf(c, changeTerms);
      const schoolYear = yearAskedFor(c);
      const form = await formOf(c);
      const back = (done: string) =>
        c.redirect(paths.terms(organisationSubject(c).organisationId, { year: schoolYear, done }), 303);
      if (form.do === 'go back') {
        await enterTerms(db, scope, { schoolYear, terms: null });
        return back('published');
      }
      const read = readTerms(form, schoolYear);
      if (!read.ok) return answer(c, db, scope, { form, errors: read.errors });
      await enterTerms(db, scope, { schoolYear, terms: read.terms });
      return back('entered');
    });
}

async function answer(
  c: Context,
  db: Kysely<Database>,
  scope: Scope<'terms.read' | 'terms.change'>,
  sent?: { form: Record<string, unknown>; errors: Partial<Record<TermField, DateError>> },
) {
  const organisation = scope.person!.acting!.organisation;
  const schoolYear = yearAskedFor(c);
  const known = await termsOfService(db, organisation, schoolYear);
  const history = await termsHistory(db, scope, schoolYear);
  const mayChange = mayAlso(c, changeTerms, organisationSubject(c)) !== null;
  const values = sent === undefined ? boxesOf(known === null ? null : daysByField(known.terms)) : typedIn(sent.form);
  return page(
    c,
    <TermsPage
      organisation={organisation}
      schoolYear={schoolYear}
      years={yearsToEnter()}
      known={known}
      holidays={holidaysOf(schoolYear)}
      history={history.map(({ terms, ...entry }) => ({ isOwn: terms !== null, ...entry }))}
      form={mayChange ? { values, errors: sent?.errors ?? {} } : null}
      done={c.req.query('done') ?? null}
    />,
    sent === undefined ? 200 : 422,
  );
}

/** For `may`: the organisation that the address names. Throws NotFound for what cannot be one. */
function organisationSubject(c: Context): Extract<Subject, { kind: 'organisation' }> {
  const id = z.uuid().safeParse(c.req.param('organisation'));
  if (!id.success) throw new NotFound('There is no such organisation.');
  return { kind: 'organisation', organisationId: id.data };
}

function yearsToEnter(): number[] {
  const first = schoolYearOf(londonIsoDay(new Date()));
  return Array.from({ length: YEARS }, (_, step) => first + step);
}

/** The school year of the address, or the present one. */
function yearAskedFor(c: Context): number {
  const years = yearsToEnter();
  return years.find((year) => String(year) === c.req.query('year')) ?? years[0]!;
}

function holidaysOf(schoolYear: number) {
  const holidays = englandHolidays(londonIsoDay(new Date()));
  const days: { day: string; title: string }[] = [];
  for (let day = `${schoolYear}-09-01`; day < `${schoolYear + 1}-09-01`; day = daysAfter(day, 1)) {
    const title = holidays.holidayOn(day);
    if (title !== null) days.push({ day, title });
  }
  return { days, allPublished: schoolYear + 1 <= holidays.publishedTo };
}

function boxesOf(days: Record<TermField, string> | null): Record<string, string> {
  return Object.assign({}, ...TERM_FIELDS.map((field) => dateBoxes(field, days?.[field] ?? null))) as Record<
    string,
    string
  >;
}

function typedIn(form: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    TERM_FIELDS.flatMap((field) =>
      Object.entries(typedDate(form, field)).map(([part, typed]) => [`${field}-${part}`, typed]),
    ),
  );
}
