import { Button } from '../../govuk/button.tsx';
import { Select } from '../../govuk/select.tsx';
import { Table } from '../../govuk/table.tsx';
import { Tag } from '../../govuk/tag.tsx';
import { WarningText } from '../../govuk/warning-text.tsx';
import { londonMoment } from '../../opendata/rules/london-time.ts';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import type { MailRecord, MailState } from '../rules/mail-record.ts';

interface MailPageProps {
  organisation: { id: string; name: string };
  mail: readonly MailRecord[];
  /** The state that the list is narrowed to. */
  state: MailState | null;
  /** True when the settings name no way for mail to leave. */
  waiting: boolean;
}

const STATES: Record<MailState, { words: string; colour: string }> = {
  queued: { words: 'Waiting', colour: 'govuk-tag--yellow' },
  sent: { words: 'Sent', colour: 'govuk-tag--green' },
  failed: { words: 'Not sent', colour: 'govuk-tag--red' },
};

/** For administrators: which mail went to whom and what became of it, without its words. */
export function MailPage({ organisation, mail, state, waiting }: MailPageProps) {
  return (
    <Page title="Mail" caption={organisation.name} wide>
      {waiting && (
        <WarningText>
          No way to send mail is set up, so mail waits. Whoever runs this service can set one up; what waits leaves
          then.
        </WarningText>
      )}
      <p class="govuk-body">
        Mail that Alongside sent for {organisation.name}. Its words are not kept once it has left, because they can hold
        links that open an account.
      </p>
      <form class="app-filters" method="get" action={paths.mailOf(organisation.id)}>
        <Select
          name="state"
          label={{ text: 'State' }}
          value={state ?? ''}
          items={[
            { text: 'All', value: '' },
            ...Object.entries(STATES).map(([value, { words }]) => ({ text: words, value })),
          ]}
        />
        <Button class="govuk-button--secondary">Show</Button>
      </form>
      {mail.length === 0 ? (
        <p class="govuk-body">{state === null ? 'No mail was sent yet.' : 'No mail is in this state.'}</p>
      ) : (
        <ScrollRegion label="Mail, newest first">
          <Table
            caption="Newest first"
            captionClass="govuk-visually-hidden"
            class="app-table"
            head={[
              { text: 'When' },
              { text: 'To' },
              { text: 'About' },
              { text: 'State' },
              { text: 'Attempts', format: 'numeric' },
            ]}
            rows={mail.map((letter) => [
              { text: londonMoment(letter.at) },
              { text: letter.to },
              { text: letter.template },
              { text: <State letter={letter} /> },
              { text: letter.attempts, format: 'numeric' },
            ])}
          />
        </ScrollRegion>
      )}
    </Page>
  );
}

function State({ letter: { state, error, sentAt } }: { letter: MailRecord }) {
  const { words, colour } = STATES[state];
  return (
    <>
      <Tag class={colour}>{words}</Tag>
      {sentAt !== null && ` ${londonMoment(sentAt)}`}
      {error !== null && ` ${error}`}
    </>
  );
}
