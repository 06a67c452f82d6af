import { READERS_OF } from '../rules/placement.ts';
import { definePermission } from '../../access/permission.ts';
import { SERVICES, partsMay } from '../policy.ts';

/** Who of a service asks for orders and invoices, and who approves them: never the same person for one of them. */
const ASKING_ROLES = ['service lead', 'broker', 'finance officer'] as const;

const APPROVING_ROLES = ['service lead', 'finance officer'] as const;

export const readMoney = definePermission({
  verb: 'placement.read-money',
  title: 'read the days and the money of a placement, as far as they concern one',
  about: 'placement',
  class: 'shareable',
  who: partsMay(READERS_OF.money),
});

export const adjustDays = definePermission({
  verb: 'placement.adjust-days',
  title: 'put the days delivered in a placement right',
  about: 'placement',
  class: 'shareable',
  who: partsMay(['service'], ASKING_ROLES),
});

export const requestMoney = definePermission({
  verb: 'placement.request-money',
  title: 'ask for an order, an invoice or a credit note of a placement, and say how it is billed and charged',
  about: 'placement',
  class: 'shareable',
  who: partsMay(['service'], ASKING_ROLES),
});

export const approveMoney = definePermission({
  verb: 'placement.approve-money',
  title: 'approve or refuse an order, an invoice or a credit note that somebody else asked for',
  about: 'placement',
  class: 'shareable',
  who: partsMay(['service'], APPROVING_ROLES),
});

export const recordPayment = definePermission({
  verb: 'placement.record-payment',
  title: 'record what was paid of an invoice',
  about: 'placement',
  class: 'shareable',
  who: partsMay(['service'], APPROVING_ROLES),
});

const READS_MONEY = [{ kinds: SERVICES, roles: ['service lead', 'broker', 'adviser', 'finance officer'] }] as const;

const RUNS_MONEY = [{ kinds: SERVICES, roles: APPROVING_ROLES }] as const;

export const readServiceMoney = definePermission({
  verb: 'money.read',
  title: 'read the orders, invoices, rates and budgets of the service',
  about: 'organisation',
  class: 'organisation',
  who: READS_MONEY,
});

export const exportServiceMoney = definePermission({
  verb: 'money.export',
  title: 'take the orders, invoices and budgets of the service as a file',
  about: 'organisation',
  class: 'organisation',
  who: READS_MONEY,
});

export const changeBudgets = definePermission({
  verb: 'money.change-budgets',
  title: 'open a budget of the service, and move money into, out of and between budgets',
  about: 'organisation',
  class: 'organisation',
  who: RUNS_MONEY,
});

export const setRates = definePermission({
  verb: 'money.set-rates',
  title: 'set a day rate of the service',
  about: 'organisation',
  class: 'organisation',
  who: RUNS_MONEY,
});
