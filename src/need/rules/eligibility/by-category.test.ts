import { describe, expect, it } from 'vitest';
import { graded, gradedByArea, ruleOf } from '../../../../test/factories/eligibility.ts';
import { policiesOf } from '../../../policies.ts';
import { inspectionSchemeKind } from '../../../schools/schema/inspection-scheme.ts';
import { byCategory } from './by-category.ts';
import type { GradedInspection } from './grades-count.ts';

const schemes = policiesOf(inspectionSchemeKind);
const SM = 'special-measures-2025';
const RSI = 'significant-improvement-2026';

function answerOf(id: string, ...inspections: GradedInspection[]) {
  return byCategory({ inspections }, ruleOf(id, 'category of concern'), '2026-09-01', schemes);
}
const urgent = (categoryOfConcern: string | null) =>
  gradedByArea(
    '2026-01-20',
    'report card',
    { 'Leadership and governance': 'Urgent improvement', Inclusion: 'Urgent improvement' },
    { categoryOfConcern, safeguarding: 'Met' },
  );

describe('a category of concern', () => {
  it('is the one published with the latest inspection', () => {
    expect(answerOf(SM, urgent('SM')).state).toBe('meets');
    expect(answerOf(RSI, urgent('SM')).state).toBe('does not meet');
    expect(answerOf(RSI, urgent('RSI')).state).toBe('meets');
    expect(answerOf(RSI, graded('2023-05-01', 'Inadequate', { categoryOfConcern: 'SWK' })).state).toBe('meets');
    expect(answerOf(SM, graded('2026-06-01', 'Good', { categoryOfConcern: 'none' }), urgent('SM')).state).toBe(
      'does not meet',
    );
  });

  it('is checked by the table and never made by it', () => {
    const differs = answerOf(RSI, urgent('RSI'));
    expect(differs.sentence).toContain('By the table: special measures');
    expect(differs.sentence).toContain('The published one stands.');
    const untold = answerOf(SM, urgent(null));
    expect(untold).toMatchObject({ state: 'cannot be told', reason: 'Category of concern not told' });
    expect(untold.sentence).toContain('By the table: special measures');
  });

  it('is told by some overall grades, left open by inadequate, and none by the others', () => {
    expect(answerOf(SM, graded('2021-05-01', 'Special measures')).state).toBe('meets');
    expect(answerOf(SM, graded('2021-05-01', 'Serious weaknesses')).state).toBe('does not meet');
    expect(answerOf(SM, graded('2021-05-01', 'Inadequate')).state).toBe('cannot be told');
    expect(answerOf(SM, graded('2021-05-01', 'Requires improvement')).state).toBe('does not meet');
  });

  it('cannot be told from a word that nobody knows, nor without an inspection', () => {
    expect(answerOf(SM, urgent('XYZ')).state).toBe('cannot be told');
    expect(answerOf(SM).state).toBe('cannot be told');
  });

  it('is not inherited', () => {
    const inherited = { urn: 100_900, name: 'Old Elm School', known: true, kind: 'conversion', counts: true } as const;
    const answer = answerOf(SM, graded('2021-05-01', 'Special measures', { inherited }));
    expect(answer.state).toBe('does not meet');
    expect(answer.sentence).toContain('Old Elm School (URN 100900)');
  });
});
