import type { Scope } from '../../../access/scope.ts';

/** Who writes in a register: a person of the service, or the leader themself, in the role they act in if any. */
export interface RegisterActor {
  person: string;
  role: string | null;
}

/** Somebody who keeps the register of their service. */
export interface RegisterKeeper extends RegisterActor {
  organisationId: string;
  role: string;
}

/** Who acts under a scope. Throws for one of no person: a fault of ours. */
export function actorIn({ person, verb }: Scope): RegisterActor {
  if (person === null) throw new Error(`${verb} is done by a person`);
  return { person: person.id, role: person.acting?.role ?? null };
}

/** Who keeps the register of the service that the scope is about. Throws for any other scope: a fault of ours. */
export function keeperIn(scope: Scope): RegisterKeeper {
  const { subject, person, verb } = scope;
  const acting = person?.acting ?? null;
  if (subject.kind !== 'organisation' || acting?.organisation.id !== subject.organisationId)
    throw new Error(`${verb} is done by a person of the service, for it`);
  return { ...actorIn(scope), role: acting.role, organisationId: subject.organisationId };
}
