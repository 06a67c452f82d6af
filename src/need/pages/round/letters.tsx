import { Button } from '../../../govuk/button.tsx';
import { NotificationBanner } from '../../../govuk/notification-banner.tsx';
import { Table } from '../../../govuk/table.tsx';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import type { AgendaEntry } from '../../rules/round/agenda.ts';
import type { Round } from '../../rules/round/round.ts';
import { termWords } from '../../rules/round/term.ts';
import type { RecordedLetter } from '../../rules/round/timeline.ts';
import { CategoryTag } from '../category-tag.tsx';

/** A school of a round with its letter, if it has one, and how many of its people have accounts. */
export interface LetterRow {
  entry: AgendaEntry;
  /** The newest of the round. */
  letter: RecordedLetter | null;
  /** The decision is newer than the letter, or has none. */
  due: boolean;
  people: number;
}

interface LettersPageProps {
  organisation: { id: string; name: string };
  round: Round;
  rows: readonly LetterRow[];
  sends: boolean;
  problem: string | null;
  done: string | null;
}

/** The letters of a round: which are due, which left and how, and where they are sent. */
export function LettersPage({ organisation, round, rows, sends, problem, done }: LettersPageProps) {
  const due = rows.filter((row) => row.due);
  const undecided = rows.filter(({ entry }) => entry.decision === null).length;
  const atPanel = round.state === 'panel' || round.state === 'letters sent';
  return (
    <Page
      title={`Letters, ${termWords(round)}: ${organisation.name}`}
      heading="Letters"
      caption={`Moderation: ${termWords(round)}`}
      wide
      backLink={{ href: paths.needRound(organisation.id, round.id), text: 'Back to the agenda' }}
      errors={problem === null ? [] : [{ text: problem, href: '#letters' }]}
    >
      {done === 'letters' && (
        <NotificationBanner type="success">
          The letters are written. Schools with accounts are told by mail; print and post the others.
        </NotificationBanner>
      )}
      <p class="app-lede">
        {due.length} to send; {undecided} {undecided === 1 ? 'school is' : 'schools are'} not decided yet and{' '}
        {undecided === 1 ? 'gets its letter' : 'get theirs'} later.
      </p>
      <p class="govuk-body">
        A letter says the category, what it means, what published figures say, and how to answer. The reason of the
        panel is not in it. People of the school who have accounts get a mail that leads to it and does not say the
        category.
      </p>
      {sends && due.length > 0 && atPanel && (
        <Form action={paths.needRoundPart(organisation.id, round.id, 'letters')}>
          <Button preventDoubleClick>
            Send {due.length} {due.length === 1 ? 'letter' : 'letters'}
          </Button>
        </Form>
      )}
      {sends && round.state === 'open' && (
        <p class="govuk-body">Letters can be sent once the panel has begun: begin it at the end of the agenda.</p>
      )}
      <ScrollRegion label="Letters of the round">
        <Table
          caption="Schools of the round"
          captionClass="govuk-visually-hidden"
          class="app-table"
          firstCellIsHeader
          attributes={{ id: 'letters' }}
          head={[
            { text: 'School' },
            { text: 'Decided' },
            { text: 'People with accounts', format: 'numeric' },
            { text: 'Letter' },
          ]}
          rows={rows.map((row) => [
            { text: row.entry.item.name },
            {
              text: row.entry.decision === null ? 'not yet' : <CategoryTag category={row.entry.decision.category} />,
            },
            { text: row.people, format: 'numeric' },
            { text: <LetterCell row={row} organisationId={organisation.id} roundId={round.id} /> },
          ])}
        />
      </ScrollRegion>
    </Page>
  );
}

function LetterCell({ row, organisationId, roundId }: { row: LetterRow; organisationId: string; roundId: string }) {
  const { entry, letter, due } = row;
  const { urn, name } = entry.item;
  return (
    <>
      {letter !== null && (
        <>
          <a class="govuk-link" href={paths.needLetter(urn, letter.id)}>
            Letter<span class="govuk-visually-hidden"> to {name}</span>
          </a>{' '}
          ({leftWords(letter)})
        </>
      )}
      {letter !== null && due && '; '}
      {due && (
        <a class="govuk-link" href={paths.needRoundSchool(organisationId, roundId, urn, 'letter')}>
          {letter === null ? 'Preview' : 'Preview of a new one'}
          <span class="govuk-visually-hidden"> to {name}</span>
        </a>
      )}
      {letter === null && !due && 'none yet'}
    </>
  );
}

/** "by mail to 2, 14 October 2026" or "to be posted". */
export function leftWords({ sent }: Pick<RecordedLetter, 'sent'>): string {
  if (sent.length === 0) return 'to be posted';
  return sent
    .map(({ way, people, on }) => (way === 'mail' ? `by mail to ${people}, ${dayText(on)}` : `by post, ${dayText(on)}`))
    .join('; ');
}
