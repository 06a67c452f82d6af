import { definePermission, type Permission, type Subject } from '../access/permission.ts';
import { ORGANISATION_KINDS, type Person } from '../access/roles.ts';
import { mintScope, type Scope, scopeForPurpose } from '../access/scope.ts';

const ADMINISTRATORS = [{ kinds: ORGANISATION_KINDS, roles: ['administrator'] }] as const;

/** Sign in, by whichever way; reset a password; take up an invitation. What holds a link or a password shows who it is. */
export const signIn = definePermission({
  verb: 'sign-in',
  title: 'sign in',
  about: 'site',
  class: 'published',
  who: 'everyone',
});

export const complain = definePermission({
  verb: 'complaint.make',
  title: 'make a complaint',
  about: 'site',
  class: 'published',
  who: 'everyone',
});

export const readOwnAccount = definePermission({
  verb: 'account.read',
  title: 'read your account',
  about: 'site',
  class: 'own account',
  who: 'signed-in',
});

export const changeOwnAccount = definePermission({
  verb: 'account.change',
  title: 'change your account',
  about: 'site',
  class: 'own account',
  who: 'signed-in',
});

export const exportOwnData = definePermission({
  verb: 'own-data.export',
  title: 'take what is held about you',
  about: 'site',
  class: 'own account',
  who: 'signed-in',
});

export const askAboutOwnData = definePermission({
  verb: 'own-data.request',
  title: 'ask for your data to be corrected, erased or restricted',
  about: 'site',
  class: 'own account',
  who: 'signed-in',
});

export const readPeople = definePermission({
  verb: 'people.read',
  title: 'read who has which role',
  about: 'organisation',
  class: 'organisation',
  who: ADMINISTRATORS,
});

export const changePeople = definePermission({
  verb: 'people.change',
  title: 'invite people, and change or end their roles',
  about: 'organisation',
  class: 'organisation',
  who: ADMINISTRATORS,
});

export const readAudit = definePermission({
  verb: 'audit.read',
  title: 'read the audit trail',
  about: 'organisation',
  class: 'audit',
  who: ADMINISTRATORS,
});

export const exportAudit = definePermission({
  verb: 'audit.export',
  title: 'take the audit trail as a file',
  about: 'organisation',
  class: 'audit',
  who: ADMINISTRATORS,
});

export const readMail = definePermission({
  verb: 'mail.read',
  title: 'read which mail was sent',
  about: 'organisation',
  class: 'organisation',
  who: ADMINISTRATORS,
});

export const readDataRequests = definePermission({
  verb: 'data-request.read',
  title: 'read requests about personal data, holds and the destruction log',
  about: 'organisation',
  class: 'organisation',
  who: ADMINISTRATORS,
});

export const decideDataRequest = definePermission({
  verb: 'data-request.decide',
  title: 'decide requests about personal data and place holds',
  about: 'organisation',
  class: 'organisation',
  who: ADMINISTRATORS,
});

export const readComplaints = definePermission({
  verb: 'complaint.read',
  title: 'read complaints',
  about: 'organisation',
  class: 'organisation',
  who: ADMINISTRATORS,
});

export const answerComplaint = definePermission({
  verb: 'complaint.answer',
  title: 'acknowledge and answer complaints',
  about: 'organisation',
  class: 'organisation',
  who: ADMINISTRATORS,
});

/** In demonstration mode alone; the route is not mounted otherwise. */
export const readOutbox = definePermission({
  verb: 'outbox.read',
  title: 'read demonstration mail',
  about: 'site',
  class: 'published',
  who: 'everyone',
});

/** My work: what waits in every room, each as far as the role may read it. */
export const readWork = definePermission({
  verb: 'work.read',
  title: 'read what waits for you',
  about: 'site',
  class: 'own account',
  who: 'signed-in',
});

export const changeOwnCalendar = definePermission({
  verb: 'calendar.change',
  title: 'make, renew and end your calendar feed, and choose mail about your work',
  about: 'site',
  class: 'own account',
  who: 'signed-in',
});

/** Writing to people about their work, and ending that by the link in a letter: in nobody's name. */
export const workTask = <const V extends `work.${string}`>(verb: V, ip: string | null = null) =>
  scopeForPurpose('work', verb, { ip });

/** What waits for somebody, read to be written to them or put into their calendar: in their name, in one of their roles, and not as if they had read it. */
export const onBehalfOf = (person: Person) =>
  mintScope({ verb: 'work.read-for', subject: { kind: 'site' }, person, purpose: 'on behalf', ip: null, link: null });

/** Tasks of the house, in nobody's name. Each reaches only the tables whose row policies name its purpose. */
export const signInTask = <const V extends `sign-in.${string}`>(verb: V, ip: string | null) =>
  scopeForPurpose('sign-in', verb, { ip });
export const complaintTask = (ip: string | null) => scopeForPurpose('complaint', 'complaint.make', { ip });
export const demonstrationTask = scopeForPurpose('demonstration', 'demonstration.prepare');
export const outboxTask = scopeForPurpose('demonstration', 'demonstration.outbox');
export const retentionTask = scopeForPurpose('retention', 'retention.apply');
/** A person at the machine itself, by bin/alongside. */
export const operatorTask = <const V extends `operator.${string}`>(verb: V) => scopeForPurpose('operator', verb);

/** Leave to say in the trail, in the person's own name, that they were refused; it opens nothing else, since no query takes it. */
export function refusalScope({ verb }: Permission, person: Person, subject: Subject): Scope {
  return mintScope({ verb, subject, person, purpose: null, link: null, ip: person.ip });
}
