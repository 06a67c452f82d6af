import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { readAs } from '../../access/scoped.ts';
import type { Database } from '../../db/schema.ts';
import { perVersion } from '../../schools/queries/per-version.ts';
import { type Phase, type PhaseGroup, phaseGroupOf } from '../../schools/rules/facts.ts';
import { asJudged } from '../../schools/rules/inherited.ts';
import type { exportAreaNeed, exportTrustNeed, readAreaNeed, readTrustNeed } from '../policy.ts';
import { factsForNeed, latestRun, needPackById } from '../queries.ts';
import { assess } from '../rules/assess.ts';
import { type IndicatorResult, type PackedResult, unpacked } from '../rules/assessment.ts';
import { nationalReference } from '../rules/national-reference.ts';
import type { IndicatorCode } from '../rules/need-policy.ts';
import { type EnglandShares, labelsOf, themesOf, type ThemeSchool, type ThemesRead } from '../rules/themes/theme.ts';
import { dayYearsBack, yearsBack } from '../rules/themes/years-back.ts';
import type { Run } from './standing-decisions.ts';

type State = IndicatorResult['state'];
/** The states of a school before; null where it was not judged. */
type StatesOf = (urn: number) => ReadonlyMap<IndicatorCode, State> | null;

const STATES = ['raised', 'clear', 'missing'] as const satisfies readonly State[];
const LETTERS = { raised: 'r', clear: 'c', missing: 'm', none: '-' } as const;

/** Schools judged at once between turns of other requests. */
const SCHOOLS_A_TURN = 64;

/** Which needs recur in the schools of the scope's area, of one phase or both; null while nothing is assessed. Throws when the scope is about another area. */
export function themesOfArea(
  db: Kysely<Database>,
  scope: Scope<typeof readAreaNeed.verb | typeof exportAreaNeed.verb>,
  laCode: number,
  phase: PhaseGroup | undefined,
): Promise<ThemesRead | null> {
  const { subject, verb } = scope;
  if (subject.kind !== 'area' || subject.laCode !== laCode)
    throw new Error(`A scope of ${verb} about one ${subject.kind} was used for another area`);
  return themesOfSchools(db, scope, { laCode }, phase);
}

/** The same of the schools of the scope's trust. */
export function themesOfTrust(
  db: Kysely<Database>,
  scope: Scope<typeof readTrustNeed.verb | typeof exportTrustNeed.verb>,
  groupUid: number,
  phase: PhaseGroup | undefined,
): Promise<ThemesRead | null> {
  const { subject, verb } = scope;
  if (subject.kind !== 'trust' || subject.groupUid !== groupUid)
    throw new Error(`A scope of ${verb} about one ${subject.kind} was used for another trust`);
  return themesOfSchools(db, scope, { groupUid }, phase);
}

type Asked = { laCode: number } | { groupUid: number };

async function themesOfSchools(
  db: Kysely<Database>,
  scope: Scope,
  asked: Asked,
  phase: PhaseGroup | undefined,
): Promise<ThemesRead | null> {
  const run = await latestRun(db);
  if (run === null) return null;
  const { policy } = needPackById(run.policyId);
  const [rows, england, before] = await Promise.all([
    assessmentsAsked(db, run, asked),
    englandShares(db, run),
    statesBefore(db, run, asked),
  ]);
  const schools = rows.flatMap((row): ThemeSchool[] => {
    const phaseGroup = phaseGroupOf(row.phase as Phase);
    if (phaseGroup === null || (phase !== undefined && phase !== phaseGroup)) return [];
    return [
      {
        urn: row.urn,
        name: row.name,
        phaseGroup,
        group: 'laCode' in asked ? row.trust_name : row.la_name,
        results: unpacked(row.indicators as PackedResult[], policy),
        before: before.statesOf(row.urn),
      },
    ];
  });
  // What is stored has no row policy: the scope was held against what is asked for. The trail says that it was read.
  return readAs(db, scope, async () => ({
    asAt: run.asAt,
    policy,
    schools: schools.length,
    themes: themesOf(schools, labelsOf(policy), england),
    since: before.since,
  }));
}

function assessmentsAsked(db: Kysely<Database>, { policyId, asAt }: Run, asked: Asked) {
  let query = db
    .selectFrom('need_assessment as n')
    .innerJoin('school as s', 's.urn', 'n.urn')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('group_member as m')
          .select('m.group_name as trust_name')
          .whereRef('m.urn', '=', 's.urn')
          .where('m.group_type', '=', 'Multi-academy trust')
          .limit(1)
          .as('t'),
      (join) => join.onTrue(),
    )
    .select(['n.urn', 'n.indicators', 's.name', 's.phase', 's.la_name', 't.trust_name'])
    .where('n.policy_id', '=', policyId)
    .where('n.as_at', '=', asAt);
  if ('laCode' in asked) query = query.where('s.la_code', '=', asked.laCode);
  else query = query.where('n.urn', 'in', membersOf(asked.groupUid));
  return query.execute();
}

const membersOf = (groupUid: number) => sql<number>`(select urn from group_member where group_uid = ${groupUid})`;

// The run is drawn after an import, so the import alone does not say whether it is still the same.
const counted = new WeakMap<Kysely<Database>, { of: string; shares: Promise<EnglandShares> }>();

async function englandShares(db: Kysely<Database>, { policyId, asAt }: Run): Promise<EnglandShares> {
  const drawn = await db
    .selectFrom('conclusion')
    .select(sql<string>`drawn_at::text`.as('at'))
    .where('kind', '=', 'need')
    .where('policy_id', '=', policyId)
    .where('as_at', '=', asAt)
    .executeTakeFirst();
  const of = `${policyId} ${asAt} ${drawn?.at}`;
  const held = counted.get(db);
  if (held?.of === of && drawn !== undefined) return held.shares;
  const shares = countEngland(db, { policyId, asAt });
  counted.set(db, { of, shares });
  shares.catch(() => counted.delete(db));
  return shares;
}

async function countEngland(db: Kysely<Database>, { policyId, asAt }: Run): Promise<EnglandShares> {
  const { rows } = await sql<{ phase: string; code: string; raised: number; judged: number }>`
    select s.phase, i->>'code' as code, count(*) filter (where i->>'state' = 'raised')::int as raised,
      count(*) filter (where i->>'state' <> 'missing')::int as judged
    from need_assessment n join school s using (urn), jsonb_array_elements(n.indicators) i
    where n.policy_id = ${policyId} and n.as_at = ${asAt}
    group by 1, 2`.execute(db);
  const counts = new Map<string, { raised: number; judged: number }>();
  for (const { phase, code, raised, judged } of rows) {
    const key = `${code} ${phaseGroupOf(phase as Phase)}`;
    const sum = counts.get(key) ?? { raised: 0, judged: 0 };
    counts.set(key, { raised: sum.raised + raised, judged: sum.judged + judged });
  }
  return (code, phase) => counts.get(`${code} ${phase}`) ?? { raised: 0, judged: 0 };
}

async function statesBefore(
  db: Kysely<Database>,
  run: Run,
  asked: Asked,
): Promise<{ statesOf: StatesOf; since: ThemesRead['since'] }> {
  const stored = await db
    .selectFrom('need_assessment')
    .select(sql<string | null>`max(as_at)::text`.as('day'))
    .where('policy_id', '=', run.policyId)
    .where('as_at', '<', run.asAt)
    .executeTakeFirst();
  if (stored?.day == null) return { statesOf: await statesAYearBefore(db), since: sinceFigures(run.asAt) };
  const { policy } = needPackById(run.policyId);
  const rows = await assessmentsAsked(db, { ...run, asAt: stored.day }, asked);
  const states = new Map(
    rows.map(({ urn, indicators }) => [urn, statesOf(unpacked(indicators as PackedResult[], policy))]),
  );
  return {
    statesOf: (urn) => states.get(urn) ?? null,
    since: { day: stored.day, by: 'stored run' },
  };
}

function sinceFigures(asAt: string): ThemesRead['since'] {
  return { day: dayYearsBack(asAt, 1), by: 'figures a year older' };
}

function statesOf(results: readonly IndicatorResult[]): Map<IndicatorCode, State> {
  return new Map(results.map(({ code, state }) => [code, state]));
}

/** All of England judged by the same indicators on figures a year older and as at a day a year earlier: kept, since each school is compared with the rest. */
const statesAYearBefore = perVersion(async (db): Promise<StatesOf> => {
  const run = await latestRun(db);
  if (run === null) return () => null;
  const { policy, standards } = needPackById(run.policyId);
  const pack = { policy: yearsBack(policy, 1), standards };
  const asAt = dayYearsBack(run.asAt, 1);
  const facts = (await factsForNeed(db, pack, asAt)).map((school) => asJudged(school, policy.inherited));
  const at = { ...pack, asAt, reference: nationalReference(facts) };
  const codes = [...labelsOf(policy).keys()];
  // A letter an indicator: maps of all schools would take some hundred times as much memory.
  const letters = new Map<number, string>();
  for (const [index, school] of facts.entries()) {
    const states = statesOf(assess(school, at).indicators);
    letters.set(school.urn, codes.map((code) => LETTERS[states.get(code) ?? 'none']).join(''));
    if (index % SCHOOLS_A_TURN === 0) await turnOfTheLoop();
  }
  return (urn) => {
    const kept = letters.get(urn);
    if (kept === undefined) return null;
    const told = codes.flatMap((code, at): [IndicatorCode, State][] => {
      const state = STATES.find((one) => LETTERS[one] === kept[at]);
      return state === undefined ? [] : [[code, state]];
    });
    return new Map(told);
  };
});
