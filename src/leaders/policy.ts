import { definePermission } from '../access/permission.ts';
import { type Scope, scopeForLink, scopeForPurpose } from '../access/scope.ts';

const KINDS = ['local authority', 'trust', 'hub'] as const;
const READERS = { kinds: KINDS, roles: ['service lead', 'broker', 'adviser', 'finance officer'] } as const;
const KEEPERS = { kinds: KINDS, roles: ['service lead', 'broker'] } as const;

export const readRegister = definePermission({
  verb: 'register.read',
  title: 'read the leaders’ register of a service: designations, days, interests',
  about: 'organisation',
  class: 'organisation',
  who: [READERS],
});

export const exportRegister = definePermission({
  verb: 'register.export',
  title: 'take the leaders’ register as a file',
  about: 'organisation',
  class: 'organisation',
  who: [READERS],
});

export const keepRegister = definePermission({
  verb: 'register.keep',
  title: 'add, change, pause and end leaders of the register, and what is known of them',
  about: 'organisation',
  class: 'organisation',
  who: [KEEPERS],
});

export const readOwnEntry = definePermission({
  verb: 'register.read-own',
  title: 'read what registers of leaders hold about oneself',
  about: 'person',
  class: 'own account',
  who: 'signed-in',
});

export const sayOfOneself = definePermission({
  verb: 'register.say-own',
  title: 'confirm one’s own days, say one’s own interests, and be in the directory or not',
  about: 'person',
  class: 'own account',
  who: 'signed-in',
});

/** Leave for one of the deeds that show a register to those who keep it. */
export type RegisterScope = Scope<typeof readRegister.verb | typeof exportRegister.verb | typeof keepRegister.verb>;

/** Leave for one of the deeds that show an entry, to whoever keeps it or to the leader. */
export type EntryScope = Scope<
  | typeof readRegister.verb
  | typeof exportRegister.verb
  | typeof keepRegister.verb
  | typeof readOwnEntry.verb
  | typeof sayOfOneself.verb
>;

/** Leave for one of the deeds of a leader about themself. */
export type OwnEntryScope = Scope<typeof readOwnEntry.verb | typeof sayOfOneself.verb>;

const JUDGES = { kinds: KINDS, roles: ['service lead', 'broker', 'adviser'] } as const;
const LEADS = { kinds: KINDS, roles: ['service lead'] } as const;
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
  who: [KEEPERS],
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
export const designationTask = <const V extends `designation.${string}`>(verb: V) => scopeForPurpose('reminder', verb);
