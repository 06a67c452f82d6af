import { InvalidArgumentError } from 'commander';
import type { SchoolFilter } from '../similar/rules/school-filter.ts';
import { FILTER_KEYS, filterOf } from '../similar/schema/similar-choice.ts';

/** Adds one part to the filter, e.g. `within=25`. Throws InvalidArgumentError for a part that no filter has. */
export function filterPart(text: string, before: SchoolFilter): SchoolFilter {
  const [key = '', ...rest] = text.split('=');
  const part = filterOf({ [key]: rest.join('=') });
  if (Object.keys(part).length === 0)
    throw new InvalidArgumentError(`It must be one of ${FILTER_KEYS.join(', ')}, with = and a value it can have.`);
  return { ...before, ...part };
}

/** Adds one feature of an own set, e.g. `roll=2` or `roll=2,range`, as the page's address has it. */
export function ownFeature(text: string, before: Record<string, string>): Record<string, string> {
  const match = /^(\w+)=(\d)(,range)?$/.exec(text);
  if (match === null) throw new InvalidArgumentError('It must be a figure, = and a weight, for example roll=2.');
  const [, figure, weight = '', range] = match;
  return { ...before, [`w.${figure}`]: weight, ...(range !== undefined && { [`s.${figure}`]: 'range' }) };
}
