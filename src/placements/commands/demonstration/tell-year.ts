import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { publishedForCheck } from '../../../leaders/queries/designation/eligibility-facts.ts';
import type { RuleSet } from '../../../leaders/rules/designation/rule-set.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs } from '../../../access/scoped.ts';
import type { SiteSecret } from '../../../access/secret.ts';
import { schoolYearOf } from '../../../calendar/terms.ts';
import type { Database } from '../../../db/schema.ts';
import type { demonstrationYearTask } from '../../policy.ts';
import type { DemonstrationYear } from '../../schema/demonstration/demonstration-year.ts';
import { type Cast, castOf } from './cast.ts';
import { clockFrom, type StoryPolicies, type Telling, toldOf } from './story.ts';
import { StoryRows } from './story-rows.ts';
import { tellAgreement } from './tell-agreement.ts';
import { tellDesignation } from './tell-designation.ts';
import { tellEnd } from './tell-end.ts';
import { tellMoney } from './tell-money.ts';
import { tellOffer } from './tell-offer.ts';
import { tellPlacement } from './tell-placement.ts';
import { tellRegister } from './tell-register.ts';
import { tellWork } from './tell-work.ts';

export interface YearToTell {
  year: DemonstrationYear;
  /** ISO day on which it is told: the days of the file count from it. */
  today: string;
  policies: StoryPolicies & { ruleSet: RuleSet; process: string };
  helpWords: (type: string, support: string) => string;
  /** The address of an invented person by name. */
  emailOf: (key: string) => string;
  secret: SiteSecret;
}

export type YearTold = 'told' | 'there already' | 'no cast';

/**
 * Makes the invented year of placements, once: where the invented service has any placement or leader, or where its people are not all
 * there, nothing is made. In one transaction, as the owner of the tables, since what happened on past days cannot be done by anybody now; the
 * database's checks and triggers hold for every row all the same.
 */
export function tellYear(
  owner: Kysely<Database>,
  scope: Scope<typeof demonstrationYearTask.verb>,
  { year, today, policies, helpWords, emailOf, secret }: YearToTell,
): Promise<YearTold> {
  return writeAs(owner, scope, async (transaction) => {
    // Two sites may start at once on a database of one's own.
    await sql`select pg_advisory_xact_lock(hashtext('alongside demonstration'))`.execute(transaction);
    const cast = await castOf(transaction, year, emailOf);
    if (cast === null) return { result: 'no cast' as const, detail: { told: false } };
    const there = await transaction
      .selectFrom('system_leader')
      .select('id')
      .where('organisation_id', '=', cast.service.id)
      .unionAll(transaction.selectFrom('placement').select('id').where('organisation_id', '=', cast.service.id))
      .limit(1)
      .execute();
    if (there.length > 0) return { result: 'there already' as const, detail: { told: false } };
    const rows = new StoryRows();
    const telling: Telling = {
      year,
      cast,
      rows,
      policies,
      helpWords,
      secret,
      ...clockFrom(today),
      leaders: new Map(),
    };
    tellRegister(telling);
    const references = referencesOf(telling);
    const placements = year.placements.map((story) =>
      toldOf(telling, story, {
        id: randomUUID(),
        versionId: randomUUID(),
        reference: references.get(story.reference)!,
      }),
    );
    for (const told of placements) {
      tellPlacement(telling, told);
      tellOffer(telling, told);
      tellAgreement(telling, told);
      tellWork(telling, told);
      tellEnd(telling, told);
    }
    tellMoney(telling, placements);
    const published = await publishedForCheck(owner, cast.person(year.designation.submitted.applicant).urn!);
    tellDesignation(telling, { ruleSet: policies.ruleSet, process: policies.process, published });
    tellTerms(telling, cast, today);
    const count = await rows.write(transaction);
    return { result: 'told' as const, detail: { told: true, placements: placements.length, rows: count } };
  });
}

/** Term dates of the school year, as the service entered them. */
function tellTerms({ year, rows, moment }: Telling, cast: Cast, today: string): void {
  const by = cast.person(year.by.administrator);
  const schoolYear = schoolYearOf(today);
  const on = (day: string) => `${day >= '09-01' ? schoolYear : schoolYear + 1}-${day}`;
  const terms = Object.fromEntries(
    Object.entries(year.terms).map(([term, { starts, ends, halfTerm }]) => [
      term,
      { starts: on(starts), ends: on(ends), halfTerm: { starts: on(halfTerm.starts), ends: on(halfTerm.ends) } },
    ]),
  );
  rows.add('service_terms', {
    organisation_id: cast.service.id,
    school_year: schoolYear,
    terms: JSON.stringify(terms),
    entered_by: by.id,
    entered_in_role: by.role,
    entered_at: moment(-80),
  });
}

/** References as a service gives them, counted up in each school year, by the name of the placement in the file. */
function referencesOf({ year, day }: Pick<Telling, 'year' | 'day'>): Map<string, string> {
  const counts = new Map<number, number>();
  const begun = year.placements.map(({ reference, life }) => ({ reference, on: day(life[0]![1]) }));
  return new Map(
    begun
      .toSorted((a, b) => a.on.localeCompare(b.on))
      .map(({ reference, on }) => {
        const schoolYear = schoolYearOf(on);
        const count = (counts.get(schoolYear) ?? 0) + 1;
        counts.set(schoolYear, count);
        return [reference, `${schoolYear}-${String(count).padStart(3, '0')}`];
      }),
  );
}
