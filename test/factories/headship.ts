import { headshipPolicyAsAt } from '../../src/schools/queries/headships.ts';
import type { HeadsNamed } from '../../src/schools/rules/headship/head-sighting.ts';
import { headsNamed } from '../../src/schools/rules/headship/heads-named.ts';

export const headshipPolicy = headshipPolicyAsAt('2022-07-06');

/** Whom name fields name, written "title|first name|last name|job title". */
export function named(fields: string): HeadsNamed {
  const [title = '', firstName = '', lastName = '', jobTitle = ''] = fields.split('|');
  return headsNamed({ title, firstName, lastName, jobTitle }, headshipPolicy);
}
