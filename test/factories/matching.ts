import type { FieldPolicy } from '../../src/leaders/rules/support-policy.ts';
import { travelBasisAsAt } from '../../src/matching/queries/travel-policy.ts';
import type { PlanPolicy } from '../../src/matching/rules/plan-policy.ts';
import { leadNeed, prospectLeader } from '../../src/matching/rules/published-sides.ts';
import type { Leader, Need } from '../../src/matching/rules/sides.ts';
import type { TravelBasis } from '../../src/matching/rules/travel/travel-basis.ts';
import { WEIGHT_CODES, type Weights } from '../../src/matching/rules/weights.ts';
import type { SchoolFacts } from '../../src/schools/rules/facts.ts';
import { schoolWith } from './school-facts.ts';

const field = (code: string, change: Partial<FieldPolicy> = {}): FieldPolicy => ({
  code,
  label: code,
  phases: ['primary', 'secondary'],
  acrossPhases: false,
  measures: [],
  indicators: [],
  source: 'a test',
  ...change,
});

const { policy: travelPolicy } = travelBasisAsAt('2022-07-06');

/** Straight lines at 20 km an hour, and no water: three minutes a kilometre. */
const steadyTravel: TravelBasis = {
  policy: {
    ...travelPolicy,
    use: 'straight line',
    straightLine: { ...travelPolicy.straightLine, kmPerHour: 20 },
    day: { factor: 1, source: 'a test' },
  },
  waters: [],
  roads: null,
};

/** A matching policy in which only travel, context and strength weigh anything, in round numbers. */
export const roundPolicy: PlanPolicy = {
  id: 'test',
  title: 'Test',
  validFrom: '2021-09-01',
  validTo: null,
  source: 'a test',
  phases: { primary: { furthestKm: 30, source: 'a test' }, secondary: { furthestKm: 45, source: 'a test' } },
  travel: steadyTravel,
  weights: {
    ...(Object.fromEntries(
      WEIGHT_CODES.map((code) => [code, { weight: 0, unknown: 0.5, source: 'a test' }]),
    ) as unknown as Weights),
    travel: { weight: 1, source: 'a test' },
    context: { weight: 10, unknown: 2, source: 'a test' },
    strength: { weight: 40, unknown: 0.5, source: 'a test' },
  },
  floors: { area: { atLeast: 0, source: 'a test' }, partnership: { atLeast: 0, source: 'a test' } },
  uncovered: { A: 100, B: 200, C: 500, D: 1500, perPoint: 20, specialistShare: 0.5, source: 'a test' },
  mostCandidates: 60,
  mostCandidatesSource: 'a test',
  support: {
    id: 'test',
    title: 'Test',
    validFrom: '2021-09-01',
    validTo: null,
    source: 'a test',
    roles: [
      { code: 'headteacher', label: 'headteacher', leads: true, reviewMonths: 48, fields: [], source: 'a test' },
      {
        code: 'specialist',
        label: 'specialist leader of education',
        leads: false,
        reviewMonths: 48,
        fields: [],
        source: 'a test',
      },
      {
        code: 'governor',
        label: 'leader of governance',
        leads: false,
        reviewMonths: 48,
        fields: ['governance'],
        source: 'a test',
      },
    ],
    fields: [
      field('maths', { measures: ['ks2_rwm_expected', 'ks2_maths_progress'] }),
      field('english', { measures: ['ks2_rwm_expected'] }),
      field('governance', { acrossPhases: true }),
    ],
  },
};

/** A made-up school on open ground near Luton. */
export function placedSchool(
  urn: number,
  change: Partial<SchoolFacts> = {},
  figures: Parameters<typeof schoolWith>[0] = {},
): SchoolFacts {
  const place = { easting: 500_000, northing: 220_000, urban: true };
  return schoolWith(figures, { urn, name: `School ${urn}`, ...place, ...change });
}

/** A need of 9 days for a lead head, of a school whose attainment in reading, writing and maths fails. */
export function needFor(of: SchoolFacts, change: Partial<Need> = {}): Need {
  const indicator = {
    code: 'attainment' as const,
    label: 'Attainment',
    state: 'raised' as const,
    level: null,
    value: 40,
    year: 2017,
    threshold: 65,
    points: 4,
    sentence: '40% reached the expected standard.',
    measures: ['ks2_rwm_expected' as const],
    source: null,
    otherSources: [],
  };
  const assessment: Need['assessment'] = {
    urn: of.urn,
    policyId: 'p',
    asAt: '2022-07-06',
    category: 'C',
    computed: 'C',
    decision: null,
    points: 4,
    because: '',
    indicators: [indicator],
    missing: [],
  };
  const need = leadNeed(of, assessment, 9);
  const support = change.support ?? need.support;
  return { ...need, key: `${of.urn}:${support}`, ...change };
}

/** A head with 19.5 days for two schools, of whom only what is published is known. */
export function headOf(of: SchoolFacts, change: Partial<Leader> = {}): Leader {
  const title = `Headteacher, ${of.name}: meets the published criteria, not designated`;
  return { ...prospectLeader(of, title, { days: 19.5, mostSchools: 2 }), ...change };
}
