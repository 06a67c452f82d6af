import { definePermission } from '../access/permission.ts';
import type { Scope } from '../access/scope.ts';

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

/** Leave for one of the deeds of a leader about themself. */
export type OwnEntryScope = Scope<typeof readOwnEntry.verb | typeof sayOfOneself.verb>;
