import type { Scope } from '../../../access/scope.ts';

/** Who acts under a scope, and in which role. Throws for a scope of no person: a fault of ours. */
export function actingIn({ person, verb }: Scope): { person: string; role: string } {
  if (!person?.acting) throw new Error(`${verb} is done by a person in a role`);
  return { person: person.id, role: person.acting.role };
}
