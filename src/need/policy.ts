import { definePermission } from '../access/permission.ts';
import { scopeForPurpose } from '../access/scope.ts';

/** Those who judge need: the service of the area, or of the trust. */
const SERVICE = { kinds: ['local authority', 'trust'], roles: ['service lead', 'broker', 'adviser'] } as const;

/** Those whom the school is theirs to lead. */
const SCHOOL = { kinds: ['school', 'governing board'], roles: ['headteacher', 'governor or trustee'] } as const;

export const readSchoolNeed = definePermission({
  verb: 'need.read-school',
  title: 'read the need of a school',
  about: 'school',
  class: 'triage',
  who: [SERVICE, SCHOOL],
});

export const readAreaNeed = definePermission({
  verb: 'need.read-area',
  title: 'read the need of the schools of an area',
  about: 'area',
  class: 'triage',
  who: [{ kinds: ['local authority'], roles: SERVICE.roles }],
});

export const moderateNeed = definePermission({
  verb: 'need.moderate',
  title: 'confirm or change the category of a school',
  about: 'school',
  class: 'triage',
  who: [{ kinds: SERVICE.kinds, roles: ['service lead', 'broker'] }],
});

export const commentOnNeed = definePermission({
  verb: 'need.comment',
  title: 'comment on the need of a school',
  about: 'school',
  class: 'triage',
  who: [SERVICE, SCHOOL],
});

/** A person at the machine itself, by bin/alongside or npm start. */
export const needForOperator = (subject: { kind: 'site' } | { kind: 'area'; laCode: number }) =>
  scopeForPurpose('operator', 'need.read-area', { subject });
export const schoolNeedForOperator = scopeForPurpose('operator', 'need.read-school');
