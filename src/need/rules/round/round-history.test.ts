import { describe, expect, it } from 'vitest';
import { lacking, readAgreement, readAnswer, readNewRound } from '../../schema/round-forms.ts';
import { entitlementTrends } from './entitlement.ts';
import { interestsOf, type PanelEntry } from './round.ts';
import { goesBack, mayMove, ROUND_STATES } from './state.ts';
import { termOf, termWords } from './term.ts';
import { type SchoolHistory, timelineOf } from './timeline.ts';

const day = (prefix: string, text: string) => {
  const [year, month, date] = text.split('-');
  return { [`${prefix}-day`]: date, [`${prefix}-month`]: month, [`${prefix}-year`]: year };
};

const school = (urn: number, category: 'C' | 'D', daysPerYear: number) => ({
  urn,
  name: '',
  category,
  daysPerYear,
  decidedAt: '',
});

const entry = (kind: PanelEntry['kind'], personId: string): PanelEntry => ({
  kind,
  urn: 1,
  school: 'S',
  words: 'x',
  personId,
  by: 'A',
  role: 'broker',
  at: '',
});

describe('terms and states', () => {
  it('a day lies in the term of its school year', () => {
    expect(
      ['2026-09-01', '2026-12-31', '2027-01-01', '2027-04-01', '2027-08-31'].map((day) => termWords(termOf(day))),
    ).toEqual([
      'autumn term 2026-27',
      'autumn term 2026-27',
      'spring term 2026-27',
      'summer term 2026-27',
      'summer term 2026-27',
    ]);
  });

  it('a round goes on step by step, and back only with a reason', () => {
    const moves = ROUND_STATES.flatMap((from) =>
      ROUND_STATES.filter((to) => mayMove(from, to)).map((to) => `${from} to ${to}`),
    );
    expect(moves).toEqual([
      'open to panel',
      'open to closed',
      'panel to open',
      'panel to closed',
      'letters sent to closed',
      'closed to open',
    ]);
    expect([goesBack('panel', 'open'), goesBack('closed', 'open'), goesBack('open', 'panel')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('an interest holds until the same person withdraws it', () => {
    expect(interestsOf([entry('interest', 'a'), entry('interest withdrawn', 'b')], 'a')).toEqual(new Set([1]));
    expect(interestsOf([entry('interest', 'a'), entry('interest withdrawn', 'a')], 'a')).toEqual(new Set());
  });
});

describe('the timeline of a school', () => {
  const decision = {
    id: 'd',
    computed: 'B',
    category: 'C',
    role: 'broker',
    by: 'A',
    organisation: 'L',
    asAt: '',
    reason: null,
  } as const;
  const proposal = {
    roundId: 'r',
    schoolYear: 2026,
    term: 'autumn',
    proposed: 'B',
    points: 10,
    at: '2026-10-01T09:00:00Z',
  } as const;
  const none: SchoolHistory = { proposals: [], decisions: [], letters: [], answers: [], comments: [], agreements: [] };

  it('says of a decision whether it was of a round, or after which it came', () => {
    const happenings = timelineOf({
      ...none,
      proposals: [proposal],
      decisions: [
        { ...decision, at: '2026-09-01T09:00:00Z', roundId: null },
        { ...decision, at: '2026-10-05T09:00:00Z', roundId: 'r' },
        { ...decision, at: '2026-11-05T09:00:00Z', roundId: null },
      ],
    });
    expect(happenings.map((one) => (one.kind === 'decision' ? one.round : one.kind))).toEqual([
      { inRound: false, words: 'after the round of the autumn term 2026-27' },
      { inRound: true, words: 'in the autumn term 2026-27' },
      'proposal',
      { inRound: false, words: null },
    ]);
  });

  it('tells the school that it was a round, and not which proposal', () => {
    const [only] = timelineOf({ ...none, decisions: [{ ...decision, at: '2026-10-05T09:00:00Z', roundId: 'r' }] });
    expect(only).toMatchObject({ round: { inRound: true, words: null } });
  });
});

describe('days of support', () => {
  it('are summed by round, against the newest round of the year before that has any', () => {
    const [now, spring] = entitlementTrends([
      {
        roundId: 'b',
        schoolYear: 2026,
        term: 'autumn',
        undecided: 1,
        schools: [school(1, 'D', 18), school(2, 'C', 9), school(3, 'C', 9)],
      },
      { roundId: 'a', schoolYear: 2025, term: 'spring', undecided: 0, schools: [school(1, 'C', 9)] },
    ]);
    expect(now).toMatchObject({ total: 36, yearBefore: { roundId: 'a', total: 9, schools: 1 }, undecided: 1 });
    expect(now?.byCategory).toEqual([
      { category: 'C', schools: 2, days: 18 },
      { category: 'D', schools: 1, days: 18 },
    ]);
    expect(spring?.yearBefore).toBeNull();
  });
});

describe('the forms', () => {
  it('open a round on days in their order', () => {
    const good = {
      term: '2026 autumn',
      ...day('panel', '2026-10-01'),
      ...day('letters', '2026-10-08'),
      ...day('answer', '2026-11-01'),
    };
    expect(readNewRound(good)).toEqual({
      ok: true,
      value: {
        schoolYear: 2026,
        term: 'autumn',
        panelOn: '2026-10-01',
        lettersOn: '2026-10-08',
        answerBy: '2026-11-01',
      },
    });
    const early = readNewRound({ ...good, ...day('letters', '2026-09-08') });
    expect(early).toEqual({ ok: false, errors: { letters: 'Letters cannot go before the panel' } });
    const wrong = readNewRound({ ...good, term: '2026 winter', ...day('panel', '2026-02-30') });
    expect(wrong).toMatchObject({
      ok: false,
      errors: { term: 'Choose a term', panel: expect.stringContaining('real day for the panel') },
    });
  });

  it('take an agreement with no end, and refuse one that ends before it begins', () => {
    const said = { agreedBy: 'Ann', agreedFor: 'trust', scope: 'All', ...day('on', '2026-09-01') };
    expect(readAgreement(said)).toMatchObject({ ok: true, value: { on: '2026-09-01', until: null } });
    expect(readAgreement({ ...said, ...day('until', '2026-08-31') })).toMatchObject({
      ok: false,
      errors: { until: 'It cannot end before it begins' },
    });
  });

  it('keep an answer by area, and say what it lacks to be sent', () => {
    const areas = [{ code: 'inclusion', label: 'Inclusion', hint: '' }];
    const read = readAnswer({ stance: 'disagree', 'inclusion-claim': ' Better \r\n' }, areas);
    expect(read).toEqual({
      ok: true,
      value: {
        stance: 'disagree',
        words: '',
        evaluations: [{ code: 'inclusion', area: 'Inclusion', claim: 'Better', evidence: '', next: '' }],
      },
    });
    expect(lacking({ stance: 'disagree', words: '' })).toEqual({ words: 'Enter why you do not agree' });
    expect(readAnswer({ 'inclusion-claim': 'x'.repeat(1001) }, areas)).toMatchObject({ ok: false });
  });
});
