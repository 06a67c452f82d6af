import { Button } from '../../govuk/button.tsx';
import { Table } from '../../govuk/table.tsx';
import { Tag } from '../../govuk/tag.tsx';
import { londonTime } from '../../opendata/rules/london-time.ts';
import { Form } from '../../web/form.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { browserInWords } from '../rules/browser-in-words.ts';
import { DoneBanner } from './done-banner.tsx';

interface Session {
  id: string;
  present: boolean;
  ip: string | null;
  userAgent: string | null;
  /** ISO, as is `seen`. */
  since: string;
  seen: string;
}

interface SessionsPageProps {
  sessions: readonly Session[];
  done?: string;
}

const DONE = { ended: 'The session has ended.', 'others-ended': 'Your other sessions have ended.' };

/** Where one is signed in, and how to end it. */
export function SessionsPage({ sessions, done }: SessionsPageProps) {
  return (
    <Page
      title="Your sessions"
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Your account', href: paths.account() },
      ]}
    >
      <DoneBanner done={done} sentences={DONE} />
      <p class="govuk-body">
        Each browser in which you are signed in. If you do not know one, end it and change your password.
      </p>
      <ScrollRegion label="Your sessions">
        <Table
          class="app-table"
          caption="Your sessions"
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[
            { text: 'Browser' },
            { text: 'Address' },
            { text: 'Since' },
            { text: 'Last seen' },
            { text: <span class="govuk-visually-hidden">End it</span> },
          ]}
          rows={sessions.map((session) => [
            { text: browserInWords(session.userAgent) },
            { text: session.ip ?? <span class="app-missing">not known</span> },
            { text: londonTime(new Date(session.since)) },
            { text: londonTime(new Date(session.seen)) },
            { text: session.present ? <Tag>This one</Tag> : <EndSession session={session} /> },
          ])}
        />
      </ScrollRegion>
      {sessions.length > 1 && (
        <Form action={paths.sessions()}>
          <Button class="govuk-button--warning">End all other sessions</Button>
        </Form>
      )}
    </Page>
  );
}

function EndSession({ session }: { session: Session }) {
  return (
    <Form action={paths.endSession(session.id)}>
      <Button class="govuk-button--secondary govuk-!-margin-bottom-0">
        <>
          End
          <span class="govuk-visually-hidden">
            {' '}
            the session of {browserInWords(session.userAgent)} since {londonTime(new Date(session.since))}
          </span>
        </>
      </Button>
    </Form>
  );
}
