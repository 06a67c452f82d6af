import type { Kysely } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { readAs } from '../../access/scoped.ts';
import type { Database } from '../../db/schema.ts';
import type { MinimumStandards } from '../rules/minimum-standards.ts';
import type { NeedPolicy } from '../rules/need-policy.ts';

/** A pack as its text was when it was used. */
export interface PackText {
  sha256: string;
  policy: NeedPolicy;
  standards: MinimumStandards;
  /** ISO moment. */
  firstUsed: string;
}

/** A pack by the name of its text, as far as the scope may read it; null when it is not held or not theirs. */
export function packText(db: Kysely<Database>, scope: Scope, sha256: string): Promise<PackText | null> {
  return readAs(db, scope, async (transaction) => {
    const row = await transaction
      .selectFrom('need_pack_text')
      .selectAll()
      .where('sha256', '=', sha256)
      .limit(1)
      .executeTakeFirst();
    return row === undefined
      ? null
      : {
          sha256,
          policy: row.policy as NeedPolicy,
          standards: row.standards as MinimumStandards,
          firstUsed: row.first_used.toISOString(),
        };
  });
}
