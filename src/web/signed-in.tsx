import type { Person } from '../access/roles.ts';
import { Form } from './form.tsx';
import { paths } from './paths.ts';

interface SignedInProps {
  person: Person | null;
  /** The page one is on, to come back to after signing in. */
  path: string;
}

/** In the header: who is signed in and acting as what, with the way out; for a visitor, the way in. */
export function SignedIn({ person, path }: SignedInProps) {
  if (person === null) {
    return (
      <div class="app-signed-in">
        <a class="app-signed-in__link" href={paths.signIn(isOnTheWayIn(path) ? undefined : path)}>
          Sign in
        </a>
      </div>
    );
  }
  return (
    <div class="app-signed-in app-signed-in--person">
      <p class="app-signed-in__person">
        <a class="app-signed-in__link" href={paths.account()}>
          {person.name}
        </a>
        <span class="app-signed-in__role">{actingWords(person)}</span>
      </p>
      <Form action={paths.signOut()}>
        <button type="submit" class="app-signed-in__link app-signed-in__out">
          Sign out
        </button>
      </Form>
    </div>
  );
}

/** Pages that nobody wants to come back to once signed in; after the home page one is led there anyway. */
function isOnTheWayIn(path: string): boolean {
  return path === paths.home() || /^\/(sign-in|sign-out|password|invitation)\b/.test(path);
}

function actingWords({ acting }: Person): string {
  return acting === null ? 'no role' : `${acting.role}, ${acting.organisation.name}`;
}
