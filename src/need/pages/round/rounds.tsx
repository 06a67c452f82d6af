import { Button } from '../../../govuk/button.tsx';
import { DateInput } from '../../../govuk/date-input.tsx';
import { NotificationBanner } from '../../../govuk/notification-banner.tsx';
import { Select } from '../../../govuk/select.tsx';
import { Table } from '../../../govuk/table.tsx';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import type { EntitlementTrend } from '../../rules/round/entitlement.ts';
import type { Round } from '../../rules/round/round.ts';
import { STATE_WORDS } from '../../rules/round/state.ts';
import { type SchoolTerm, termWords } from '../../rules/round/term.ts';
import { Entitlements } from './entitlements.tsx';

/** What stands in the boxes of a form, and what is wrong with each. */
export interface FormState {
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

interface RoundsPageProps {
  organisation: { id: string; name: string };
  rounds: readonly Round[];
  entitlements: readonly EntitlementTrend[];
  /** Terms that a round can be opened for; null for those who open none. */
  opens: readonly SchoolTerm[] | null;
  /** How many schools take part, and how many academies do not. */
  takingPart: { schools: number; without: number; isAuthority: boolean };
  form: FormState;
  done: string | null;
}

const DONE: Record<string, string> = { opened: 'The round is open.' };

/** The rounds of moderation of a service, the days they bring, and where a new one is opened. */
export function RoundsPage({ organisation, rounds, entitlements, opens, takingPart, form, done }: RoundsPageProps) {
  const running = rounds.find(({ state }) => state !== 'closed');
  return (
    <Page
      title={`Rounds of moderation: ${organisation.name}`}
      heading="Rounds of moderation"
      caption={organisation.name}
      wide
      breadcrumbs={[{ text: 'Home', href: paths.home() }]}
      errors={errorsOf(form)}
    >
      {done !== null && DONE[done] !== undefined && (
        <NotificationBanner type="success">{DONE[done]}</NotificationBanner>
      )}
      <p class="app-lede">
        Each term the service looks at all of its schools together: figures propose a category, a panel decides, every
        school gets a letter and answers.
      </p>
      <p class="govuk-body">
        {counted(takingPart.schools, 'school')} {takingPart.schools === 1 ? 'takes' : 'take'} part.
        {takingPart.isAuthority && (
          <>
            {' '}
            {takingPart.without > 0 &&
              `${counted(takingPart.without, 'academy', 'academies')} of the area ${takingPart.without === 1 ? 'has' : 'have'} no agreement and ${takingPart.without === 1 ? 'is' : 'are'} in no round. `}
            <a class="govuk-link" href={paths.needAgreements(organisation.id)}>
              Academies by agreement
            </a>
          </>
        )}
      </p>
      {rounds.length === 0 ? (
        <p class="govuk-body">There has been no round yet.</p>
      ) : (
        <RoundTable organisation={organisation} rounds={rounds} />
      )}
      {opens !== null && running === undefined && <OpenRound organisation={organisation} opens={opens} form={form} />}
      {opens !== null && running !== undefined && (
        <p class="govuk-body">A new round can be opened when the {termWords(running)} is closed.</p>
      )}
      <Entitlements trends={entitlements} />
    </Page>
  );
}

// The first box of a date takes the focus, not the group.
const FOCUS: Readonly<Record<string, string>> = {
  panel: 'panel-day',
  letters: 'letters-day',
  answer: 'answer-day',
  on: 'on-day',
  until: 'until-day',
  posted: 'posted-day',
};

/** The summary of what is wrong with a form, each a link to its field. */
export function errorsOf({ errors }: FormState): { text: string; href: string }[] {
  return Object.entries(errors).map(([field, text]) => ({ text, href: `#${FOCUS[field] ?? field}` }));
}

function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

function RoundTable({ organisation, rounds }: Pick<RoundsPageProps, 'organisation' | 'rounds'>) {
  return (
    <ScrollRegion label="Rounds">
      <Table
        caption="Rounds, the newest first"
        captionClass="govuk-table__caption--m"
        class="app-table"
        firstCellIsHeader
        head={[
          { text: 'Round' },
          { text: 'State' },
          { text: 'Panel' },
          { text: 'Letters' },
          { text: 'Answers by' },
          { text: 'Data' },
        ]}
        rows={rounds.map((round) => [
          {
            text: (
              <a class="govuk-link" href={paths.needRound(organisation.id, round.id)}>
                {termWords(round)}
              </a>
            ),
          },
          { text: STATE_WORDS[round.state] },
          { text: dayText(round.panelOn) },
          { text: dayText(round.lettersOn) },
          { text: dayText(round.answerBy) },
          { text: `as at ${dayText(round.asAt)}` },
        ])}
      />
    </ScrollRegion>
  );
}

function OpenRound({
  organisation,
  opens,
  form: { typed, errors },
}: Pick<RoundsPageProps, 'organisation' | 'form'> & { opens: readonly SchoolTerm[] }) {
  const message = (field: string) => (errors[field] === undefined ? undefined : { text: errors[field] });
  return (
    <section aria-labelledby="open">
      <h2 class="govuk-heading-m" id="open">
        Open a round
      </h2>
      <p class="govuk-body">
        Opening freezes what the panel starts from: the policy, the date of the published data, and for each school the
        category proposed, its points and its evidence.
      </p>
      <Form action={paths.needRounds(organisation.id)}>
        <Select
          name="term"
          label={{ text: 'Term' }}
          value={typed.term}
          errorMessage={message('term')}
          items={opens.map((term) => ({ text: termWords(term), value: `${term.schoolYear} ${term.term}` }))}
        />
        <Day id="panel" legend="Day of the panel" typed={typed} error={message('panel')} />
        <Day id="letters" legend="Day on which letters go" typed={typed} error={message('letters')} />
        <Day id="answer" legend="Day by which schools answer" typed={typed} error={message('answer')} />
        <Button preventDoubleClick>Open the round</Button>
      </Form>
    </section>
  );
}

interface DayProps {
  id: string;
  legend: string;
  typed: FormState['typed'];
  error: { text: string } | undefined;
  hint?: string;
}

/** A day in three boxes. */
export function Day({ id, legend, typed, error, hint }: DayProps) {
  return (
    <DateInput
      id={id}
      namePrefix={id}
      values={typed}
      errorMessage={error}
      {...(hint !== undefined && { hint: { text: hint } })}
      fieldset={{ legend: { text: legend, class: 'govuk-fieldset__legend--s' } }}
    />
  );
}
