import type { Kysely } from 'kysely';
import { memberOf } from '../../access/on-school.ts';
import type { Scope } from '../../access/scope.ts';
import { writeAs } from '../../access/scoped.ts';
import type { Database } from '../../db/schema.ts';
import type { editNeedPack } from '../policy.ts';
import type { NeedPolicy } from '../rules/need-policy.ts';
import { contentOf } from '../rules/own-pack.ts';

/** What a new draft begins with. */
export interface PackSource {
  policy: NeedPolicy;
  switchedOff: readonly string[];
  /** The pack it is copied from, whose id may be the name of the file that it came in. */
  base: NeedPolicy;
}

/** Makes a draft of the organisation's own from a pack, with that pack kept beside it as it is now. Returns the draft's id. */
export async function copyPack(
  db: Kysely<Database>,
  scope: Scope<typeof editNeedPack.verb>,
  { policy, switchedOff, base }: PackSource,
): Promise<string> {
  const { organisation, person, role } = memberOf(scope);
  return writeAs(db, scope, async (transaction) => {
    const { id } = await transaction
      .insertInto('need_pack')
      .values({
        organisation_id: organisation.id,
        policy: JSON.stringify(contentOf(policy)),
        switched_off: [...switchedOff],
        copied_from: base.id,
        // Whole, so that each value stands at the same place as in the draft.
        base: JSON.stringify(base),
        made_by: person,
        made_in_role: role,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { result: id, detail: { deed: 'copy', pack: id, from: base.id } };
  });
}
