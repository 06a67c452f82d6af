import { describe, expect, it } from 'vitest';
import { policy } from '../../../../test/factories/assessing.ts';
import { checked, policyAsAt } from '../../../policies.ts';
import { letterPolicyKind, roundPolicyKind } from '../../schema/round-policy.ts';
import { clear, missing, raised } from '../assessment.ts';
import { daysFor } from '../category.ts';
import { letterOf } from './letter.ts';

const template = policyAsAt(letterPolicyKind, '2026-11-22');
const FACTS = {
  schoolYear: 2026,
  term: 'autumn',
  school: 'Elm School',
  organisation: 'Luton',
  category: 'C',
  proposed: 'B',
  asAt: '2022-07-06',
  answerBy: '2026-12-01',
} as const;

describe('a letter', () => {
  it('says the category, its days by the policy used, the published evidence and by when to answer', () => {
    const indicators = [
      raised({ code: 'inspection', label: 'Latest inspection' }, 'It requires improvement.', { points: 20 }),
      clear({ code: 'attainment', label: 'Attainment' }, 'Above the line.'),
      missing({ code: 'progress', label: 'Progress' }, 'Not published.'),
      missing({ code: 'concern', label: 'Concern' }, 'Nobody has entered anything about this.'),
    ];
    const letter = letterOf({ ...FACTS, indicators }, policy, template);
    const words = JSON.stringify(letter);
    expect(letter.subject).toBe('Elm School: support in the autumn term 2026-27');
    expect(words).toContain(`Category C means ${daysFor(policy, 'C')} days of support a year from Luton.`);
    expect(words).toContain('Published data as at 6 July 2022 alone would have put the school in category B.');
    expect(words).toContain('Please answer by 1 December 2026');
    expect(letter.evidence.map(({ label, state }) => [label, state])).toEqual([
      ['Latest inspection', 'raised'],
      ['Progress', 'missing'],
      ['Attainment', 'clear'],
    ]);
    expect(words).not.toMatch(/\{\w+\}/);
  });

  it('says that figures agree where they do', () => {
    const letter = letterOf({ ...FACTS, proposed: 'C', indicators: [] }, policy, template);
    expect(letter.opening.at(-1)).toContain('This is also what published data as at 6 July 2022 says');
  });
});

describe('the policies of rounds and letters', () => {
  const file = 'policies/need/a.json';

  it('are refused with the key and the mend', () => {
    const { id: _, ...letter } = template;
    const changed = { ...letter, closing: ['Write to {mayor}'], areas: [letter.areas[0], letter.areas[0]] };
    expect(() => checked(changed, letterPolicyKind.schema, file)).toThrow(
      /"closing.0" is not valid: "\{mayor\}" is not known; a letter may name \{school\}/,
    );
    expect(() => checked({ ...letter, meaning: ['Help.'] }, letterPolicyKind.schema, file)).toThrow('must say {days}');
    expect(() => checked({ ...letter, areas: changed.areas }, letterPolicyKind.schema, file)).toThrow(
      'two areas have the same code',
    );
    const { id: __, ...round } = policyAsAt(roundPolicyKind, '2026-11-22');
    const wrong = { ...round, days: { panel: 9, letters: 8, answer: 20 } };
    expect(() => checked(wrong, roundPolicyKind.schema, file)).toThrow('the panel comes before the letters');
  });
});
