import { definePermission } from '../access/permission.ts';
import { type Scope, scopeForLink, scopeForPurpose } from '../access/scope.ts';

const SERVICES = ['local authority', 'trust', 'hub'] as const;
const JUDGES = { kinds: SERVICES, roles: ['service lead', 'broker', 'adviser'] } as const;
const RUNNERS = { kinds: SERVICES, roles: ['service lead', 'broker'] } as const;
const LEADS = { kinds: SERVICES, roles: ['service lead'] } as const;
const OFFICERS = [
  { kinds: ['governing board'], roles: ['governor or trustee'] },
  { kinds: ['trust'], roles: ['service lead'] },
] as const;

export const readDesignation = definePermission({
  verb: 'designation.read',
  title: 'read designation rounds of a service, the applications that one has no interest in, and reviews',
  about: 'organisation',
  class: 'organisation',
  who: [JUDGES],
});

export const openDesignation = definePermission({
  verb: 'designation.open',
  title: 'open a designation round',
  about: 'organisation',
  class: 'organisation',
  who: [LEADS],
});

export const runDesignation = definePermission({
  verb: 'designation.run',
  title: 'name a panel, check eligibility, ask for references, decide as chair, hear an appeal, and decide on reviews',
  about: 'organisation',
  class: 'organisation',
  who: [RUNNERS],
});

export const sitOnPanel = definePermission({
  verb: 'designation.sit',
  title: 'declare an interest in an applicant, or that one has none, and score on a panel',
  about: 'organisation',
  class: 'organisation',
  who: [JUDGES],
});

export const applyForDesignation = definePermission({
  verb: 'designation.apply',
  title: 'apply for designation from a school, follow the application, and answer a review of one’s designation',
  about: 'school',
  class: 'own account',
  who: [{ kinds: ['school'], roles: ['headteacher', 'system leader'] }],
});

export const answerForDesignation = definePermission({
  verb: 'designation.account',
  title: 'read how applications and reviews of leaders of a school ended, and appeal as its accountable officer',
  about: 'school',
  class: 'organisation',
  who: OFFICERS,
});

/** Leave for one of the deeds of a service that designates. */
export type DesignationScope = Scope<
  typeof readDesignation.verb | typeof openDesignation.verb | typeof runDesignation.verb | typeof sitOnPanel.verb
>;

/** A referee who presents a private link. */
export const refereeTask = (token: string, ip: string | null) => scopeForLink(token, 'designation.refer', ip);

/** Reminding referees, and raising reviews from dates and published data. */
export const designationTask = (verb: 'designation.remind' | 'designation.raise-reviews') =>
  scopeForPurpose('reminder', verb);
