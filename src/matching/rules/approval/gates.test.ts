import { describe, expect, it } from 'vitest';
import type { Ask, Declaration } from './declaration.ts';
import { askState } from './declaration.ts';
import { against, differencesFrom } from './differences.ts';
import { openFor, openItems, overbooked } from './gates.ts';
import { after, type DeedName, DEEDS, mayMovePartner } from './moves.ts';
import type { PutPair } from './pair.ts';

const pair: PutPair = {
  needKey: '1:lead',
  leaderKey: 'head:2',
  support: 'a lead head',
  days: 9,
  supported: { urn: 1, name: 'Elm' },
  home: { urn: 2, name: 'Oak' },
  leader: 'Headteacher, Oak',
  km: 3.2,
  minutes: 12,
  reasons: [],
  leaderDays: 12,
  leaderMost: 2,
};

const declared: Declaration = {
  id: 'd',
  says: { says: 'interest', kind: 'family', detail: 'A cousin' },
  how: 'site',
  givenBy: null,
  on: '2026-10-01',
  by: 'Ann Day',
  at: '2026-10-01T09:00:00Z',
};
const none: Declaration = { ...declared, says: { says: 'no interest' } };

function ask(side: 'home' | 'supported', more: Partial<Ask> = {}): Ask {
  const [own, other] = side === 'home' ? [pair.home, pair.supported] : [pair.supported, pair.home];
  const schools = { urn: own.urn, school: own.name, otherUrn: other.urn, other: other.name };
  const asked = { support: 'a lead head', askedAt: '2026-09-20', answerBy: '2026-10-04', people: 1 };
  return {
    id: side,
    needKey: '1:lead',
    leaderKey: 'head:2',
    side,
    ...schools,
    ...asked,
    declaration: none,
    decision: null,
    ...more,
  };
}

const facts = {
  asks: [ask('home'), ask('supported')],
  impossible: new Map<string, string>(),
  standing: new Map<string, number>(),
};
const words = (asks: Ask[]) => openItems(pair, 9, { ...facts, asks }).map((item) => item.words);
const decision = { words: 'Because', by: 'Bo', at: '2026-10-02' };

/** What is open when the home school declared an interest on which so was decided. */
const home = (outcome: 'stands' | 'mitigated' | 'dropped' | null) =>
  words([
    ask('home', { declaration: declared, decision: outcome === null ? null : { outcome, ...decision } }),
    ask('supported'),
  ]);

describe('what stands before an approval', () => {
  it('is nothing once both heads said that there is no interest', () => {
    expect(openItems(pair, 9, facts)).toEqual([]);
  });

  it('names each head who was not asked or has not answered', () => {
    expect(words([ask('home')])).toEqual(['The head of Elm has not been asked about interests.']);
    expect(words([ask('home', { declaration: null }), ask('supported')])).toEqual([
      'The head of Oak has not answered yet.',
    ]);
    expect(words([ask('home'), ask('supported', { needKey: '1:maths' })])).toEqual([
      'The head of Elm has not been asked about interests.',
    ]);
  });

  it('names an interest without a decision, and a pair that was dropped; not one that stands', () => {
    expect(home(null)).toEqual(['Oak declared an interest that nobody has decided on.']);
    expect(home('stands')).toEqual([]);
    expect(home('mitigated')).toEqual([]);
    expect(home('dropped')).toEqual(['The pair was dropped for an interest that Oak declared.']);
    expect(askState({ declaration: none, decision: null })).toBe('none');
  });

  it('says why a pair is no longer possible, and that it stands already', () => {
    const impossible = new Map([['1:lead head:2', 'The leader withdrew on 1 November 2026.']]);
    expect(openItems(pair, 9, { ...facts, impossible })).toEqual([
      { kind: 'no longer possible', words: 'The leader withdrew on 1 November 2026.' },
    ]);
    const standing = new Map([['1:lead head:2', 9]]);
    expect(openItems(pair, 9, { ...facts, standing })).toEqual([expect.objectContaining({ kind: 'stands already' })]);
    expect(openItems(pair, 6, { ...facts, standing })).toEqual([]);
  });

  it('adds for one person why they are not independent', () => {
    const approver = { madeProposal: false, decisions: 0, decidedOn: new Set<string>(), interests: new Set<number>() };
    expect(openFor(pair, 9, facts, { ...approver, rolesAt: new Map([[1, 'adviser']]) })).toEqual([
      { kind: 'not independent', words: 'You are adviser at Elm, its board or its trust.' },
    ]);
  });

  it('finds leaders to whom approved pairs together give too much', () => {
    const leaders = [pair];
    const give = (...days: number[]) => [
      ...overbooked(
        days.map((d) => ({ leaderKey: 'head:2', days: d })),
        leaders,
      ).values(),
    ];
    expect(give(6, 6)).toEqual([]);
    expect(give(9, 4.5)).toEqual(['Headteacher, Oak would give 13.5 days and has 12.']);
    expect(give(3, 3, 3)).toEqual(['Headteacher, Oak would have 3 schools and can have 2 at once.']);
  });
});

describe('differences', () => {
  it('are told in sentences, and none where a pair is approved as proposed', () => {
    const choice = { leaderKey: 'head:2', leader: 'Headteacher, Oak', days: 9 };
    expect(differencesFrom(pair, choice)).toEqual([]);
    expect(differencesFrom(pair, { ...choice, days: 6 })).toEqual(['6 days instead of 9.']);
    expect(differencesFrom(pair, { ...choice, leaderKey: 'head:3', leader: 'Headteacher, Ash' })).toEqual([
      'Headteacher, Ash instead of Headteacher, Oak.',
    ]);
    expect(differencesFrom(null, choice)).toEqual(['Headteacher, Oak, where nobody was proposed.']);
  });

  it('of a new plan from what stands, need by need', () => {
    const standing = { leaderKey: 'head:2', days: 9 };
    expect(against({ leaderKey: 'head:2', days: 9 }, standing)).toBe('same');
    expect(against({ leaderKey: 'head:2', days: 6 }, standing)).toBe('other days');
    expect(against({ leaderKey: 'head:3', days: 9 }, standing)).toBe('other leader');
    expect(against({ leaderKey: null, days: 9 }, standing)).toBe('ends');
    expect(against({ leaderKey: 'head:2', days: 9 }, undefined)).toBe('new');
    expect(against({ leaderKey: null, days: 9 }, undefined)).toBe('nobody');
  });
});

describe('the table of moves', () => {
  it('lets nothing be done in a round that is closed', () => {
    for (const deed of Object.keys(DEEDS) as DeedName[]) expect(after(deed, 'closed'), deed).toBeNull();
  });

  it('takes a round on when it is shared and when the last pair is approved, and back when something changes', () => {
    expect(after('share', 'open')).toBe('shared');
    expect(after('share', 'approved')).toBe('approved');
    expect(after('approve', 'shared')).toBe('shared');
    expect(after('approve the last', 'shared')).toBe('approved');
    expect(after('approve', 'approved')).toBeNull();
    expect(after('put forward', 'approved')).toBeNull();
    expect(after('change', 'approved')).toBe('open');
    expect(after('replan', 'approved')).toBe('open');
  });

  it('lets a partner join only what it was invited to, and either side end it', () => {
    expect(mayMovePartner(null, 'invited', 'lead')).toBe(true);
    expect(mayMovePartner(null, 'invited', 'partner')).toBe(false);
    expect(mayMovePartner('invited', 'joined', 'partner')).toBe(true);
    expect(mayMovePartner('invited', 'joined', 'lead')).toBe(false);
    expect(mayMovePartner(null, 'joined', 'partner')).toBe(false);
    expect(mayMovePartner('joined', 'ended', 'lead')).toBe(true);
    expect(mayMovePartner('joined', 'ended', 'partner')).toBe(true);
    expect(mayMovePartner('ended', 'joined', 'partner')).toBe(false);
    expect(mayMovePartner('ended', 'invited', 'lead')).toBe(true);
  });
});
