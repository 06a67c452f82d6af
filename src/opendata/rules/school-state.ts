import type { ListLayout } from './adapter.ts';
import { LAYOUTS } from './layouts.ts';
import { STATE_FACTS, type StateFact } from './state-facts.ts';

/**
 * The facts that a layout tells, so that a blank in them is the register's own. Those of UNTOLD_FACTS that it leaves as
 * they are it does not tell. Of a layout that is read no more, none can be said to be untold, so all are told.
 */
export function factsTold(layout: string): ReadonlySet<StateFact> {
  const fields = listOf(layout, 'school')?.fields;
  return new Set(STATE_FACTS.filter((fact) => fields === undefined || isTold(fields[fact])));
}

/** Whether a list of members is whole, so that a school not in it is in no group; else it speaks only of those it names. */
export function isWholeMembersList(layout: string): boolean {
  const list = listOf(layout, 'group_member');
  return list !== undefined && list.speaksOnlyOf === undefined;
}

function isTold(field: ListLayout['fields'][string] | undefined): boolean {
  if (field === undefined) return false;
  // A constant that says something (open, in a list of open schools) is told; one that says nothing is not.
  return field.from.length > 0 || field.read() !== null;
}

function listOf(layout: string, table: ListLayout['table']): ListLayout | undefined {
  return LAYOUTS.find((known) => known.layout === layout)?.lists?.find((list) => list.table === table);
}
