import { describe, expect, it } from 'vitest';
import { phaseOfSchoolInformation, type WhomItTeaches } from './phase-of-school-information.ts';

const maintained: WhomItTeaches = {
  group: 'Maintained school',
  primary: false,
  secondary: false,
  post16: false,
  lowAge: 0,
  highAge: 0,
};
const both = { ...maintained, primary: true, secondary: true };

describe('phaseOfSchoolInformation', () => {
  it.each([
    [{ ...maintained, primary: true, lowAge: 4, highAge: 11 }, 'Primary'],
    [{ ...maintained, secondary: true, post16: true, lowAge: 11, highAge: 18 }, 'Secondary'],
    [{ ...maintained, group: 'College', post16: true }, '16 plus'],
    [{ ...both, lowAge: 3, highAge: 16 }, 'All-through'],
    [{ ...both, lowAge: NaN, highAge: NaN }, 'All-through'],
    [{ ...both, lowAge: 8, highAge: 12 }, 'Middle deemed primary'],
    [{ ...both, lowAge: 9, highAge: 13 }, 'Middle deemed secondary'],
    [{ ...both, lowAge: 10, highAge: 18 }, 'Secondary'],
    [{ ...both, group: 'Special school', lowAge: 3, highAge: 19 }, 'Not applicable'],
    [{ ...maintained, group: 'Independent school', primary: true }, 'Not applicable'],
  ])('%o is %s', (school, phase) => {
    expect(phaseOfSchoolInformation(school)).toBe(phase);
  });
});
