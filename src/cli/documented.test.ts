import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assessing, policy } from '../../test/factories/assessing.ts';
import { madeUpCountry } from '../../test/factories/calibration.ts';
import { headshipPolicy, named } from '../../test/factories/headship.ts';
import { doingBetterOf, neighbourWith, resultOf } from '../../test/factories/neighbour.ts';
import { ks2Progress, schoolWith } from '../../test/factories/school-facts.ts';
import { needOf } from '../../test/factories/school-need.ts';
import { schoolRecord } from '../../test/factories/school-record.ts';
import type { HeadshipChanges } from '../schools/queries/headship-changes.ts';
import { headshipsFrom } from '../schools/rules/headship/headships.ts';
import { placeTurnover, type Watched } from '../schools/rules/headship/place-turnover.ts';
import type { SchoolAsAt } from '../schools/rules/history/school-as-at.ts';
import { turnoverOf } from '../schools/rules/headship/turnover.ts';
import { groupsOf, subjectsOf, tellings } from '../need/rules/calibration/calibrate.ts';
import { learned } from '../need/rules/calibration/learned.ts';
import { checkTrend } from '../need/rules/calibration/trend-check.ts';
import type { Findings } from '../matching/rules/check/findings.ts';
import { similarPolicyAsAt } from '../similar/queries.ts';
import { contextSet } from '../similar/rules/feature-set.ts';
import { chainCheck } from '../accounts/rules/audit-chain.ts';
import { auditAnswer } from './audit.ts';
import { complaintsAnswer } from './complaints.ts';
import { areaNeedAnswer, schoolNeedAnswer } from './need-answer.ts';
import { calibrationAnswer } from './need-calibrate.ts';
import { decisionsAnswer, runAnswer } from './need-replay.ts';
import type { CheckReport } from './import-check.ts';
import { headshipChangesAnswer, headshipsAnswer } from './headship-answer.ts';
import { headshipTurnoverAnswer } from './headship-turnover.ts';
import { inviteAnswer } from './invite.ts';
import { organisationAnswer } from './organisation.ts';
import { retentionAnswer } from './retention.ts';
import { schoolAnswer } from './school-answer.ts';
import { schoolAsAtAnswer } from './school-as-at-answer.ts';
import { similarAnswer } from './similar-answer.ts';

const docs = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8');

/** The words in code style of a command's section and of what all answers share. */
function documented(command: string): Set<string> {
  const sections = docs
    .split(/^## /m)
    .filter((section) => section.startsWith(`${command}\n`) || section.startsWith('What answers share'));
  const code = sections.join('\n').match(/`[^`]+`/g) ?? [];
  return new Set(
    code
      .flatMap((span) => span.match(/\w+/g) ?? [])
      .concat(
        sections
          .join('\n')
          .match(/^\| \w+/gm)
          ?.map((cell) => cell.slice(2)) ?? [],
      ),
  );
}

function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}

const file = {
  importId: 1,
  title: 'A',
  publisher: 'B',
  stage: 'final',
  asAt: '2022-07-06',
  fileName: 'a.csv',
} as const;
const need = needOf(schoolWith({ ...ks2Progress(2018, -6, 0, 0), 'ks2_pupils:2018': 40 }));
const { standards } = assessing;
const country = madeUpCountry(250);
const held = {
  groups: groupsOf(subjectsOf(standards).flatMap((subject) => tellings(country, subject, policy))),
  trends: policy.indicators.flatMap((one) => (one.code === 'trend' ? (checkTrend(country, one, policy) ?? []) : [])),
};
const near = neighbourWith(100_002, resultOf(56, 73, 'better'));
const similar = {
  school: schoolWith(),
  policy: similarPolicyAsAt('2022-07-06'),
  set: contextSet(similarPolicyAsAt('2022-07-06')),
  filter: {},
  passing: 1,
  places: new Map(),
  asAt: '2022-07-06',
  neighbours: [near],
  doingBetter: doingBetterOf([near]),
};
const listsChecked = {
  phase: 'primary' as const,
  set: { id: 'a', set: 'context', title: 'A' },
  schools: 1,
  lists: 1,
  comparedLists: 1,
  neighbours: 1,
  comparable: 1,
  shared: 1,
  rankCorrelation: 1,
  distanceError: { median: 0, most: 0 },
};

const checkReport: CheckReport = {
  checked: [
    {
      held: false,
      seconds: 1,
      dataset: 'absence',
      layout: 'absence',
      year: 2018,
      firstYear: 2018,
      stage: 'final',
      asAt: '2019-08-31',
      fileName: 'a.csv',
      rowsRead: 2,
      rowsLoaded: 1,
      rowsSetAside: 0,
      newerHeld: false,
      mends: null,
    },
  ],
  refused: [{ path: 'b.csv', recognisedAs: null, problem: 'the file is empty', mend: 'Download it again' }],
  skipped: [],
};
const heads = headshipsFrom(
  1,
  ['Mr|Rob|Hill', 'Ms|Ann|Day'].map((fields, i) => ({
    urn: 2,
    asAt: `2019-0${i + 1}-01`,
    named: named(fields),
    source: { importId: 1, line: i },
  })),
  headshipPolicy,
);
const turnover = turnoverOf([]);
const first = { answer: 'unclear', reason: 'x' } as const;
const headshipsTold = {
  urn: 1,
  policy: headshipPolicy,
  days: ['2019-01-01'],
  headships: heads.map((headship) => ({ ...headship, first })),
  turnover,
  stretches: [],
};
const changesTold = {
  from: '2019-01-01',
  to: '2019-02-01',
  policy: headshipPolicy,
  schools: 1,
  turnover,
  changes: [
    {
      urn: 1,
      schoolName: null,
      notBefore: '2019-01-01',
      notAfter: '2019-02-01',
      class: 'certain',
      reason: 'x',
      left: ['A'],
      came: ['B'],
      first,
      inheritedFrom: null,
      sources: [{ importId: 1, line: 2 }],
    },
  ],
} satisfies HeadshipChanges;

const watched = {
  days: ['2019-01-01', '2019-02-01'],
  stretches: [{ notBefore: '2019-01-01', notAfter: '2019-02-01', class: 'certain' }],
  changes: changesTold.changes,
} satisfies Watched;
const source = { importId: 1, line: 2 };
const told = { value: 'A', asAt: '2019-01-31', source };
const schoolThen: SchoolAsAt = {
  urn: 1,
  name: 'A',
  day: '2019-10-01',
  standing: { kind: 'open', on: '2012-09-01', asAt: '2019-01-31', source },
  firstKnownOn: '2019-01-31',
  facts: [{ id: 'name', label: 'Name', told, firstKnownOn: null }],
  groups: {
    members: [{ uid: 1, groupType: 'Federation', name: 'A', joinedOn: null, source }],
    asAt: '2019-01-31',
    fromLater: false,
  },
  head: told,
  headFirstKnownOn: null,
  links: schoolRecord().links,
  inspections: schoolRecord().inspections,
  schemes: [],
  figures: schoolRecord({ 'roll:2021': 210 }).facts,
};

const tampered = chainCheck({ since: 1, beforeHash: '', seq: 2, hash: '' });
tampered.add({ seq: 1, text: '', previousHash: '', hash: '' });

const findings: Findings = {
  feasible: true,
  cost: 1,
  uncovered: 0,
  provenBound: 1,
  gap: 0,
  wrong: ['x'],
};

const decision: Parameters<typeof decisionsAnswer>[1][number] = {
  id: 'x',
  urn: 100_001,
  at: '2026-11-21T10:00:00.000Z',
  role: 'broker',
  organisation: '',
  computed: need.computed,
  points: need.points,
  category: need.category,
  asAt: need.asAt,
  policyId: need.policyId,
  pack: null,
  replayed: { category: need.category, points: need.points, because: 'x', indicators: [], same: true },
};

describe('docs/cli.md', () => {
  it.each([
    ['need', schoolNeedAnswer(need, policy, [file])],
    ['need', areaNeedAnswer({ code: 821, name: 'Luton' }, [need], policy)],
    [
      'need',
      calibrationAnswer(
        { policyId: 'x', asAt: '2022-07-06', example: null, ...held },
        learned(country, policy, standards),
      ),
    ],
    ['need', decisionsAnswer({ urn: 100_001, name: 'Elm' }, [decision])],
    [
      'need',
      runAnswer({
        policyId: 'x',
        asAt: '2022-07-06',
        sha256: null,
        equal: 1,
        different: [{ urn: 100_001, what: 'x' }],
        importedSince: false,
      }),
    ],
    ['similar', similarAnswer(similar, 1, [file])],
    ['similar', { asAt: '2022-07-06', checks: [listsChecked] }],
    ['school', schoolAnswer(schoolRecord({ 'roll:2021': 210 }), [file])],
    ['school', schoolAsAtAnswer(schoolThen, [file])],
    ['check-plan', findings],
    ['import', checkReport],
    ['headship', headshipsAnswer('A', headshipsTold, [file])],
    ['headship', headshipChangesAnswer({ code: 821, name: 'Luton' }, changesTold, [file])],
    ['headship', headshipTurnoverAnswer({ code: 821, name: 'Luton' }, placeTurnover([watched]), headshipPolicy)],
    ['organisation', organisationAnswer({ id: 'x', kind: 'hub', name: 'A', key: null, closedAt: null, made: true })],
    ['invite', inviteAnswer({ ok: true, by: 'mail', invitationId: 'x', link: 'x', expiresAt: new Date(0) })],
    ['audit', auditAnswer(tampered.end())],
    [
      'complaints',
      complaintsAnswer([{ reference: 'x', about: 'x', receivedAt: new Date(0), acknowledgeBy: '2026-11-21' }]),
    ],
    ['retention', retentionAnswer('x', true, [{ rule: 'sent mail', records: 0, oldest: null, newest: null }])],
  ])('tells every key of the JSON of %s', (command, answer) => {
    const told = documented(command);
    const untold = [...new Set(keysOf(answer))].filter((key) => !told.has(key));
    expect(untold).toEqual([]);
    expect(told.size).toBeGreaterThan(20);
  });
});
