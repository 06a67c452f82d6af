import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { formOf } from '../../web/forgery.ts';
import { may, mayAlso, scopeOf } from '../../web/may.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/render.tsx';
import { correctHeadship } from '../commands/correct-headship.ts';
import { HeadshipCorrectionPage } from '../pages/headship-correction.tsx';
import type { HeadCorrections } from '../pages/headteachers.tsx';
import { correctHeadship as correct, readHeadshipCorrections } from '../policy.ts';
import { correctionsOfSchool } from '../queries/headship-corrections.ts';
import { headshipsOf } from '../queries/headships.ts';
import { schoolSubject } from '../queries/subject.ts';
import { standingCorrections } from '../rules/headship/correction.ts';
import { correctionForm, spanInput } from '../schema/headship-correction.ts';
import { schoolAskedFor, schoolSubjectOf } from './asked-for.tsx';

/** Where service and school say what is right about a change of head. */
export function headshipCorrectionRoutes({ db }: { db: Kysely<Database> }): Hono {
  const ofSchool = (c: Context) => schoolSubjectOf(c, db);
  const address = '/schools/:urn/heads/corrections';
  return new Hono()
    .get(address, may(correct, ofSchool), (c) => correctionPage(c, db, c.req.query()))
    .post(address, may(correct, ofSchool), async (c) => {
      const { urn } = await schoolAskedFor(c, db);
      const form = await formOf(c);
      const typed = Object.fromEntries(
        Object.entries(form).filter((field): field is [string, string] => typeof field[1] === 'string'),
      );
      const parsed = correctionForm.safeParse(form);
      if (!parsed.success) {
        const errors: Record<string, string> = {};
        for (const { path, message } of parsed.error.issues) errors[String(path[0])] ??= message;
        return correctionPage(c, db, form, { typed, errors });
      }
      const done = await correctHeadship(db, scopeOf(c, correct), parsed.data);
      if (done.ok) return c.redirect(`${paths.school(urn)}#headteachers`, 303);
      return correctionPage(c, db, form, { typed, errors: { says: PROBLEMS[done.reason] } });
    });
}

const PROBLEMS = {
  'no such change': 'New extracts came in after you opened this page. Choose the change again',
  'nothing to withdraw': 'There is nothing to withdraw: nothing that your organisation said stands',
} as const;

interface CameBack {
  typed?: Record<string, string>;
  errors?: Record<string, string>;
}

async function correctionPage(c: Context, db: Kysely<Database>, asked: unknown, { typed, errors }: CameBack = {}) {
  const school = await schoolAskedFor(c, db);
  const scope = scopeOf(c, correct);
  const [{ stretches }, corrections] = await Promise.all([headshipsOf(db, school.urn), correctionsOfSchool(db, scope)]);
  const span = spanInput.parse(asked);
  const stretch =
    stretches.find(({ notBefore, notAfter }) => notBefore === span?.notBefore && notAfter === span.notAfter) ?? null;
  const { id, name, kind } = scope.person!.acting!.organisation;
  const reader = { organisationId: id, organisation: name, ofSchool: kind === 'school' || kind === 'governing board' };
  // Where the form itself is not shown, the boxes that its errors lead to are not there either.
  const shown = stretch === null && errors !== undefined ? { says: PROBLEMS['no such change'] } : errors;
  return page(
    c,
    <HeadshipCorrectionPage {...{ school, stretches, stretch, corrections, reader, typed, errors: shown }} />,
    errors === undefined ? 200 : 400,
  );
}

/** For the page of a school: what stands of it for this reader, of their own organisation first; null for those who may read none. */
export async function headCorrectionsFor(
  c: Context,
  db: Kysely<Database>,
  urn: number,
): Promise<HeadCorrections | null> {
  // Rooms of public pages also stand alone, with nobody signed in.
  if (!c.get('person')) return null;
  const subject = await schoolSubject(db, urn);
  const scope = subject && mayAlso(c, readHeadshipCorrections, subject);
  if (subject === null || scope === null) return null;
  const own = scope.person?.acting?.organisation.id;
  const standing = standingCorrections(await correctionsOfSchool(db, scope)).toSorted(
    (a, b) => Number(b.organisationId === own) - Number(a.organisationId === own),
  );
  return { standing, corrects: mayAlso(c, correct, subject) !== null };
}
