import type { Context } from 'hono';
import type { Subject } from '../../../access/permission.ts';

/** The signed-in person, for `may`; of a visitor nobody, whom it then sends to sign in. */
export function oneselfOf(c: Context): Extract<Subject, { kind: 'person' }> {
  return { kind: 'person', personId: c.get('person')?.id ?? '' };
}
