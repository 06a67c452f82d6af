import { Button } from '../../govuk/button.tsx';
import { Table } from '../../govuk/table.tsx';
import { Tag } from '../../govuk/tag.tsx';
import { londonDay } from '../../opendata/rules/london-time.ts';
import { Form } from '../../web/form.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { GRANTED_BY, type Member, type WaitingInvitation } from '../rules/people-list.ts';
import { DoneBanner } from './done-banner.tsx';
import { PersonCell } from './person-cell.tsx';

const DONE = {
  invited: 'The invitation is on its way',
  'role-given': 'The role is given. It can be used from now on',
  withdrawn: 'The invitation is withdrawn. Its link opens nothing now',
  resent: 'The invitation is on its way again, with a new link. The old link opens nothing now',
  ended: 'The role has ended, and the sessions in it with it',
} as const;
export type PeopleDone = keyof typeof DONE;

interface PeoplePageProps {
  organisation: { id: string; name: string };
  members: readonly Member[];
  invitations: readonly WaitingInvitation[];
  now: Date;
  done?: string;
}

/** For administrators: who has which role in their organisation, and who is invited. */
export function PeoplePage({ organisation, members, invitations, now, done }: PeoplePageProps) {
  return (
    <Page title="People" caption={organisation.name} wide>
      <DoneBanner done={done} sentences={DONE} />
      <p class="govuk-body app-no-print">
        <Button href={paths.invite(organisation.id)}>Invite somebody</Button>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.accessReview(organisation.id)}>
          Review who has access
        </a>
      </p>
      <h2 class="govuk-heading-l">People with a role</h2>
      <ScrollRegion label="People with a role">
        <Table
          caption="People with a role"
          captionClass="govuk-visually-hidden"
          class="app-table"
          head={[
            { text: 'Name' },
            { text: 'Role' },
            { text: 'Since' },
            { text: 'Given by' },
            { text: 'Last confirmed' },
            { text: 'Last used' },
            { text: <span class="govuk-visually-hidden">What you can do</span>, class: 'app-no-print' },
          ]}
          firstCellIsHeader
          rows={members.map((member) => [
            { text: <PersonCell name={member.name} email={member.email} /> },
            { text: member.role },
            { text: londonDay(member.since), class: 'app-nowrap' },
            { text: GRANTED_BY[member.grantedBy] },
            { text: londonDay(member.reviewedAt), class: 'app-nowrap' },
            { text: member.lastUsed === null ? 'Not on record' : londonDay(member.lastUsed), class: 'app-nowrap' },
            { text: <MemberLinks organisation={organisation.id} member={member} />, class: 'app-no-print' },
          ])}
        />
      </ScrollRegion>
      <h2 class="govuk-heading-l">Invitations not taken up</h2>
      {invitations.length === 0 ? (
        <p class="govuk-body">No invitation is waiting.</p>
      ) : (
        <ScrollRegion label="Invitations not taken up">
          <Table
            caption="Invitations not taken up"
            captionClass="govuk-visually-hidden"
            class="app-table"
            head={[
              { text: 'Name' },
              { text: 'Role' },
              { text: 'Invited by' },
              { text: 'Link works until' },
              { text: <span class="govuk-visually-hidden">What you can do</span>, class: 'app-no-print' },
            ]}
            firstCellIsHeader
            rows={invitations.map((invitation) => [
              { text: <PersonCell name={invitation.name} email={invitation.email} /> },
              { text: invitation.role },
              { text: invitation.invitedBy ?? GRANTED_BY.operator },
              { text: <Until expiresAt={invitation.expiresAt} now={now} /> },
              {
                text: <InvitationButtons organisation={organisation.id} invitation={invitation} />,
                class: 'app-no-print',
              },
            ])}
          />
        </ScrollRegion>
      )}
    </Page>
  );
}

function Until({ expiresAt, now }: { expiresAt: Date; now: Date }) {
  const day = londonDay(expiresAt);
  return expiresAt > now ? (
    <>{day}</>
  ) : (
    <>
      <Tag class="govuk-tag--grey">Expired</Tag> {day}
    </>
  );
}

function MemberLinks({ organisation, member }: { organisation: string; member: Member }) {
  const whose = <span class="govuk-visually-hidden"> ({member.name})</span>;
  return (
    <>
      <a class="govuk-link" href={paths.invite(organisation, { membership: member.membershipId })}>
        Give another role{whose}
      </a>
      <br />
      <a class="govuk-link" href={paths.endMembership(organisation, member.membershipId)}>
        End this role{whose}
      </a>
    </>
  );
}

function InvitationButtons({ organisation, invitation }: { organisation: string; invitation: WaitingInvitation }) {
  const whose = <span class="govuk-visually-hidden"> the invitation to {invitation.email}</span>;
  return (
    <>
      <Form action={paths.resendInvitation(organisation, invitation.id)}>
        <Button class="govuk-button--secondary" preventDoubleClick>
          <>Send again{whose}</>
        </Button>
      </Form>
      <Form action={paths.withdrawInvitation(organisation, invitation.id)}>
        <Button class="govuk-button--warning" preventDoubleClick>
          <>Withdraw{whose}</>
        </Button>
      </Form>
    </>
  );
}
