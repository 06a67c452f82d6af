import { describe, expect, it } from 'vitest';
import { headOf, needFor } from '../../../test/factories/matching.ts';
import { realSchools } from '../../../test/factories/real-schools.ts';
import type { SchoolFacts } from '../../schools/rules/facts.ts';
import { planPolicyAsAt } from '../queries/plan-policy.ts';
import { type Obstacle, obstacleBetween, obstaclesBetween } from './obstacles.ts';
import { obstacleWords } from './obstacle-words.ts';
import { pairConditions } from './pair-conditions.ts';
import { journeyBetween } from './pairing.ts';
import type { Leader, Need } from './sides.ts';

const policy = planPolicyAsAt('2022-07-06');
const schools = realSchools(undefined);

/** A real school, put somewhere on the grid: the fixture leaves places out. */
function real(urn: number, change: Partial<SchoolFacts> = {}): SchoolFacts {
  const place = { easting: 508_000, northing: 222_000, urban: true };
  return { ...schools.find((school) => school.urn === urn)!, ...place, ...change };
}

const stMatthews = real(109552);
const denbigh = (change: Partial<SchoolFacts> = {}) => real(109534, { easting: 510_000, ...change });

interface Case {
  need?: Partial<Need>;
  school?: Partial<SchoolFacts>;
  leader?: Partial<Leader>;
  home?: Partial<SchoolFacts>;
}

const CASES: readonly [Obstacle, Case, RegExp][] = [
  ['no known place', { home: { easting: null } }, /^Where to find Denbigh Primary School is not published/],
  ['too far', { home: { easting: 540_000 } }, /is 32\.0 km from Denbigh .* more than 30 km away\.$/],
  ['same school', { home: { urn: 109552 } }, /^St Matthew's Primary School is the leader's own school\.$/],
  [
    'not a head',
    { leader: { role: 'specialist' } },
    /^The school needs a lead head, and a specialist leader of education is not one\.$/,
  ],
  [
    'not in the field',
    { need: { support: 'maths' }, leader: { fields: ['phonics', 'english'] } },
    /^The school needs a specialist in maths, and the leader gives only: phonics and early reading; English and reading\.$/,
  ],
  [
    'other phase',
    { home: { phaseGroup: 'secondary' } },
    /^St Matthew's Primary School is a primary school and Denbigh Primary School a secondary one\.$/,
  ],
  [
    'same trust',
    { school: { trustUid: 4, trustName: 'Chalk Hills Trust' }, home: { trustUid: 4 } },
    /are both in Chalk Hills Trust\.$/,
  ],
  ['same federation', { school: { federationUid: 4 }, home: { federationUid: 4 } }, /are in one federation\.$/],
  [
    'declared interest',
    { leader: { interests: [{ kind: 'inspector', urn: 109552, trustUid: null }] } },
    /^The leader inspects St Matthew's Primary School, so the two are not independent of each other\.$/,
  ],
  [
    'declared interest',
    { school: { trustUid: 4 }, leader: { interests: [{ kind: 'sponsor', urn: null, trustUid: 4 }] } },
    /^The leader works for the sponsor of the trust or federation of St Matthew's Primary School/,
  ],
  ['home in need', { leader: { homeRisk: 'in need' } }, /^Denbigh Primary School is in need of help itself/],
  ['home at risk', { leader: { homeRisk: 'at risk' } }, /only where a named person records why it can\.$/],
  ['release refused', { leader: { released: false } }, /^Denbigh .* has said that it cannot release the leader\.$/],
  [
    'not available',
    { need: { from: '2027-01-04', to: '2027-03-26' }, leader: { from: '2027-04-12' } },
    /^Help is to start from 4 January 2027 to 26 March 2027, and the leader is available from 12 April 2027\.$/,
  ],
  [
    'beyond own limit',
    { leader: { furthestMinutes: 1 } },
    /is about \d+ minutes away one way, and the leader agreed to 1\.$/,
  ],
  [
    'too near',
    { need: { confidentialKm: 5 } },
    /^Denbigh Primary School is 2\.0 km away, and St Matthew's .* nobody from nearer than 5 km, so that .* confidential\.$/,
  ],
];

describe('obstacles', () => {
  it.each(CASES)('%s is found, said and mended', (code, { need = {}, school = {}, leader = {}, home = {} }, words) => {
    const asks = needFor({ ...stMatthews, ...school }, need);
    const offers = headOf(denbigh(home), leader);
    expect(obstacleBetween(asks, offers, policy, journeyBetween(asks, offers, policy))).toBe(code);
    const { sentence, mend } = obstacleWords(code, asks, offers, policy);
    expect(sentence).toMatch(words);
    expect(mend).toMatch(/\.$/);
  });

  it('lets everything else be', () => {
    const asks = needFor(stMatthews, { from: '2027-01-04', to: '2027-03-26', confidentialKm: 2 });
    const offers = headOf(denbigh(), {
      from: '2027-03-26',
      to: '2027-12-31',
      released: true,
      homeRisk: 'at risk',
      lendingOverride: 'A deputy leads Denbigh on those days.',
      furthestMinutes: 60,
      interests: [{ kind: 'adviser', urn: 109540, trustUid: null }],
    });
    expect(obstaclesBetween(asks, offers, policy, journeyBetween(asks, offers, policy))).toEqual([]);
  });

  it('lets a leader of a field that is the same in both phases cross them', () => {
    const chair = headOf(denbigh({ phaseGroup: 'secondary' }), { role: 'governance-leader' });
    const asks = needFor(stMatthews, { support: 'governance' });
    expect(obstacleBetween(asks, chair, policy, journeyBetween(asks, chair, policy))).toBeNull();
  });

  it('are all told when a pair has several', () => {
    const asks = needFor(stMatthews, { confidentialKm: 5 });
    const offers = headOf(denbigh(), { released: false, role: 'specialist' });
    expect(obstaclesBetween(asks, offers, policy, journeyBetween(asks, offers, policy))).toEqual([
      'not a head',
      'release refused',
      'too near',
    ]);
  });
});

it('says what a pair still waits for', () => {
  const asks = needFor(stMatthews);
  expect(pairConditions(asks, headOf(denbigh(), { released: true, pencePerDay: 45_000 }), policy)).toEqual([]);
  const reason = 'A deputy leads on those days.';
  const told = pairConditions(asks, headOf(denbigh(), { homeRisk: 'at risk', lendingOverride: reason }), policy);
  expect(told).toEqual([
    'Denbigh Primary School has not been asked yet to release the leader.',
    'Denbigh Primary School is at risk and lends all the same: A deputy leads on those days.',
    'What 9 days cost is not agreed; the plan reckons with £450 a day.',
  ]);
});
