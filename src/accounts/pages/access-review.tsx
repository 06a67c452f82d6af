import { Button } from '../../govuk/button.tsx';
import { Table } from '../../govuk/table.tsx';
import { Tag } from '../../govuk/tag.tsx';
import { londonDay } from '../../opendata/rules/london-time.ts';
import { Form } from '../../web/form.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import type { ReviewedMember } from '../rules/access-review.ts';
import { DoneBanner } from './done-banner.tsx';
import { PersonCell } from './person-cell.tsx';

const DONE = { confirmed: 'Confirmed: the role is still right' } as const;
export type ReviewDone = keyof typeof DONE;

interface AccessReviewPageProps {
  organisation: { id: string; name: string };
  members: readonly ReviewedMember[];
  /** How often each role is looked at again. */
  months: number;
  /** For how many months the use of a role stays on record. */
  useMonths: number;
  now: Date;
  done?: string;
}

/** For administrators, once a year: is each role still right? */
export function AccessReviewPage({ organisation, members, months, useMonths, now, done }: AccessReviewPageProps) {
  const due = members.filter(({ isDue }) => isDue).length;
  return (
    <Page
      title="Access review"
      caption={organisation.name}
      wide
      backLink={{ href: paths.people(organisation.id), text: 'People' }}
    >
      <DoneBanner done={done} sentences={DONE} />
      <p class="app-lede">
        {due === 0 ? 'No role is due for review.' : `${due} of ${members.length} roles are due for review.`}
      </p>
      <p class="govuk-body">
        Each role is looked at again every {months} months. The use of a role stays on record for {useMonths} months. As
        at {londonDay(now)}.{' '}
        <a class="govuk-link app-no-print" href={paths.accessReviewCsv(organisation.id)}>
          Download the list as CSV
        </a>
      </p>
      <ScrollRegion label="Everyone with a role">
        <Table
          caption="Everyone with a role, those due first"
          captionClass="govuk-visually-hidden"
          class="app-table"
          head={[
            { text: 'Name' },
            { text: 'Role' },
            { text: 'Since' },
            { text: 'Last confirmed' },
            { text: 'Review due' },
            { text: 'Last used' },
            { text: <span class="govuk-visually-hidden">What you can do</span>, class: 'app-no-print' },
          ]}
          firstCellIsHeader
          rows={members.map((member) => [
            { text: <PersonCell name={member.name} email={member.email} /> },
            { text: member.role },
            { text: londonDay(member.since), class: 'app-nowrap' },
            { text: londonDay(member.reviewedAt), class: 'app-nowrap' },
            {
              text: (
                <>
                  {member.isDue && <Tag class="govuk-tag--yellow">Due</Tag>} {londonDay(member.due)}
                </>
              ),
            },
            {
              text:
                member.lastUsed === null ? (
                  <Tag class="govuk-tag--grey">Not on record</Tag>
                ) : (
                  londonDay(member.lastUsed)
                ),
            },
            { text: <Answers organisation={organisation.id} member={member} />, class: 'app-no-print' },
          ])}
        />
      </ScrollRegion>
    </Page>
  );
}

function Answers({ organisation, member }: { organisation: string; member: ReviewedMember }) {
  const whose = (
    <span class="govuk-visually-hidden">
      {' '}
      ({member.name}, {member.role})
    </span>
  );
  return (
    <>
      <Form action={paths.confirmMembership(organisation, member.membershipId)}>
        <Button class="govuk-button--secondary" preventDoubleClick>
          <>Still right{whose}</>
        </Button>
      </Form>
      <a class="govuk-link" href={paths.endMembership(organisation, member.membershipId)}>
        End this role{whose}
      </a>
    </>
  );
}
