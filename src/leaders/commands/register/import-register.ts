import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { keepRegister } from '../../policy.ts';
import { keeperIn } from '../../rules/register/actor.ts';
import type { LeaderOfFile, RowFault } from '../../schema/register/read-register.ts';
import { putInRegister } from './add-leader.ts';
import { writeDesignation } from './designate.ts';

export type RegisterImported =
  | { ok: true; added: number; designations: number; there: readonly { id: string; name: string }[] }
  | { ok: false; faults: RowFault[] };

/** Takes the work of a whole transaction back when a row of it cannot be written. */
class NotTaken extends Error {
  override name = 'NotTaken';
  readonly faults: RowFault[];
  constructor(faults: RowFault[]) {
    super('rows of the file cannot be taken');
    this.faults = faults;
  }
}

/**
 * Adds the leaders of a file with their designations: all of them, or none. Those who are in the register already stay as they are, so that
 * the same file sent again changes nothing.
 */
export async function importRegister(
  db: Kysely<Database>,
  scope: Scope<typeof keepRegister.verb>,
  leaders: readonly LeaderOfFile[],
): Promise<RegisterImported> {
  const keeper = keeperIn(scope);
  try {
    return await writeAs(db, scope, async (transaction): Promise<Written<RegisterImported>> => {
      const faults: RowFault[] = [];
      const there: { id: string; name: string }[] = [];
      let designations = 0;
      let added = 0;
      for (const { row, details, designations: given } of leaders) {
        const result = await putInRegister(transaction, keeper, details);
        if (result.ok) {
          added += 1;
          for (const designation of given) {
            const written = await writeDesignation(transaction, keeper, result.id, designation);
            if (written.ok && !written.unchanged) designations += 1;
          }
        } else if (result.reason === 'there already') there.push({ id: result.id, name: details.name });
        else faults.push({ row, column: 'Home URN', message: `No school has the URN ${details.homeUrn}` });
      }
      if (faults.length > 0) throw new NotTaken(faults);
      return {
        result: { ok: true, added, designations, there },
        detail: { step: 'import', added, designations, there: there.length },
      };
    });
  } catch (error) {
    if (!(error instanceof NotTaken)) throw error;
    const { faults } = error;
    return writeAs(db, scope, async () => ({
      result: { ok: false, faults },
      outcome: 'failed',
      detail: { step: 'import', faults: faults.length },
    }));
  }
}
