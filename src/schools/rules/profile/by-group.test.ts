import { describe, expect, it } from 'vitest';
import type { MeasureCode } from '../../../opendata/rules/measures.ts';
import { schoolWith } from '../../../../test/factories/school-facts.ts';
import { byPhase, byResponsibleBody } from './by-group.ts';

const wanted = {
  measures: ['ks2_rwm_expected', 'persistent_absence'],
  years: new Map<MeasureCode, number>([
    ['ks2_rwm_expected', 2017],
    ['persistent_absence', 2018],
  ]),
  smallestGroup: 2,
} as const;

const rwm = (value: number, pupils: number) => ({ 'ks2_rwm_expected:2017': value, 'ks2_pupils:2017': pupils }) as const;
const academy = (trustUid: number, trustName: string) => ({ academy: true, trustUid, trustName });

describe('schools of an area by who answers for them', () => {
  const groups = byResponsibleBody(
    [
      schoolWith(rwm(80, 30), { urn: 1 }),
      schoolWith(rwm(50, 10), { urn: 2 }),
      schoolWith(rwm(60, 20), { urn: 3, ...academy(7, 'A Trust') }),
      schoolWith({}, { urn: 4, ...academy(7, 'A Trust') }),
      schoolWith(rwm(90, 20), { urn: 5, ...academy(8, 'One School Trust') }),
    ],
    wanted,
  );

  it('are the authority, the trusts with enough schools, and the other academies', () => {
    expect(groups.map(({ name, trustUid, schools }) => [name, trustUid, schools.primary])).toEqual([
      ['Schools maintained by the local authority', null, 2],
      ['A Trust', 7, 2],
      ['Other academies and free schools', null, 1],
    ]);
  });

  it('have means by pupils; a school without a figure is in none, and a measure nobody has stays empty', () => {
    expect(groups[0]?.means.get('ks2_rwm_expected')).toEqual({ value: 72.5, schools: 2, weighted: true, weight: 40 });
    expect(groups[1]?.means.get('ks2_rwm_expected')).toMatchObject({ value: 60, schools: 1 });
    expect(groups[0]?.means.has('persistent_absence')).toBe(false);
  });
});

describe('schools of an area by phase', () => {
  it('leave out a phase that has none', () => {
    const groups = byPhase([schoolWith(rwm(80, 30), { urn: 1, phase: 'Secondary', phaseGroup: 'secondary' })], wanted);
    expect(groups.map(({ name }) => name)).toEqual(['Secondary and all-through schools']);
  });
});
