import { definePermission } from '../access/permission.ts';
import { type Scope, scopeForPurpose } from '../access/scope.ts';

export const readPlan = definePermission({
  verb: 'plan.read',
  title: 'read the plan of an area',
  about: 'area',
  class: 'triage',
  who: [{ kinds: ['local authority'], roles: ['service lead', 'broker', 'adviser'] }],
});

export const exportPlan = definePermission({
  verb: 'plan.export',
  title: 'take the plan of an area as a file',
  about: 'area',
  class: 'triage',
  who: [{ kinds: ['local authority'], roles: ['service lead', 'broker', 'adviser'] }],
});

const SERVICE = { kinds: ['local authority', 'trust'], roles: ['service lead', 'broker', 'adviser'] } as const;

export const readPlanning = definePermission({
  verb: 'planning.read',
  title: 'read the planning rounds of a service: needs, leaders, decisions, proposals',
  about: 'organisation',
  class: 'triage',
  who: [SERVICE],
});

export const exportPlanning = definePermission({
  verb: 'planning.export',
  title: 'take a proposal of a planning round as a file',
  about: 'organisation',
  class: 'triage',
  who: [SERVICE],
});

export const runPlanning = definePermission({
  verb: 'planning.run',
  title: 'open and close a planning round, decide in it, and ask for proposals',
  about: 'organisation',
  class: 'triage',
  who: [{ kinds: SERVICE.kinds, roles: ['service lead', 'broker'] }],
});

/** Leave for one of the deeds that show a planning round. */
export type PlanningScope = Scope<typeof readPlanning.verb | typeof exportPlanning.verb | typeof runPlanning.verb>;

/** A person at the machine itself, by bin/alongside or npm start. */
export const planForOperator = (laCode: number | null) =>
  scopeForPurpose('operator', 'plan.read', { subject: laCode === null ? { kind: 'site' } : { kind: 'area', laCode } });

/** Leave for one of the deeds that show a plan. */
export type PlanScope = Scope<typeof readPlan.verb | typeof exportPlan.verb>;
