import { definePermission } from '../access/permission.ts';
import { type Scope, scopeForPurpose } from '../access/scope.ts';

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

export const exportAreaNeed = definePermission({
  verb: 'need.export-area',
  title: 'take the need of the schools of an area as a file',
  about: 'area',
  class: 'triage',
  who: [{ kinds: ['local authority'], roles: SERVICE.roles }],
});

export const readTrustNeed = definePermission({
  verb: 'need.read-trust',
  title: 'read which needs recur in the schools of a trust',
  about: 'trust',
  class: 'triage',
  who: [{ kinds: ['trust'], roles: SERVICE.roles }],
});

export const exportTrustNeed = definePermission({
  verb: 'need.export-trust',
  title: 'take which needs recur in the schools of a trust as a file',
  about: 'trust',
  class: 'triage',
  who: [{ kinds: ['trust'], roles: SERVICE.roles }],
});

/** A small area's counts can give a school's letter away, so they are for those who judge need, wherever they do. */
export const readEnglandNeed = definePermission({
  verb: 'need.read-england',
  title: 'read how many schools of each area are in each category',
  about: 'site',
  class: 'triage',
  who: [SERVICE],
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

export const readRounds = definePermission({
  verb: 'need.read-rounds',
  title: 'read the rounds of moderation of a service: proposals, agenda, letters, days',
  about: 'organisation',
  class: 'triage',
  who: [SERVICE],
});

export const exportAgenda = definePermission({
  verb: 'need.export-agenda',
  title: 'take the agenda of a round as a file',
  about: 'organisation',
  class: 'triage',
  who: [SERVICE],
});

export const runRound = definePermission({
  verb: 'need.run-round',
  title: 'open a round of moderation, move it on, and send its letters',
  about: 'organisation',
  class: 'triage',
  who: [{ kinds: SERVICE.kinds, roles: ['service lead'] }],
});

/** A pack is no secret of a school, but it is its service's own until it is published. */
export const readNeedPacks = definePermission({
  verb: 'need.read-packs',
  title: 'read the need packs of the organisation',
  about: 'organisation',
  class: 'organisation',
  who: [SERVICE],
});

export const exportNeedPack = definePermission({
  verb: 'need.export-pack',
  title: 'take a need pack of the organisation as a file',
  about: 'organisation',
  class: 'organisation',
  who: [SERVICE],
});

export const editNeedPack = definePermission({
  verb: 'need.edit-pack',
  title: 'copy, change, publish and withdraw need packs of the organisation',
  about: 'organisation',
  class: 'organisation',
  who: [{ kinds: SERVICE.kinds, roles: ['service lead'] }],
});

/** It names schools with the categories that they would move to. */
export const readPackPreview = definePermission({
  verb: 'need.read-pack-preview',
  title: 'read which schools a need pack would move',
  about: 'organisation',
  class: 'triage',
  who: [{ kinds: SERVICE.kinds, roles: ['service lead'] }],
});

export const notePanel = definePermission({
  verb: 'need.note-panel',
  title: 'write down who sits on a panel, what it noted, and an interest in a school',
  about: 'organisation',
  class: 'triage',
  who: [{ kinds: SERVICE.kinds, roles: ['service lead', 'broker'] }],
});

export const decideInRound = definePermission({
  verb: 'need.decide-in-round',
  title: 'decide on categories of schools in a round',
  about: 'organisation',
  class: 'triage',
  who: [{ kinds: SERVICE.kinds, roles: ['service lead', 'broker'] }],
});

export const readLetter = definePermission({
  verb: 'need.read-letter',
  title: 'read the letter that tells a school its category',
  about: 'school',
  class: 'triage',
  who: [SERVICE, SCHOOL],
});

export const noteLetterPosted = definePermission({
  verb: 'need.note-posted',
  title: 'write down that a letter to a school was posted',
  about: 'school',
  class: 'triage',
  who: [{ kinds: SERVICE.kinds, roles: ['service lead', 'broker'] }],
});

export const answerNeed = definePermission({
  verb: 'need.answer',
  title: 'answer for a school on its category, with its self-evaluation',
  about: 'school',
  class: 'triage',
  who: [SCHOOL],
});

export const recordAgreement = definePermission({
  verb: 'need.record-agreement',
  title: 'write down that an academy takes part in the rounds of a local authority',
  about: 'school',
  class: 'triage',
  who: [{ kinds: ['local authority'], roles: ['service lead', 'broker'] }],
});

export const withdrawAgreement = definePermission({
  verb: 'need.withdraw-agreement',
  title: 'withdraw the agreement of an academy to take part',
  about: 'school',
  class: 'triage',
  who: [{ kinds: ['local authority'], roles: ['service lead', 'broker'] }, SCHOOL],
});

/** Leave for one of the deeds that show the rounds of a service. */
export type RoundScope = Scope<
  | typeof readRounds.verb
  | typeof exportAgenda.verb
  | typeof runRound.verb
  | typeof notePanel.verb
  | typeof decideInRound.verb
>;

/** Leave for one of the deeds that show a letter. */
export type LetterScope = Scope<typeof readLetter.verb | typeof noteLetterPosted.verb | typeof answerNeed.verb>;

/** Leave for one of the deeds that show whether an academy takes part. */
export type AgreementScope = Scope<
  | typeof readSchoolNeed.verb
  | typeof moderateNeed.verb
  | typeof commentOnNeed.verb
  | typeof recordAgreement.verb
  | typeof withdrawAgreement.verb
>;

export const enterNeed = definePermission({
  verb: 'need.enter',
  title: 'enter what is known of a school that no file tells, or withdraw it',
  about: 'school',
  class: 'triage',
  who: [SERVICE],
});

/** A person at the machine itself, by bin/alongside or npm start. */
export const areaNeedForOperator = (laCode: number) =>
  scopeForPurpose('operator', 'need.read-area', { subject: { kind: 'area', laCode } });
export const schoolNeedForOperator = scopeForPurpose('operator', 'need.read-school');
export const readSchoolNeedForReplay = scopeForPurpose('operator', 'need.read-decisions');

/** Leave for one of the deeds that show the category of a school. The plan is made from need, and has verbs of its own. */
export type NeedScope = Scope<
  | typeof readSchoolNeed.verb
  | typeof readAreaNeed.verb
  | typeof exportAreaNeed.verb
  | typeof moderateNeed.verb
  | typeof commentOnNeed.verb
  | typeof answerNeed.verb
  | typeof enterNeed.verb
  | 'plan.read'
  | 'plan.export'
  | 'plan.read-why'
>;
