import { describe, expect, it } from 'vitest';
import { headOf, needFor, placedSchool, roundPolicy } from '../../../../test/factories/matching.ts';
import { policyAsAt } from '../../../policies.ts';
import { planPolicyAsAt } from '../../queries/plan-policy.ts';
import { readScenario } from '../../schema/scenario-form.ts';
import { planningRoundPolicyKind } from '../../schema/planning-round-policy.ts';
import { frozenContext } from './frozen-context.ts';
import { type Place, placeOf } from '../travel.ts';
import { roadKey } from '../travel/road-times.ts';
import { journeyBy } from '../travel/travel-basis.ts';
import { travelFrozen } from '../travel/travel-frozen.ts';
import { packInputs, type RoundInputs, unpackInputs } from './inputs.ts';
import { keptSoFar, progressOf } from './kept-so-far.ts';
import { planDifferences } from './plan-differences.ts';
import { planTotals } from './plan-totals.ts';
import { daysInTerm, daysOfTerm, termsToPlan } from './planning-term.ts';
import { problemOfRound } from './problem-of-round.ts';
import { gapWords, progressWords } from './proposal-words.ts';
import { type RoundPlan, roundPlan } from './round-plan.ts';
import { roundPlanTable } from './plan-table.ts';
import { weightsChanged, weightsTyped } from './weight-boxes.ts';

const elm = needFor(placedSchool(1, { name: 'Elm' }));
const oak = needFor(placedSchool(2, { name: 'Oak', easting: 503_000 }));
const ash = headOf(placedSchool(3, { name: 'Ash', easting: 501_000 }), { pencePerDay: 45_000 });
const bay = headOf(placedSchool(4, { name: 'Bay', easting: 504_000 }));
const inputs: RoundInputs = {
  asAt: '2022-07-06',
  needs: [elm, oak],
  leaders: [ash, bay],
  context: [
    {
      fewestSharedFeatures: 1,
      shares: [0.5, 0.5],
      rows: [
        { urn: 1, at: [0, 0] },
        { urn: 3, at: [3, null] },
      ],
    },
  ],
  policy: roundPolicy,
  policies: { need: 'n', designation: 'd', similar: 's' },
  travel: 'straight line',
};
const weights = { change: {}, budgetPounds: null };

function planWith(assignment: (number | null)[], before: RoundPlan | null = null) {
  const made = problemOfRound(inputs, { decisions: [], weights });
  if (!made.ok) throw new Error('the problem of this test is possible');
  const kept = keptSoFar(made.problem, { assignment, bound: 10, seconds: 1 });
  return { problem: made.problem, kept, plan: roundPlan(made.problem, kept!, before) };
}

describe('the frozen inputs of a planning round', () => {
  it('come out of JSON as they went in', () => {
    expect(unpackInputs(JSON.parse(JSON.stringify(packInputs(inputs))))).toEqual(inputs);
  });

  it('keep what a road service said, which plans then go by', () => {
    const places = [ash, elm].map(({ school }) => placeOf(school)!) as [Place, Place];
    const times = { [roadKey(...places)]: { seconds: 420, metres: 5000 } };
    const roads = { provider: 'osrm' as const, version: 'a', times, problem: 'OSRM was closed.' };
    const policy = { ...roundPolicy, travel: { ...roundPolicy.travel, roads } };
    const kept = unpackInputs(JSON.parse(JSON.stringify(packInputs({ ...inputs, policy }))));
    const { minutes, roadKm, how } = journeyBy(
      kept.policy.travel,
      { ...places[0], urban: null },
      { ...places[1], urban: null },
    );
    expect({ minutes, roadKm, how }).toEqual({ minutes: 7, roadKm: 5, how: 'osrm' });
    const said = travelFrozen(kept.policy.travel);
    expect(said.slice(0, 3)).toEqual([
      'OSRM gave the times by road of 1 journey (roads: a).',
      'OSRM was closed.',
      'Other journeys, also those of leaders and needs added later, go by straight lines of the policy “How long a journey between two schools takes”.',
    ]);
    expect(travelFrozen(roundPolicy.travel)[0]).toContain('no road service is set');
  });

  it('tell how far apart schools are in context, over what both have, and nothing of others', () => {
    const distance = frozenContext(inputs.context);
    // Half of the weight is known, and stands for the whole: 3² / 0.5.
    expect(distance(1, 3)).toBeCloseTo(Math.sqrt(18));
    expect(distance(1, 2)).toBeNull();
  });
});

describe('a proposal', () => {
  it('keeps the best plan of a search that was cut off, and nothing that is not of its problem', () => {
    const { problem, kept } = planWith([0, null]);
    expect(progressOf(kept!)).toMatchObject({ covered: 1, needs: 2, bound: 10 });
    expect(kept!.provedOptimal).toBe(false);
    expect(keptSoFar(problem, null)).toBeNull();
    expect(keptSoFar(problem, { assignment: [0], bound: 0, seconds: 0 })).toBeNull();
  });

  it('is compared with another pair by pair, with the reasons that it keeps', () => {
    const before = { id: 'a', plan: planWith([0, null]).plan };
    const after = { id: 'b', near: null, plan: planWith([1, 0], before.plan).plan };
    expect(planDifferences(before, after).map(({ need, change, reasons }) => [need.school, change, reasons])).toEqual([
      ['Elm', 'new leader', []],
      ['Oak', 'newly covered', []],
    ]);
    expect(planDifferences(before, { ...after, near: 'a' }).map(({ reasons }) => reasons)).toEqual([
      ['Head of Ash is to help Oak instead.'],
      ['Head of Ash no longer helps Elm.'],
    ]);
    expect(planDifferences(after, after)).toEqual([]);
    const [elmPair, oakPair] = after.plan.pairs;
    const without = { ...after, plan: { ...after.plan, pairs: [{ ...oakPair!, days: 6 }] } };
    expect(planDifferences(after, without).map(({ need, change, reasons }) => [need.school, change, reasons])).toEqual([
      ['Oak', 'days changed', ['The need is of 6 days and was of 9.']],
      [elmPair!.school, 'no longer planned', ['The need is left out of the later plan.']],
    ]);
  });

  it('tells what its cost is made of, what its pairs wait for, and why they are not those of the plan before', () => {
    const before = planWith([0, null]).plan;
    expect(before.whyChanged).toEqual({});
    const { plan } = planWith([1, 0], before);
    expect(plan.whyChanged).toEqual({
      '1:lead': ['Head of Ash is to help Oak instead.'],
      '2:lead': ['Head of Ash no longer helps Elm.'],
    });
    expect(plan.parts.reduce((sum, { minutes }) => sum + minutes, 0)).toBeCloseTo(plan.objective, 6);
    expect(plan.pairs[0]!.conditions).toEqual([
      'Bay has not been asked yet to release the leader.',
      'What 9 days cost is not agreed; the plan reckons with £0.5 a day.',
    ]);
  });

  it('is summed up without taking what is not known for nothing', () => {
    const totals = planTotals(planWith([0, 1]).plan, () => 'Luton');
    expect(totals).toMatchObject({ covered: 2, needs: 2, days: 18, leadersUsed: 2, mostOfALeader: 1 });
    expect([totals.pence, totals.pairsWithoutRate]).toEqual([9 * 45_000, 1]);
    expect(totals.groups).toEqual([{ name: 'Luton', covered: 2, needs: 2 }]);
  });

  it('is handed out as a table of every need', () => {
    const { head, rows } = roundPlanTable(planWith([0, null]).plan, (support) => support);
    const [first, second] = rows.map((row) => Object.fromEntries(head.map((name, column) => [name, row[column]])));
    expect(rows).toHaveLength(2);
    expect(first).toMatchObject({ School: 'Elm', Leader: 'Head of Ash', Pounds: 4050 });
    expect(second).toMatchObject({ School: 'Oak', Leader: '', Pounds: '' });
    expect(second!.Why).not.toBe('');
  });

  it('say nothing of how near the best a search is that has hardly begun', () => {
    const found = { covered: 1, needs: 2, objective: 5476, bound: 0, gap: 1, seconds: 0.1 };
    expect(progressWords(found)).toContain('how near the best is not known yet');
    expect(progressWords({ ...found, bound: 5421, gap: 0.01 })).toContain('no plan is more than 1.0 % better');
  });

  it('never says nought of a gap that is not', () => {
    expect([gapWords(0.000_01), gapWords(0.0042), gapWords(0.126)]).toEqual(['less than 0.01 %', '0.42 %', '12.6 %']);
  });
});

describe('terms of planning rounds', () => {
  const policy = policyAsAt(planningRoundPolicyKind, '2026-11-22');

  it('are the next three, with their days', () => {
    const [next, , third] = termsToPlan('2026-11-22');
    expect([next, third]).toEqual([
      { schoolYear: 2026, term: 'spring' },
      { schoolYear: 2027, term: 'autumn' },
    ]);
    expect(daysOfTerm(next!, policy)).toEqual({ from: '2027-01-01', to: '2027-03-31' });
    expect([daysInTerm(9, policy), daysInTerm(10, policy)]).toEqual([3, 3.333]);
  });
});

describe('the form of a scenario', () => {
  const policy = planPolicyAsAt('2026-11-22');

  it('keeps what differs from the policy alone', () => {
    const stands = weightsTyped(policy, {});
    const same = readScenario({ name: 'Same', ...stands }, policy);
    expect(same).toEqual({ ok: true, value: { name: 'Same', weights } });
    const read = readScenario({ ...stands, name: 'Near', budget: '2,000', 'weight-1': '5', 'floor-1': '0.5' }, policy);
    const change = { weights: { travel: 5 }, floors: { area: 0.5 } };
    expect(read).toEqual({ ok: true, value: { name: 'Near', weights: { change, budgetPounds: 2000 } } });
    expect(weightsChanged(policy, change)[0]).toBe('Travel (minutes one way): 5, not 1');
  });

  it('says which box is wrong', () => {
    const read = readScenario({ name: '', 'weight-1': '-1', budget: 'much' }, policy);
    expect(read.ok ? [] : Object.keys(read.errors).toSorted()).toEqual(['budget', 'name', 'weight-1']);
    expect(readScenario({ name: 'A', 'floor-2': '7' }, policy)).toMatchObject({
      errors: { 'floor-2': 'Enter a number from 0 to 1' },
    });
  });
});
