import { Button } from '../../../govuk/button.tsx';
import { NotificationBanner } from '../../../govuk/notification-banner.tsx';
import { Select } from '../../../govuk/select.tsx';
import { Table } from '../../../govuk/table.tsx';
import { errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { type SchoolTerm, termWords } from '../../../need/rules/round/term.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import { type PlanningRound, STATE_WORDS } from '../../rules/round/round.ts';
import { type Organisation, planningCrumbs } from './planning-crumbs.tsx';

interface PlanningRoundsPageProps {
  organisation: Organisation;
  rounds: readonly PlanningRound[];
  /** Terms that a round can be opened for, the next first; null for those who open none. */
  opens: readonly SchoolTerm[] | null;
  form: FormState;
  done: string | null;
}

/** The planning rounds of a service, and where the next is opened. */
export function PlanningRoundsPage({ organisation, rounds, opens, form, done }: PlanningRoundsPageProps) {
  return (
    <Page
      title={`Planning rounds: ${organisation.name}`}
      heading="Planning rounds"
      caption={organisation.name}
      wide
      breadcrumbs={planningCrumbs(organisation).slice(0, 1)}
      errors={errorsOf(form)}
    >
      {done === 'closed' && <NotificationBanner type="success">The round is closed.</NotificationBanner>}
      <p class="app-lede">
        Each term the service plans who works alongside whom: needs and leaders as they stand are frozen, the best plan
        there is is proposed with its proof, people lock, forbid and change, and a named person approves.
      </p>
      {rounds.length === 0 ? (
        <p class="govuk-body">There has been no planning round yet.</p>
      ) : (
        <RoundTable organisation={organisation} rounds={rounds} />
      )}
      {opens !== null && (
        <section aria-labelledby="open">
          <h2 class="govuk-heading-m" id="open">
            Open a planning round
          </h2>
          <p class="govuk-body">
            Opening freezes what the plans start from: the needs of your schools as they are moderated, the heads around
            them with the days that they could give, where every school stands in context, and the policy.
          </p>
          <Form action={paths.planningRounds(organisation.id)}>
            <Select
              name="term"
              label={{ text: 'Term' }}
              value={form.typed.term}
              errorMessage={form.errors.term === undefined ? undefined : { text: form.errors.term }}
              items={opens.map((term) => ({
                text: capital(termWords(term)),
                value: `${term.schoolYear} ${term.term}`,
              }))}
            />
            <Button preventDoubleClick>Open a planning round</Button>
          </Form>
        </section>
      )}
    </Page>
  );
}

function RoundTable({ organisation, rounds }: Pick<PlanningRoundsPageProps, 'organisation' | 'rounds'>) {
  return (
    <ScrollRegion label="Planning rounds">
      <Table
        caption="Planning rounds, the newest first"
        captionClass="govuk-table__caption--m"
        class="app-table"
        firstCellIsHeader
        head={[
          { text: 'Round' },
          { text: 'State' },
          { text: 'Term' },
          { text: 'Published data' },
          { text: 'Opened by' },
        ]}
        rows={rounds.map((round) => [
          {
            text: (
              <a class="govuk-link" href={paths.planningRound(organisation.id, round.id)}>
                {round.title}
              </a>
            ),
          },
          { text: STATE_WORDS[round.state] },
          { text: `${dayText(round.from)} to ${dayText(round.to)}` },
          { text: `as at ${dayText(round.asAt)}` },
          { text: `${round.openedBy}, ${round.openedInRole}` },
        ])}
      />
    </ScrollRegion>
  );
}

/** The first letter large: "Spring term 2026-27". */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
