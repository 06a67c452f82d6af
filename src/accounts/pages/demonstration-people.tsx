import { Button } from '../../govuk/button.tsx';
import { Form } from '../../web/form.tsx';
import { paths } from '../../web/paths.ts';
import { type DemonstrationPerson, groupsOf } from '../rules/demonstration-groups.ts';

interface DemonstrationPeopleProps {
  people: readonly DemonstrationPerson[];
  /** The page to go back to after signing in. */
  to?: string;
}

/** For the sign-in page in demonstration mode: a button for each invented person. */
export function DemonstrationPeople({ people, to }: DemonstrationPeopleProps) {
  if (people.length === 0) return null;
  return (
    <section aria-labelledby="demonstration-people">
      <h2 class="govuk-heading-m" id="demonstration-people">
        Try the site as an invented person
      </h2>
      <p class="govuk-body">
        These people and organisations are invented. Choose one to see what somebody in that role sees. No password is
        needed. Their year of placements in Luton is invented too.
      </p>
      <Form action={paths.signInDemonstration()}>
        {to && <input type="hidden" name="to" value={to} />}
        {groupsOf(people).map(({ title, people: group }) => (
          <>
            <h3 class="govuk-heading-s">{title}</h3>
            <ul class="app-buttons">
              {group.map(({ key, name }) => (
                <li>
                  <Button name="person" value={key} class="govuk-button--secondary">
                    {name}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        ))}
      </Form>
    </section>
  );
}
