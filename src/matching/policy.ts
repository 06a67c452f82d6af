import { definePermission } from '../access/permission.ts';
import { scopeForPurpose } from '../access/scope.ts';

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

/** A person at the machine itself, by bin/alongside or npm start. */
export const planForOperator = scopeForPurpose('operator', 'plan.read');
