import type { Kysely } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { readAs } from '../../access/scoped.ts';
import type { Database } from '../../db/schema.ts';
import { registerAsAt } from '../../opendata/queries/register-as-at.ts';
import { MEASURES, type MeasureCode } from '../../opendata/rules/measures.ts';
import { policyAsAt } from '../../policies.ts';
import { schoolFacts } from '../../schools/queries.ts';
import { coastDistances, placePolicyAsAt } from '../../schools/queries/coast.ts';
import { lineageAsAt } from '../../schools/queries/lineage.ts';
import { perVersion } from '../../schools/queries/per-version.ts';
import { factOf, type PhaseGroup, type SchoolFacts } from '../../schools/rules/facts.ts';
import { asJudged } from '../../schools/rules/inherited.ts';
import { PLACE_KINDS, placeOf, type PlaceKind } from '../../schools/rules/places.ts';
import type {
  commentOnNeed,
  exportAreaNeed,
  moderateNeed,
  readAreaNeed,
  readEnglandNeed,
  readSchoolNeed,
} from '../policy.ts';
import { needPackAsAt } from '../queries.ts';
import type { HiddenByArea, HiddenNational, HiddenOfSchool, HiddenOfSchools } from '../rules/hidden/hidden-england.ts';
import { hiddenFinding } from '../rules/hidden/hidden-finding.ts';
import { measuresOf } from '../rules/hidden/hidden-policy.ts';
import { hiddenReference } from '../rules/hidden/hidden-reference.ts';
import { hiddenCounts, type HiddenSchool } from '../rules/hidden/hidden-school.ts';
import { hiddenPolicyKind } from '../schema/hidden-policy.ts';

/** Newest first; the files of free school meals in six years that are held. */
const FSM6_YEARS = [2025, 2024, 2023, 2022, 2021, 2020, 2019, 2018, 2017];

/** All of England under the policies of the register's day, worked out once for each version of the data; null while no register is held. */
const hiddenEngland = perVersion(async (db): Promise<HiddenOfSchools | null> => {
  const asAt = await registerAsAt(db);
  if (asAt === null) return null;
  const policy = policyAsAt(hiddenPolicyKind, asAt);
  const places = placePolicyAsAt(asAt);
  const { inherited } = needPackAsAt(asAt).policy;
  const fsm6 = FSM6_YEARS.map((year): [MeasureCode, number] => ['fsm6_percent', year]);
  const [facts, coast] = await Promise.all([
    schoolFacts(db, { asAt, measures: [...measuresOf(policy), ...fsm6], lineage: await lineageAsAt(db, asAt) }),
    coastDistances(db),
  ]);
  const judged = facts.map((school) => asJudged(school, inherited));
  const measures = policy.measures.map((measure) => {
    const schools = judged.filter(({ phaseGroup }) => phaseGroup === measure.phaseGroup);
    return { measure, reference: hiddenReference(schools, measure) };
  });
  return {
    asAt,
    policy,
    places,
    references: new Map(
      measures.map(({ measure, reference: { newest, england, englandAll } }) => [
        measure.disadvantaged,
        newest === null || england === null || englandAll === null
          ? null
          : { year: newest, disadvantaged: england, all: englandAll },
      ]),
    ),
    schools: judged.map((school): HiddenSchool => {
      const { urn, name, laCode, laName, phaseGroup, easting, northing } = school;
      const fsm6Percent = newestFsm6(school);
      const of = measures.find(({ measure }) => measure.phaseGroup === phaseGroup);
      return {
        urn,
        name,
        laCode,
        laName,
        phaseGroup,
        easting,
        northing,
        fsm6Percent,
        place: placeOf({ ...school, fsm6Percent, coastMetres: coast.get(urn) ?? null }, places),
        finding:
          of === undefined
            ? { state: 'cannot be told', reason: 'no file' }
            : hiddenFinding(school, of.measure, of.reference, policy),
      };
    }),
  };
});

function newestFsm6(school: SchoolFacts): number | null {
  for (const year of FSM6_YEARS) {
    const value = factOf(school, 'fsm6_percent', year)?.value ?? null;
    if (value !== null) return value;
  }
  return null;
}

type AreaScope = Scope<typeof readAreaNeed.verb | typeof exportAreaNeed.verb>;

/** What can be told of the schools of the scope's area; null while no register is held. Throws when the scope is about another. */
export async function hiddenOfArea(
  db: Kysely<Database>,
  scope: AreaScope,
  laCode: number,
): Promise<HiddenOfSchools | null> {
  const { verb, subject } = scope;
  if (subject.kind !== 'area' || subject.laCode !== laCode)
    throw new Error(`A scope of ${verb} about one ${subject.kind} was used for another area`);
  const england = await hiddenEngland(db);
  // Nothing in it is a record of the organisation's own; the trail says that it was read.
  return readAs(
    db,
    scope,
    async () => england && { ...england, schools: england.schools.filter((school) => school.laCode === laCode) },
  );
}

/** What can be told of the scope's school; null where it is no open mainstream school or nothing is published of its disadvantaged pupils. Its page reads under the same scope, which is entered in the trail. */
export async function hiddenOfSchool(
  db: Kysely<Database>,
  { subject }: Scope<typeof readSchoolNeed.verb | typeof commentOnNeed.verb | typeof moderateNeed.verb>,
): Promise<HiddenOfSchool | null> {
  // All of England is read to tell of one school: not for the many of which nothing is published.
  if (subject.kind !== 'school' || !(await hasFigures(db, subject.urn))) return null;
  const england = await hiddenEngland(db);
  const school = england?.schools.find(({ urn }) => urn === subject.urn);
  return england && school ? { policy: england.policy, school } : null;
}

/** Whether anything is published of the disadvantaged pupils of a school, or of the schools it came from. */
async function hasFigures(db: Kysely<Database>, urn: number): Promise<boolean> {
  const asAt = await registerAsAt(db);
  if (asAt === null) return false;
  const lineage = await lineageAsAt(db, asAt);
  const measures = policyAsAt(hiddenPolicyKind, asAt).measures.map(({ disadvantaged }) => MEASURES[disadvantaged].id);
  const found = await db
    .selectFrom('observation')
    .select('urn')
    .where('urn', 'in', [urn, ...lineage.ancestors(urn).map((ancestor) => ancestor.urn)])
    .where('measure_id', 'in', measures)
    .where('value', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** How many schools of which place and phase England has: open, for it says nothing of any one school. */
export async function hiddenNational(db: Kysely<Database>): Promise<HiddenNational | null> {
  const england = await hiddenEngland(db);
  if (england === null) return null;
  const { schools, ...rest } = england;
  const of = (phase: PhaseGroup) => schools.filter(({ phaseGroup }) => phaseGroup === phase);
  const [primary, secondary] = [of('primary'), of('secondary')];
  const counted = (kind?: PlaceKind) => ({
    primary: hiddenCounts(primary, kind),
    secondary: hiddenCounts(secondary, kind),
  });
  const kinds = PLACE_KINDS.map((kind) => [kind, counted(kind)]);
  return {
    ...rest,
    counts: Object.fromEntries([...kinds, ['any of the three', counted()]]) as HiddenNational['counts'],
  };
}

/** The same by area, in the order of their names: a small area's count can point at a school, so it is for those who judge need. */
export async function hiddenByArea(
  db: Kysely<Database>,
  scope: Scope<typeof readEnglandNeed.verb>,
): Promise<HiddenByArea[]> {
  const england = await hiddenEngland(db);
  const areas = new Map<number, HiddenSchool[]>();
  for (const school of england?.schools ?? []) areas.set(school.laCode, [...(areas.get(school.laCode) ?? []), school]);
  return readAs(db, scope, async () =>
    [...areas]
      .map(([laCode, schools]) => ({ laCode, laName: schools[0]?.laName ?? '', ...hiddenCounts(schools) }))
      .filter(({ schools }) => schools > 0)
      .toSorted((a, b) => a.laName.localeCompare(b.laName, 'en-GB')),
  );
}
