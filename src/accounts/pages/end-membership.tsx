import { Button } from '../../govuk/button.tsx';
import { Textarea } from '../../govuk/textarea.tsx';
import { Form } from '../../web/form.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import type { Member } from '../rules/people-list.ts';

interface EndMembershipPageProps {
  organisation: { id: string; name: string };
  member: Pick<Member, 'membershipId' | 'name' | 'role'>;
  typed?: string;
  problem?: string;
}

/** For administrators: what ending a role means, and the button that ends it. */
export function EndMembershipPage({ organisation, member, typed, problem }: EndMembershipPageProps) {
  return (
    <Page
      title={`End the role of ${member.name}`}
      caption={organisation.name}
      backLink={{ href: paths.people(organisation.id), text: 'People' }}
      errors={problem === undefined ? [] : [{ text: problem, href: '#reason' }]}
    >
      <p class="govuk-body">
        {member.name} will no longer act as {member.role} for {organisation.name}. Their sessions in this role end at
        once, and they are told by email. What they wrote stays, and their other roles stay. To give the role again,
        invite them.
      </p>
      <Form action={paths.endMembership(organisation.id, member.membershipId)}>
        <Textarea
          name="reason"
          label={{ text: 'Why does the role end?' }}
          hint={{
            text: 'For the record, for example “left on 31 August”. They can read it among what is held about them',
          }}
          rows={3}
          value={typed}
          errorMessage={problem === undefined ? undefined : { text: problem }}
        />
        <Button class="govuk-button--warning" preventDoubleClick>
          End this role
        </Button>
      </Form>
    </Page>
  );
}
