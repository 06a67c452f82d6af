import type { Kysely } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { writeAs, type Written } from '../../access/scoped.ts';
import type { Database } from '../../db/schema.ts';
import { placementIdOf, readPlacementRow } from '../queries/placement.ts';
import type { PlacementEdit } from '../schema/placement-forms.ts';
import { type Change, changePlacement } from './change-placement.ts';

/** Changes what a placement says of itself, from the version that the form was made from; else tells what others changed since. */
export function editPlacement(
  db: Kysely<Database>,
  scope: Scope<'placement.change'>,
  { version, ...edit }: PlacementEdit,
): Promise<Change> {
  return writeAs(db, scope, async (transaction): Promise<Written<Change>> => {
    const placementId = placementIdOf(scope);
    const before = await readPlacementRow(transaction, placementId);
    const changed = before === null ? [] : fieldsChanged(before, edit);
    const result = await changePlacement(transaction, scope, {
      placementId,
      version,
      deed: 'edit',
      detail: { changed },
      set: {
        focus: edit.focus,
        hoped_outcome: edit.hopedOutcome,
        support_type: edit.supportType,
        risk: edit.risk,
        assigned_to: edit.assignedTo,
      },
    });
    return result.ok
      ? { result, detail: { changed, version: result.placement.version } }
      : { result, outcome: 'failed', detail: { reason: result.reason } };
  });
}

/** What of a placement an edit changes, in words, for the history. */
function fieldsChanged(
  before: {
    focus: string;
    hopedOutcome: string | null;
    supportType: string;
    risk: string | null;
    assignedTo: { id: string } | null;
  },
  edit: Omit<PlacementEdit, 'version'>,
): string[] {
  const differs: [string, boolean][] = [
    ['what it is about', before.focus !== edit.focus],
    ['what is hoped for', before.hopedOutcome !== edit.hopedOutcome],
    ['the kind of help', before.supportType !== edit.supportType],
    ['the risk', before.risk !== edit.risk],
    ['the broker', (before.assignedTo?.id ?? null) !== edit.assignedTo],
  ];
  return differs.filter(([, does]) => does).map(([what]) => what);
}
