import type { HeadFields, HeadRole } from './head-sighting.ts';

const ROLES: readonly (readonly [HeadRole, RegExp])[] = [
  ['acting', /\bacting\b/i],
  ['interim', /\b(interim|temporary)\b/i],
  ['executive', /\bexec(utive)?\b|\bceo\b/i],
  ['co-head', /\bco\W{0,3}(head|principal)|\bjoint\b|\bjob ?share\b/i],
  ['head of school', /\bhead of (\w+ )?school\b/i],
];

/** What kind of headship a text speaks of. */
export function rolesIn(text: string): HeadRole[] {
  return ROLES.filter(([, words]) => words.test(text)).map(([role]) => role);
}

/**
 * What kind of headship the fields speak of. Job titles are often left as they were when the head changes, so a role that
 * stands only there may be of the head before.
 */
export function rolesOf({ title, firstName, lastName, jobTitle }: HeadFields, people: number): HeadRole[] {
  const told = [title, firstName, lastName, jobTitle].map((field) => field ?? '').join(' | ');
  const roles = rolesIn(told);
  return people > 1 && !roles.includes('co-head') ? [...roles, 'co-head'] : roles;
}
