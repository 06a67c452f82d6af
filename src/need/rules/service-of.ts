import type { Scope } from '../../access/scope.ts';

/** Id of the service (local authority or trust) that the reader acts for; null for a school, its board and an operator. */
export function serviceOf({ person }: Scope): string | null {
  const organisation = person?.acting?.organisation;
  return organisation?.kind === 'local authority' || organisation?.kind === 'trust' ? organisation.id : null;
}
