import { describe, expect, it } from 'vitest';
import { headOf, placedSchool } from '../../../../test/factories/matching.ts';
import type { RegisteredLeader } from '../../../leaders/rules/register/registered-leader.ts';
import { policyAsAt } from '../../../policies.ts';
import { supportPolicyKind } from '../../../leaders/schema/support-policy.ts';
import { registeredSide, withoutRegistered } from './registered-side.ts';

const support = policyAsAt(supportPolicyKind, '2026-11-22');
const home = placedSchool(100_001, { name: 'Oak' });

const registered = (change: Partial<RegisteredLeader> = {}): RegisteredLeader => ({
  id: 'a',
  organisationId: 's',
  personId: null,
  name: 'Ada',
  email: null,
  homeUrn: 100_001,
  phases: ['primary'],
  fields: ['phonics'],
  contexts: [],
  furthestMinutes: 40,
  mostSchools: 2,
  partnership: null,
  status: 'active',
  statusWhy: null,
  version: 1,
  roles: ['specialist', 'local-leader'],
  halfDaysLeft: 9,
  held: 1,
  interests: [],
  ...change,
});

const sideOf = (change: Partial<RegisteredLeader> = {}) =>
  registeredSide(registered(change), home, { support, homeRisk: 'none' });

describe('a leader of the register in a plan', () => {
  it('leads where any designation lets them, with what is left of days and schools', () => {
    expect(sideOf()).toMatchObject({
      key: 'leader:a',
      title: 'Ada, local leader of education',
      role: 'local-leader',
      fields: ['phonics'],
      days: 4.5,
      mostSchools: 1,
      held: 1,
      furthestMinutes: 40,
      released: null,
    });
  });

  it('has no days where nothing was said, nothing is left, or as many schools are helped as agreed', () => {
    expect(sideOf({ halfDaysLeft: null })).toMatchObject({ days: 0, title: expect.stringContaining('days not said') });
    expect(sideOf({ halfDaysLeft: -2 }).days).toBe(0);
    expect(sideOf({ held: 2 }).days).toBe(0);
  });

  it('stands for the head of the home school once, where they may lead', () => {
    const [oak, ash] = [headOf(home), headOf(placedSchool(100_002, { name: 'Ash' }))];
    expect(withoutRegistered([oak, ash], [sideOf()], support)).toEqual([ash]);
    expect(withoutRegistered([oak, ash], [sideOf({ roles: ['specialist'] })], support)).toEqual([oak, ash]);
  });
});
