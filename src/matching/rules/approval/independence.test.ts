import { describe, expect, it } from 'vitest';
import { type ApproverFacts, dependenceOn, hadAHand } from './independence.ts';

const nobody: ApproverFacts = {
  madeProposal: false,
  decisions: 0,
  decidedOn: new Set(),
  rolesAt: new Map(),
  interests: new Set(),
};
const pair = {
  needKey: '100001:lead',
  leaderKey: 'head:100002',
  supported: { urn: 100_001, name: 'Elm' },
  home: { urn: 100_002, name: 'Oak' },
};

describe('who approves', () => {
  it('had no hand in the plan: neither made it nor decided in it', () => {
    expect(hadAHand(nobody)).toEqual([]);
    expect(hadAHand({ ...nobody, madeProposal: true })).toEqual(['You made this plan or put it forward.']);
    expect(hadAHand({ ...nobody, decisions: 1 })).toEqual(['A decision in this plan is yours.']);
    expect(hadAHand({ ...nobody, decisions: 3 })).toEqual(['3 decisions in this plan are yours.']);
  });

  it('holds no role in either school, and has no interest in either', () => {
    expect(dependenceOn(pair, nobody)).toEqual([]);
    expect(dependenceOn(pair, { ...nobody, rolesAt: new Map([[100_002, 'governor or trustee']]) })).toEqual([
      'You are governor or trustee at Oak, its board or its trust.',
    ]);
    expect(dependenceOn(pair, { ...nobody, interests: new Set([100_001]) })).toEqual([
      'You declared an interest in Elm.',
    ]);
    expect(
      dependenceOn(pair, { ...nobody, rolesAt: new Map([[100_003, 'adviser']]), interests: new Set([7]) }),
    ).toEqual([]);
  });

  it('did not decide on the interest declared in this pair, though perhaps in another', () => {
    expect(dependenceOn(pair, { ...nobody, decidedOn: new Set(['100001:lead head:100002']) })).toHaveLength(1);
    expect(dependenceOn(pair, { ...nobody, decidedOn: new Set(['100001:maths head:100002']) })).toEqual([]);
  });
});
