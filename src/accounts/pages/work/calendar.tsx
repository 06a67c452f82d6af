import { Button } from '../../../govuk/button.tsx';
import { InsetText } from '../../../govuk/inset-text.tsx';
import { londonDay, londonMoment } from '../../../opendata/rules/london-time.ts';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { DoneBanner } from '../done-banner.tsx';

interface CalendarPageProps {
  /** The feed as it is, its moments ISO; null: there is none. */
  feed: { madeAt: string; readAt: string | null } | null;
  /** The whole address of a feed that was made just now. It is shown this once. */
  address?: string;
  done?: string;
}

const DONE = { ended: 'Your calendar feed has ended. Calendars that ask for it find nothing.' };

/** One's private calendar feed: made, given a new address, ended. */
export function CalendarPage({ feed, address, done }: CalendarPageProps) {
  return (
    <Page
      title="Your calendar feed"
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Your account', href: paths.account() },
      ]}
    >
      <DoneBanner done={done} sentences={DONE} />
      <p class="app-lede">
        What is due, and visits and meetings, in the calendar on your telephone or computer, kept up to date by itself.
      </p>
      {address !== undefined && (
        <InsetText>
          <p class="govuk-body">
            The address of your feed. Copy it now: it is shown this once.
            <br />
            <code class="app-code">{address}</code>
          </p>
          <p class="govuk-body">
            In your calendar, choose to subscribe to a calendar by its address (Outlook: “Add calendar”, “Subscribe from
            web”; Apple: “Add subscription calendar”; Google: “From URL”).
          </p>
        </InsetText>
      )}
      <p class="govuk-body">
        Whoever has the address reads the feed, so keep it to yourself. It names what to do and when, and neither
        schools that get help nor anything that is confidential. It is about all roles that you hold.
      </p>
      {feed === null ? (
        <Form action={paths.accountCalendar()}>
          <Button preventDoubleClick>Make a calendar feed</Button>
        </Form>
      ) : (
        <>
          <p class="govuk-body">
            You have a feed since {londonDay(new Date(feed.madeAt))}.{' '}
            {feed.readAt === null
              ? 'No calendar has asked for it yet.'
              : `A calendar last asked for it on ${londonMoment(new Date(feed.readAt))}.`}
          </p>
          <div class="govuk-button-group">
            <Form action={paths.accountCalendar()}>
              <Button class="govuk-button--secondary" preventDoubleClick>
                Make a new address and end this one
              </Button>
            </Form>
            <Form action={paths.endAccountCalendar()}>
              <Button class="govuk-button--warning" preventDoubleClick>
                End the feed
              </Button>
            </Form>
          </div>
        </>
      )}
    </Page>
  );
}
