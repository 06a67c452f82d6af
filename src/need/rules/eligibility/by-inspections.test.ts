import { describe, expect, it } from 'vitest';
import { graded, gradedByArea, ruleOf } from '../../../../test/factories/eligibility.ts';
import { byInspections } from './by-inspections.ts';
import type { GradedInspection } from './grades-count.ts';

const LEADERSHIP = 'Effectiveness of leadership and management';
const QUALITY = 'Quality of education';
const CARD = 'Leadership and governance';
const FEBRUARY = 'rise-stuck-2025-02';
const CARDS = 'rise-stuck-2025-11';

function answerOf(id: string, inspections: GradedInspection[], change = {}, asAt = '2026-04-01') {
  const school = { inspections, academy: false, joinedTrustOn: null, ...change };
  return byInspections(school, ruleOf(id, 'inspections in a row'), asAt);
}
const stateOf = (...asked: Parameters<typeof answerOf>) => answerOf(...asked).state;
const ri = (on: string) => graded(on, 'Requires improvement');
const only = (grades: Record<string, string>, on = '2025-03-04') => gradedByArea(on, 'judgements only', grades);
const card = (grade: string, on = '2026-01-20') => gradedByArea(on, 'report card', { [CARD]: grade });

describe('stuck by overall grades', () => {
  it('needs the latest to require improvement and the one before to be below good', () => {
    expect(stateOf(FEBRUARY, [ri('2023-05-01'), graded('2019-05-01', 'Inadequate')])).toBe('meets');
    expect(stateOf(FEBRUARY, [ri('2023-05-01'), graded('2019-05-01', 'Good')])).toBe('does not meet');
    expect(stateOf(FEBRUARY, [graded('2023-05-01', 'Good'), ri('2019-05-01')])).toBe('does not meet');
  });

  it('is not an inadequate school, which the older definition of coasting took in', () => {
    const inspections = [graded('2023-05-01', 'Inadequate'), ri('2019-05-01')];
    expect(stateOf(FEBRUARY, inspections)).toBe('does not meet');
    expect(stateOf('coasting-2022', inspections)).toBe('meets');
  });

  it('cannot be told without two inspections', () => {
    expect(answerOf(FEBRUARY, []).reason).toBe('No graded inspection held');
    expect(answerOf(FEBRUARY, [ri('2023-05-01')]).reason).toBe('No inspection before the latest held');
  });

  it('goes by inspections up to the day, and takes one dated twice for one', () => {
    const inspections = [
      graded('2023-05-02', 'Good'),
      ri('2022-01-11'),
      ri('2022-01-10'),
      graded('2017-01-01', 'Good'),
    ];
    expect(stateOf(FEBRUARY, inspections, {}, '2022-07-06')).toBe('does not meet');
  });

  it('says on which inspections it stands, and whose they are', () => {
    const inherited = { urn: 100_900, name: 'Old Elm School', known: true, kind: 'conversion', counts: true } as const;
    const answer = answerOf(FEBRUARY, [ri('2023-05-01'), graded('2019-05-01', 'Inadequate', { inherited })]);
    expect(answer.sentence).toBe(
      'Requires improvement in May 2023, and inadequate in May 2019 (inherited from Old Elm School (URN 100900)) before it.',
    );
    expect(answer).toMatchObject({ inherited: [{ urn: 100_900, name: 'Old Elm School' }] });
    expect(answer.sources).toHaveLength(2);
  });
});

describe('stuck by judgements without an overall grade', () => {
  const good = { [LEADERSHIP]: 'Good', [QUALITY]: 'Good', 'Personal development': 'Good' };
  const before = ri('2020-01-01');

  it.each([
    ['leadership', { ...good, [LEADERSHIP]: 'Requires improvement' }, 'meets'],
    ['quality of education', { ...good, [QUALITY]: 'Requires improvement' }, 'meets'],
    ['another area', { ...good, 'Personal development': 'Requires improvement' }, 'does not meet'],
    ['none', good, 'does not meet'],
    [
      'leadership, and another is inadequate',
      { ...good, [LEADERSHIP]: 'Requires improvement', [QUALITY]: 'Inadequate' },
      'does not meet',
    ],
    ['leadership, the rest not told', { [LEADERSHIP]: 'Requires improvement' }, 'meets'],
    ['none that is told', { [LEADERSHIP]: 'Good' }, 'cannot be told'],
  ])('counts one that requires improvement in %s', (_, grades, state) => {
    expect(stateOf(FEBRUARY, [only(grades), before])).toBe(state);
  });

  it('counts as below good before a report card', () => {
    const card = gradedByArea('2026-01-20', 'report card', { [CARD]: 'Needs attention' });
    expect(stateOf(CARDS, [card, only({ ...good, [QUALITY]: 'Inadequate' })])).toBe('meets');
    expect(stateOf(CARDS, [card, only(good)])).toBe('does not meet');
  });

  it('is nothing that the definition of 2022 speaks of', () => {
    expect(stateOf('coasting-2022', [only(good), before])).toBe('cannot be told');
  });
});

describe('stuck by report cards', () => {
  it('needs attention for leadership and governance, with below good before', () => {
    expect(stateOf(CARDS, [card('Needs attention'), ri('2021-01-01')])).toBe('meets');
    expect(stateOf(CARDS, [card('Needs attention'), graded('2021-01-01', 'Good')])).toBe('does not meet');
    expect(stateOf(CARDS, [card('Expected standard'), ri('2021-01-01')])).toBe('does not meet');
    expect(stateOf(CARDS, [card('Urgent improvement'), ri('2021-01-01')])).toBe('does not meet');
  });

  it('does not reach over a report card to the grade before it, nor say what an earlier card counts as', () => {
    expect(stateOf(CARDS, [card('Expected standard'), ri('2021-01-01'), ri('2018-01-01')])).toBe('does not meet');
    const answer = answerOf(
      CARDS,
      [card('Needs attention', '2027-09-20'), card('Needs attention'), ri('2021-01-01')],
      {},
      '2028-01-01',
    );
    expect(answer).toMatchObject({ state: 'cannot be told' });
    expect(answer.sentence).toContain('never converted');
  });

  it('are nothing that the definition before them speaks of, and a school without one is judged as before', () => {
    expect(stateOf(FEBRUARY, [card('Needs attention'), ri('2021-01-01')])).toBe('cannot be told');
    expect(stateOf(CARDS, [ri('2024-01-20'), ri('2021-01-01')])).toBe('meets');
  });

  it('cannot be told without the grade of leadership and governance', () => {
    const without = gradedByArea('2026-01-20', 'report card', { Inclusion: 'Needs attention' });
    expect(stateOf(CARDS, [without, ri('2021-01-01')])).toBe('cannot be told');
  });
});

describe('the same responsible body since the latest inspection', () => {
  const TARGETED = 'rise-targeted-2025-02';
  const stuck = [ri('2023-05-01'), ri('2019-05-01')];

  it('is kept by a maintained school, and by an academy that was in its trust by then', () => {
    expect(stateOf(TARGETED, stuck)).toBe('meets');
    expect(stateOf(TARGETED, stuck, { academy: true, joinedTrustOn: '2023-05-01' })).toBe('meets');
  });

  it('has changed with a trust joined after it, or with a new number', () => {
    expect(stateOf(TARGETED, stuck, { academy: true, joinedTrustOn: '2023-05-02' })).toBe('does not meet');
    const inherited = { urn: 100_900, name: 'Old Elm School', known: true, kind: 'conversion', counts: true } as const;
    const before = [graded('2023-05-01', 'Requires improvement', { inherited }), ri('2019-05-01')];
    expect(stateOf(TARGETED, before, { academy: true, joinedTrustOn: '2020-01-01' })).toBe('does not meet');
  });

  it('cannot be told where the day of joining is not published', () => {
    expect(stateOf(TARGETED, stuck, { academy: true })).toBe('cannot be told');
  });
});
