import { definePermission } from '../access/permission.ts';

/** Those who know the schools of an area or a trust. */
const SERVICE = { kinds: ['local authority', 'trust'], roles: ['service lead', 'broker', 'adviser'] } as const;

/** Those whom the school is theirs to lead. */
const SCHOOL = { kinds: ['school', 'governing board'], roles: ['headteacher', 'governor or trustee'] } as const;

export const readTerms = definePermission({
  verb: 'terms.read',
  title: 'read the term dates that a service counts with, and who entered them',
  about: 'organisation',
  class: 'organisation',
  who: [{ kinds: ['local authority', 'trust', 'hub'], roles: ['service lead', 'broker', 'adviser', 'administrator'] }],
});

export const changeTerms = definePermission({
  verb: 'terms.change',
  title: 'enter the term dates of a service',
  about: 'organisation',
  class: 'organisation',
  who: [{ kinds: ['local authority', 'trust', 'hub'], roles: ['service lead', 'broker', 'administrator'] }],
});

export const readHeadshipCorrections = definePermission({
  verb: 'headship.read-corrections',
  title: 'read what people said of changes of head at a school',
  about: 'school',
  class: 'triage',
  who: [SERVICE, SCHOOL],
});

/** For lists of schools of which only some are the reader's: the row policies leave out the rest. */
export const readCorrectionsInLists = definePermission({
  verb: 'headship.read-corrections-in-lists',
  title: 'read in lists what one’s own organisation said of changes of head',
  about: 'site',
  class: 'triage',
  who: [SERVICE, SCHOOL],
});

export const correctHeadship = definePermission({
  verb: 'headship.correct',
  title: 'correct what names say of a change of head',
  about: 'school',
  class: 'triage',
  who: [SERVICE, SCHOOL],
});
