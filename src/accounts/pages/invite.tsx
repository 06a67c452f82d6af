import type { Role } from '../../access/roles.ts';
import { Button } from '../../govuk/button.tsx';
import { Input } from '../../govuk/input.tsx';
import { Radios } from '../../govuk/radios.tsx';
import { Form } from '../../web/form.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';

interface InvitePageProps {
  organisation: { id: string; name: string };
  roles: readonly Role[];
  /** What was typed, or is known already. */
  typed?: { name?: string; email?: string; role?: string };
  problems?: { name?: string; email?: string; role?: string };
  days: number;
}

/** For administrators: invite somebody to a role, or give another role to somebody who has one. */
export function InvitePage({ organisation, roles, typed = {}, problems = {}, days }: InvitePageProps) {
  const errors = Object.entries(problems).flatMap(([field, text]) => (text ? [{ text, href: `#${field}` }] : []));
  return (
    <Page
      title="Invite somebody"
      caption={organisation.name}
      backLink={{ href: paths.people(organisation.id), text: 'People' }}
      errors={errors}
    >
      <p class="govuk-body">
        They get an email with a link that works once, for {days} days. Somebody who has a role in {organisation.name}{' '}
        already gets the new one at once.
      </p>
      <Form action={paths.invite(organisation.id)}>
        <Input
          name="name"
          label={{ text: 'Name' }}
          value={typed.name}
          autocomplete="off"
          spellcheck={false}
          class="govuk-input--width-30"
          errorMessage={problems.name === undefined ? undefined : { text: problems.name }}
        />
        <Input
          name="email"
          type="email"
          label={{ text: 'Email address' }}
          hint={{ text: 'Their own, at work: whoever reads this mailbox can take up the role' }}
          value={typed.email}
          autocomplete="off"
          spellcheck={false}
          class="govuk-input--width-30"
          errorMessage={problems.email === undefined ? undefined : { text: problems.email }}
        />
        <Radios
          name="role"
          fieldset={{ legend: { text: 'Role', class: 'govuk-fieldset__legend--m' } }}
          value={typed.role}
          items={roles.map((role) => ({ text: role, value: role }))}
          errorMessage={problems.role === undefined ? undefined : { text: problems.role }}
        />
        <Button preventDoubleClick>Invite</Button>
      </Form>
    </Page>
  );
}
