import { roleOf, type SupportPolicy } from '../../../leaders/rules/support-policy.ts';
import type { RegisteredLeader } from '../../../leaders/rules/register/registered-leader.ts';
import type { SchoolFacts } from '../../../schools/rules/facts.ts';
import type { Leader } from '../sides.ts';

/**
 * A leader of the register as one side of a term's plan: what is left of the days they offered, in the designation that lets them do most.
 * Who said nothing of the term has no days in it until somebody sets them, and the title says so.
 */
export function registeredSide(
  leader: RegisteredLeader,
  school: SchoolFacts,
  { support, homeRisk }: { support: Pick<SupportPolicy, 'roles'>; homeRisk: Leader['homeRisk'] },
): Leader {
  const role = mainRole(leader.roles, support);
  const free = leader.mostSchools - leader.held;
  const halfDays = free > 0 ? Math.max(0, leader.halfDaysLeft ?? 0) : 0;
  const label = roleOf(support, role)?.label ?? role;
  return {
    key: `leader:${leader.id}`,
    school,
    title: `${leader.name}, ${label}${leader.halfDaysLeft === null ? ' (days not said)' : ''}`,
    role,
    fields: leader.fields,
    days: halfDays / 2,
    mostSchools: Math.max(1, free),
    held: leader.held,
    furthestMinutes: leader.furthestMinutes,
    from: null,
    to: null,
    released: null,
    interests: leader.interests,
    impact: null,
    pencePerDay: null,
    homeRisk,
    lendingOverride: null,
    organisationId: null,
  };
}

/** Whether a leader of a plan came from a register, and not from published data or by hand. */
export function isRegistered({ key }: Pick<Leader, 'key'>): boolean {
  return key.startsWith('leader:');
}

/** Heads whom published data proposes, without those whom the register knows: a home school whose registered leader may lead has its head there. */
export function withoutRegistered(
  prospects: readonly Leader[],
  registered: readonly Leader[],
  support: Pick<SupportPolicy, 'roles'>,
): Leader[] {
  const known = new Set(
    registered.filter(({ role }) => roleOf(support, role)?.leads === true).map(({ school }) => school.urn),
  );
  return prospects.filter(({ school }) => !known.has(school.urn));
}

/** The role that may lead before one that may not, in the order of the policy. */
function mainRole(roles: readonly string[], { roles: known }: Pick<SupportPolicy, 'roles'>): string {
  const order = known.toSorted((a, b) => Number(b.leads) - Number(a.leads)).map(({ code }) => code);
  return order.find((code) => roles.includes(code)) ?? roles[0]!;
}
