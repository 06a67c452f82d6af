import { describe, expect, it } from 'vitest';
import { headOf, needFor, placedSchool, roundPolicy } from '../../../../test/factories/matching.ts';
import { applyDecisions } from './apply-decisions.ts';
import { changesSince, stampOf } from './changes-since.ts';
import { decisionProblem } from './check-decision.ts';
import { type DecisionContent, inForce, type RoundDecision, takenForward } from './decision.ts';
import { decisionSentence } from './decision-words.ts';
import { namesOf } from './names.ts';
import { decisionOfRow, rowOfDecision } from './stored-decision.ts';

const elm = needFor(placedSchool(1, { name: 'Elm' }));
const oak = needFor(placedSchool(2, { name: 'Oak' }));
const ash = headOf(placedSchool(3, { name: 'Ash', easting: 501_000 }));
const bay = headOf(placedSchool(4, { name: 'Bay', easting: 502_000 }), { homeRisk: 'at risk' });
const frozen = { needs: [elm, oak], leaders: [ash, bay] };

let made = 0;
function decision(
  content: DecisionContent,
  change: Partial<Pick<RoundDecision, 'scenarioId' | 'undone'>> = {},
): RoundDecision {
  made += 1;
  const at = `2026-11-22T08:00:${String(made).padStart(2, '0')}Z`;
  return {
    ...content,
    id: `d${made}`,
    scenarioId: null,
    reason: 'words',
    by: 'A',
    role: 'broker',
    at,
    undone: null,
    ...change,
  };
}
const lock = (leader: { key: string }, need: { key: string }): DecisionContent => ({
  kind: 'lock',
  leaderKey: leader.key,
  needKey: need.key,
  value: {},
});
const forbid = (leader: { key: string }, need: { key: string }): DecisionContent =>
  ({ ...lock(leader, need), kind: 'forbid' }) as DecisionContent;
const take = (proposalId: string, change = {}) =>
  decision({ kind: 'take forward', leaderKey: null, needKey: null, value: { proposalId } }, change);
const undone = { by: 'B', role: 'broker', at: '2026-11-22T09:00:00Z', why: null };

describe('decisions of a planning round', () => {
  it('are laid over the frozen sides, the later over the earlier', () => {
    const specialist = needFor(elm.school, { support: 'maths', days: 2 });
    const sides = applyDecisions(frozen, [
      decision({ kind: 'set days', leaderKey: ash.key, needKey: null, value: { days: 4 } }),
      decision({ kind: 'set days', leaderKey: ash.key, needKey: null, value: { days: 6 } }),
      decision({
        kind: 'change leader',
        leaderKey: ash.key,
        needKey: null,
        value: { fields: ['maths'], released: true },
      }),
      decision({ kind: 'change need', leaderKey: null, needKey: elm.key, value: { days: 5, confidentialKm: 3 } }),
      decision({ kind: 'add need', leaderKey: null, needKey: specialist.key, value: { need: specialist } }),
      decision({ kind: 'leave out', leaderKey: null, needKey: oak.key, value: {} }),
      decision({ kind: 'override lender', leaderKey: bay.key, needKey: null, value: {} }),
      decision(lock(ash, elm)),
      decision(forbid(bay, elm)),
      decision(lock(bay, oak)),
    ]);
    expect(sides.leaders[0]).toMatchObject({ days: 6, fields: ['maths'], released: true });
    expect(sides.needs.map(({ key, days }) => [key, days])).toEqual([
      ['1:lead', 5],
      ['2:lead', 9],
      ['1:maths', 2],
    ]);
    expect(sides.leftOut).toEqual(['2:lead']);
    expect(sides.overrides).toEqual([{ leaderKey: bay.key, reason: 'words' }]);
    expect(sides.forbids).toEqual([{ leaderKey: bay.key, needKey: elm.key }]);
    // The lock of a need that is left out waits until it is in again.
    expect(sides.locks).toEqual([{ leaderKey: ash.key, needKey: elm.key }]);
  });

  it('count in their scenario alone where they are of one, and no longer once undone', () => {
    const all = [
      decision(lock(ash, elm)),
      decision(lock(bay, oak), { scenarioId: 's' }),
      decision(forbid(ash, oak), { undone }),
    ];
    expect(inForce(all, 's').map(({ id }) => id)).toEqual([all[0]!.id, all[1]!.id]);
    expect(inForce(all, 't').map(({ id }) => id)).toEqual([all[0]!.id]);
  });

  it('are refused with what would mend them where they contradict others', () => {
    const locked = applyDecisions(frozen, [decision(lock(ash, elm)), decision(forbid(bay, oak))]);
    const problem = (content: DecisionContent) => decisionProblem(content, locked)?.message;
    expect(problem(forbid(ash, elm))).toBe('This pair is locked: undo the lock first');
    expect(problem(lock(bay, oak))).toBe('This pair is forbidden: undo that first');
    expect(problem({ kind: 'leave out', leaderKey: null, needKey: elm.key, value: {} })).toContain(
      'undo the lock first',
    );
    expect(problem({ kind: 'withdraw leader', leaderKey: ash.key, needKey: null, value: {} })).toContain(
      'undo the lock first',
    );
    expect(problem({ kind: 'override lender', leaderKey: ash.key, needKey: null, value: {} })).toContain('not at risk');
    expect(problem({ kind: 'override lender', leaderKey: bay.key, needKey: null, value: {} })).toBeUndefined();
    expect(problem({ kind: 'set days', leaderKey: 'head:9', needKey: null, value: { days: 1 } })).toContain(
      'Choose a leader',
    );
    expect(problem({ kind: 'add leader', leaderKey: ash.key, needKey: null, value: { leader: ash } })).toContain(
      'already',
    );
  });

  it('are told to whoever filled in a form on an older page', () => {
    const first = [decision(lock(ash, elm)), decision(forbid(bay, elm))];
    const stamp = stampOf(first);
    const later = [{ ...first[0]!, undone }, first[1]!, decision(lock(bay, oak))];
    expect(changesSince(first, stamp)).toEqual([]);
    expect(changesSince(later, stamp).map(({ what, decision: { id } }) => [what, id])).toEqual([
      ['decided', later[2]!.id],
      ['undone', later[0]!.id],
    ]);
    expect(changesSince(first, 'not a stamp')).toHaveLength(2);
  });

  it('come out of their rows as they went in, schools and all', () => {
    for (const content of [
      lock(ash, elm),
      { kind: 'add need', leaderKey: null, needKey: elm.key, value: { need: elm } },
      { kind: 'add leader', leaderKey: ash.key, needKey: null, value: { leader: ash } },
    ] satisfies DecisionContent[]) {
      const row = JSON.parse(JSON.stringify(rowOfDecision(content))) as ReturnType<typeof rowOfDecision>;
      expect(decisionOfRow(row)).toEqual(content);
    }
  });

  it('are said in a sentence with the names of both sides', () => {
    const names = namesOf(frozen, roundPolicy.support);
    expect(decisionSentence(decision(lock(ash, elm)), names)).toBe('Pair locked: Head of Ash with Elm.');
    const set = decision({ kind: 'set days', leaderKey: ash.key, needKey: null, value: { days: 4 } });
    expect(decisionSentence(set, names)).toBe('Days set: Head of Ash, 4 days.');
  });

  it('name the newest proposal taken forward that still stands', () => {
    expect(takenForward([take('p'), take('q', { undone })])?.value.proposalId).toBe('p');
    expect(takenForward([])).toBeNull();
  });
});
