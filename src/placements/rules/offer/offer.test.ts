import { describe, expect, it } from 'vitest';
import { halfDaysByTerm } from './days-by-term.ts';
import { type AnswerGiven, answersOpenTo, isSettled, sideState } from './offer.ts';
import { rankLeaders, type LeaderInReach } from './rank-leaders.ts';
import { EMPTY_TRIAGE, focusMissing, triageMissing, triageState } from './triage.ts';
import { workOfOffer, workOfPlacement } from './work.ts';

const said = (
  side: AnswerGiven['side'],
  answer: AnswerGiven['answer'],
  more: Partial<AnswerGiven> = {},
): AnswerGiven => ({
  side,
  answer,
  terms: 1,
  accepted: null,
  ...more,
});

describe('an offer', () => {
  it('is settled by a yes of both to the terms that stand', () => {
    const yes = [said('leader', 'accept'), said('release', 'accept')];
    expect(isSettled(yes, 1)).toBe(true);
    expect(isSettled(yes.slice(0, 1), 1)).toBe(false);
    // Other terms since: both are asked again.
    expect(isSettled(yes, 2)).toBe(false);
  });

  it('waits for the service on conditions and counter-offers, and asks again those whom it refuses', () => {
    const of = { terms: 1, opened: true };
    expect(sideState('leader', [said('leader', 'conditions')], of)).toBe('to reply');
    expect(sideState('leader', [said('leader', 'conditions', { accepted: true })], of)).toBe('accepted');
    expect(sideState('leader', [said('leader', 'conditions', { accepted: false })], of)).toBe('asked again');
    const counter = [said('release', 'accept'), said('leader', 'counter', { accepted: true })];
    expect(sideState('leader', counter, { terms: 2, opened: true })).toBe('accepted');
    expect(sideState('release', counter, { terms: 2, opened: true })).toBe('asked again');
    expect(sideState('leader', [], { terms: 1, opened: false })).toBe('unread');
  });

  it('gives time once, and none to who said yes', () => {
    expect(answersOpenTo('leader', [], 1)).toContain('undecided');
    expect(answersOpenTo('leader', [said('leader', 'undecided')], 1)).not.toContain('undecided');
    expect(answersOpenTo('leader', [said('leader', 'accept')], 1)).toEqual(['conditions', 'counter', 'decline']);
    expect(answersOpenTo('leader', [said('leader', 'decline')], 1)).toEqual([]);
  });
});

describe('triage', () => {
  const whole = {
    ...EMPTY_TRIAGE,
    needWords: 'x',
    costWords: 'x',
    halfDays: 1,
    pence: 0,
    risk: 'green' as const,
    nextStep: 'x',
    forImprovement: true,
    forImprovementWords: 'x',
    forNeed: false,
    forNeedWords: 'x',
  };

  it('is in progress until nothing is missing; a no to the rule of focus wants a reason', () => {
    expect(triageState(null)).toBe('not started');
    expect(triageMissing(null)).toHaveLength(8);
    expect(triageMissing(whole).map(({ words }) => words)).toEqual([
      'One answer to the rule of focus is no: it is not said why help is given all the same.',
    ]);
    expect(triageState(whole)).toBe('in progress');
    expect(triageState({ ...whole, overrideWords: 'x' })).toBe('complete');
  });

  it('is stood for by the approval of a round, but for the rule of focus', () => {
    const round = { ...EMPTY_TRIAGE, source: 'round' as const };
    expect(triageMissing(round)).toEqual([]);
    expect(focusMissing(round)).toHaveLength(2);
    expect(triageState(round)).toBe('in progress');
  });
});

it('spreads promised days over terms in whole half days that add up', () => {
  expect(halfDaysByTerm({ halfDays: 5, startsOn: '2026-12-01', endsOn: '2027-01-31' })).toEqual([
    { schoolYear: 2026, term: 'autumn', halfDays: 3 },
    { schoolYear: 2026, term: 'spring', halfDays: 2 },
  ]);
  expect(halfDaysByTerm({ halfDays: 1, startsOn: '2026-09-01', endsOn: '2027-08-31' })).toHaveLength(1);
});

const leader = (name: string, more: Partial<LeaderInReach> = {}): LeaderInReach => ({
  leaderId: name,
  name,
  email: null,
  home: { urn: 1, name: 'Home' },
  km: 1,
  fields: ['maths'],
  knowsPhase: true,
  left: 10,
  interests: [],
  helps: 0,
  mostSchools: 2,
  ...more,
});

it('orders leaders by what speaks against them, then by distance, and says both', () => {
  const ranked = rankLeaders(
    [
      leader('tied', { interests: ['Governor there'] }),
      leader('far', { km: 30 }),
      leader('near'),
      leader('no days', { left: null }),
      leader('other', { fields: [] }),
    ],
    { field: 'maths', fieldWords: 'a specialist in maths', halfDays: 4 },
  );
  expect(ranked.map(({ name }) => name)).toEqual(['near', 'far', 'no days', 'other', 'tied']);
  expect(ranked[4]!.reasons).toContain('On record: Governor there');
  expect(ranked[2]!.reasons).toContain('Has not said which days they could give this term.');
});

it('makes one item of work for whoever must act next', () => {
  const placement = {
    id: 'p',
    about: 'A school',
    state: 'to match' as const,
    dueOn: null,
    since: '2026-11-01',
    objected: false,
    toReply: false,
  };
  expect(workOfPlacement(placement)).toMatchObject([{ key: 'placement:p:offer', href: '/placements/p/offers' }]);
  expect(workOfPlacement({ ...placement, state: 'offered' })).toEqual([]);
  expect(workOfPlacement({ ...placement, state: 'offered', toReply: true })).toMatchObject([
    { key: 'placement:p:reply' },
  ]);
  const offer = { id: 'o', answerBy: '2026-11-29', content: { service: 'The service' } as never };
  expect(workOfOffer(offer, 'leader', 'read', { urn: 1, since: '2026-11-22' })).toMatchObject([
    { due: '2026-11-29', about: 'The service' },
  ]);
  expect(workOfOffer(offer, 'leader', 'to reply', { urn: 1, since: '2026-11-22' })).toEqual([]);
});
