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

export const askOfPlan = definePermission({
  verb: 'plan.read-why',
  title: 'ask why the plan of an area is as it is, and what would better it',
  about: 'area',
  class: 'triage',
  who: readPlan.who,
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
export type PlanScope = Scope<typeof readPlan.verb | typeof exportPlan.verb | typeof askOfPlan.verb>;

const WRITERS = { kinds: SERVICE.kinds, roles: ['service lead', 'broker'] } as const;
const LEADS = { kinds: SERVICE.kinds, roles: ['service lead'] } as const;

export const readApproval = definePermission({
  verb: 'planning.read-approval',
  title: 'read what is put forward for approval, what is open on it, and what is approved',
  about: 'organisation',
  class: 'triage',
  who: [SERVICE],
});

export const exportApproved = definePermission({
  verb: 'planning.export-approved',
  title: 'take the approved pairs as a file',
  about: 'organisation',
  class: 'triage',
  who: [SERVICE],
});

export const putForward = definePermission({
  verb: 'planning.put-forward',
  title: 'put a plan forward for approval and ask heads about interests',
  about: 'organisation',
  class: 'triage',
  who: [WRITERS],
});

export const handleInterests = definePermission({
  verb: 'planning.handle-interests',
  title: 'write down what a head said about interests, and decide on a declared interest',
  about: 'organisation',
  class: 'triage',
  who: [WRITERS],
});

export const approvePairs = definePermission({
  verb: 'planning.approve',
  title: 'approve pairs of a plan, and declare an own interest',
  about: 'organisation',
  class: 'triage',
  who: [SERVICE],
});

export const changeApproved = definePermission({
  verb: 'planning.change-approved',
  title: 'record what changes after approval, and plan anew around what stands',
  about: 'organisation',
  class: 'triage',
  who: [WRITERS],
});

export const sharePlan = definePermission({
  verb: 'planning.share',
  title: 'share a plan with people of a panel, and end that',
  about: 'organisation',
  class: 'triage',
  who: [WRITERS],
});

export const readShared = definePermission({
  verb: 'planning.read-shared',
  title: 'read a plan that was shared with you, and comment on it',
  about: 'organisation',
  class: 'triage',
  who: [SERVICE],
});

export const readPartners = definePermission({
  verb: 'planning.read-partners',
  title: 'read which organisations take part in a round of the organisation, and what they bring',
  about: 'organisation',
  class: 'triage',
  who: [SERVICE],
});

export const invitePartner = definePermission({
  verb: 'planning.invite-partner',
  title: 'invite another organisation to a round, and end its part',
  about: 'organisation',
  class: 'triage',
  who: [LEADS],
});

export const readPool = definePermission({
  verb: 'planning.read-pool',
  title: 'read rounds of others that the organisation was invited to: its own schools and the pairs that concern it',
  about: 'organisation',
  class: 'triage',
  who: [SERVICE],
});

export const answerPool = definePermission({
  verb: 'planning.answer-pool',
  title: 'accept or decline an invitation to a round of another organisation, and end it',
  about: 'organisation',
  class: 'triage',
  who: [LEADS],
});

export const bringToPool = definePermission({
  verb: 'planning.bring-to-pool',
  title: 'bring the organisation’s needs and leaders into a round of another',
  about: 'organisation',
  class: 'triage',
  who: [WRITERS],
});

/** A declaration is the head's own: neither the board nor anybody else of the school reads it. */
export const declareInterest = definePermission({
  verb: 'planning.declare-interest',
  title: 'read what the head of a school is asked about interests, and answer',
  about: 'school',
  class: 'shareable',
  who: [{ kinds: ['school'], roles: ['headteacher'] }],
});

/** Leave for one of the deeds of the second half of a round, by the service that runs it. */
export type ApprovalScope = Scope<
  | typeof readApproval.verb
  | typeof exportApproved.verb
  | typeof putForward.verb
  | typeof handleInterests.verb
  | typeof approvePairs.verb
  | typeof changeApproved.verb
  | typeof sharePlan.verb
  | typeof readPartners.verb
  | typeof invitePartner.verb
>;

/** Leave for one of the deeds of a partner in a round of another. */
export type PoolScope = Scope<
  typeof readPool.verb | typeof answerPool.verb | typeof bringToPool.verb | typeof readShared.verb
>;
