import { Button } from '../../../govuk/button.tsx';
import { CharacterCount } from '../../../govuk/character-count.tsx';
import { Select } from '../../../govuk/select.tsx';
import { Table } from '../../../govuk/table.tsx';
import { capital } from '../../../need/rules/wording.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { FormDateInput } from '../../../web/form-date-input.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import type { DesignationRound } from '../../rules/designation/application.ts';
import { standingOfRound } from '../../rules/designation/round-dates.ts';
import type { RuleSet } from '../../rules/designation/rule-set.ts';
import { Done, faultOf, type FormShown, summaryOf } from './form-shown.tsx';

interface RoundsPageProps {
  organisation: { id: string; name: string };
  rounds: readonly DesignationRound[];
  /** Rule sets that a round can be opened under; null for those who open none. */
  ruleSets: readonly Pick<RuleSet, 'id' | 'title'>[] | null;
  today: string;
  form: FormShown;
  done: string | null;
}

/** The designation rounds of a service, and where a new one is opened. */
export function DesignationRoundsPage({ organisation, rounds, ruleSets, today, form, done }: RoundsPageProps) {
  return (
    <Page
      title={`Designation rounds: ${organisation.name}`}
      heading="Designation rounds"
      caption={organisation.name}
      breadcrumbs={[{ text: 'Home', href: paths.home() }]}
      errors={summaryOf(form)}
    >
      <Done done={done} words={{ opened: 'The round is open and announced.' }} />
      <p class="app-lede">
        Heads and leaders apply, what is published is checked, referees answer, a panel scores and its chair decides.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.designationReviews(organisation.id)}>
          Reviews of designations
        </a>
      </p>
      {rounds.length === 0 ? (
        <p class="govuk-body">There has been no round yet.</p>
      ) : (
        <ScrollRegion label="Rounds">
          <Table
            caption="Rounds, the newest first"
            captionClass="govuk-table__caption--m"
            class="app-table"
            firstCellIsHeader
            head={[{ text: 'Role' }, { text: 'Opened' }, { text: 'Now' }, { text: 'Panel' }]}
            rows={rounds.map((round) => [
              {
                text: (
                  <a class="govuk-link" href={paths.designationRound(organisation.id, round.id)}>
                    {capital(round.title)}
                  </a>
                ),
              },
              { text: dayText(round.opensOn) },
              { text: standingOfRound(round, today) },
              { text: dayText(round.panelOn) },
            ])}
          />
        </ScrollRegion>
      )}
      {ruleSets !== null && (
        <section aria-labelledby="open">
          <h2 class="govuk-heading-m" id="open">
            Open a round
          </h2>
          <p class="govuk-body">
            The round keeps the rules and days of the policy of today. It is announced to everybody.
          </p>
          <Form action={paths.designationRounds(organisation.id)}>
            <Select
              name="ruleSet"
              label={{ text: 'Role' }}
              value={form.typed.ruleSet}
              errorMessage={faultOf(form, 'ruleSet')}
              items={[
                { value: '', text: 'Choose a role' },
                ...ruleSets.map(({ id, title }) => ({ value: id, text: title })),
              ]}
            />
            {DAYS.map(([id, legend]) => (
              <FormDateInput
                id={id}
                legend={legend}
                values={form.typed}
                {...(form.dates[id] !== undefined && { error: form.dates[id] })}
              />
            ))}
            <CharacterCount
              name="words"
              label={{ text: 'Announcement (optional)' }}
              hint={{ text: 'Everybody can read it: what you look for, and whom to ask.' }}
              value={form.typed.words}
              errorMessage={faultOf(form, 'words')}
              maxlength={2000}
              threshold={75}
            />
            <Button preventDoubleClick>Open the round</Button>
          </Form>
        </section>
      )}
    </Page>
  );
}

const DAYS = [
  ['opens', 'First day for applications'],
  ['closes', 'Last day for applications'],
  ['panel', 'Day of the panel'],
] as const;
