import type { HeadFields, HeadsNamed } from './head-sighting.ts';
import { headsNamed } from './heads-named.ts';
import type { HeadshipPolicy } from './headship-policy.ts';
import type { ToldFields, ToldHeads } from './stretches.ts';

/**
 * Reads whom rows of extracts name. Extracts repeat each other, so the reader keeps what it has read: nine of ten rows of
 * all of England are read at once.
 */
export function namesReader(policy: HeadshipPolicy): (row: ToldFields) => ToldHeads {
  const read = new Map<string, HeadsNamed>();
  return (row) => {
    const key = keyOf(row.fields);
    let named = read.get(key);
    if (named === undefined) {
      named = headsNamed(row.fields, policy);
      read.set(key, named);
    }
    return { ...row, named };
  };
}

function keyOf({ title, firstName, lastName, jobTitle }: HeadFields): string {
  return [title, firstName, lastName, jobTitle].join('\n');
}
