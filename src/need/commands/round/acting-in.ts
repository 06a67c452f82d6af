import type { Role } from '../../../access/roles.ts';
import type { Scope } from '../../../access/scope.ts';

/** Who acts, and in which role. Throws for a scope of no person: a fault of ours. */
export function actingIn({ person, verb }: Scope): { person: string; name: string; role: Role } {
  if (!person?.acting) throw new Error(`${verb} is done by a person in a role`);
  return { person: person.id, name: person.name, role: person.acting.role };
}
