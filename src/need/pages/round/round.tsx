import { Button } from '../../../govuk/button.tsx';
import { Checkboxes } from '../../../govuk/checkboxes.tsx';
import { InsetText } from '../../../govuk/inset-text.tsx';
import { NotificationBanner } from '../../../govuk/notification-banner.tsx';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { raisedOf } from '../../rules/area-needs.ts';
import { type AgendaEntry, partsOf } from '../../rules/round/agenda.ts';
import type { PanelEntry, Round } from '../../rules/round/round.ts';
import type { RoundPolicy } from '../../rules/round/round-policy.ts';
import { STATE_WORDS } from '../../rules/round/state.ts';
import { termWords } from '../../rules/round/term.ts';
import { shortReason } from '../../rules/short-reason.ts';
import { Panel } from './panel.tsx';
import { RoundSteps } from './round-steps.tsx';
import { errorsOf, type FormState } from './rounds.tsx';
import { SchoolBlock } from './school-block.tsx';

export interface RoundPageProps {
  organisation: { id: string; name: string };
  round: Round;
  agenda: readonly AgendaEntry[];
  panel: readonly PanelEntry[];
  policy: RoundPolicy;
  viewer: { personId: string; decides: boolean; runs: boolean };
  /** Schools in which the reader declared an interest. */
  interests: ReadonlySet<number>;
  form: FormState;
  done: string | null;
}

const DONE: Record<string, string> = {
  opened: 'The round is open.',
  moved: 'The round has moved on.',
  noted: 'It is written down.',
  confirmed: 'The clear cases are confirmed in your name.',
  decided: 'Your decision is saved.',
  letters: 'The letters are written. Schools with accounts are told by mail; print and post the others.',
};

/** The agenda of a panel: close calls one by one, clear ones to confirm in one go. It prints as the paper of the panel. */
export function RoundPage(props: RoundPageProps) {
  const { organisation, round, agenda, panel, viewer, interests, form, done } = props;
  const { close, clear, decided } = partsOf(agenda);
  const block = (entry: AgendaEntry) => (
    <SchoolBlock
      entry={entry}
      organisationId={organisation.id}
      roundId={round.id}
      interest={interests.has(entry.item.urn)}
      decides={viewer.decides && round.state !== 'closed'}
    />
  );
  return (
    <Page
      title={`Moderation, ${termWords(round)}: ${organisation.name}`}
      heading={`Moderation: ${termWords(round)}`}
      caption={organisation.name}
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Rounds of moderation', href: paths.needRounds(organisation.id) },
      ]}
      errors={errorsOf(form)}
    >
      {done !== null && DONE[done] !== undefined && (
        <NotificationBanner type="success">{DONE[done]}</NotificationBanner>
      )}
      <p class="app-lede">
        {STATE_WORDS[round.state]}. {decided.length} of {agenda.length} schools decided; panel on{' '}
        {dayText(round.panelOn)}.
      </p>
      <InsetText>
        Confidential: for the panel alone. The school sees its category, the published evidence and its letter, and
        never this paper.
      </InsetText>
      <p class="govuk-body">
        Frozen when the round was opened: published data as at {dayText(round.asAt)}, policy “{round.policy.title}”.
        Letters go on {dayText(round.lettersOn)}; schools answer by {dayText(round.answerBy)}.
      </p>
      <p class="govuk-body app-no-print">
        <a class="govuk-link" href={paths.needRoundPart(organisation.id, round.id, 'letters')}>
          Letters
        </a>
        {', '}
        <a class="govuk-link" href={paths.needRoundPart(organisation.id, round.id, 'agenda.csv')}>
          agenda as CSV
        </a>
        . Print this page for the panel’s paper.
      </p>
      <Panel organisation={organisation} round={round} panel={panel} writes={viewer.decides} form={form} />
      <section aria-labelledby="close">
        <h2 class="govuk-heading-m" id="close">
          One by one: {close.length} {close.length === 1 ? 'school' : 'schools'}
        </h2>
        {close.length === 0 ? (
          <p class="govuk-body">No close call waits.</p>
        ) : (
          <>
            <p class="govuk-body">
              The closest and least certain calls first. A chance says which calls to look at: it draws each figure in
              doubt on its own, though some rest on the same results.
            </p>
            <div class="app-stack">{close.map(block)}</div>
          </>
        )}
      </section>
      <Clear {...props} clear={clear.filter(({ item }) => !interests.has(item.urn))} />
      {clear.length > 0 && (
        <section aria-labelledby="clear-full">
          <h2 class="govuk-heading-m" id="clear-full">
            The clear cases in full
          </h2>
          <div class="app-stack">{clear.map(block)}</div>
        </section>
      )}
      {decided.length > 0 && (
        <section aria-labelledby="decided">
          <h2 class="govuk-heading-m" id="decided">
            Decided: {decided.length} {decided.length === 1 ? 'school' : 'schools'}
          </h2>
          <div class="app-stack">{decided.map(block)}</div>
        </section>
      )}
      <RoundSteps organisation={organisation} round={round} runs={viewer.runs} form={form} />
    </Page>
  );
}

function Clear({ organisation, round, clear, viewer, form }: RoundPageProps & { clear: readonly AgendaEntry[] }) {
  if (clear.length === 0 || !viewer.decides || round.state === 'closed') return null;
  const message = (field: string) => (form.errors[field] === undefined ? undefined : { text: form.errors[field] });
  return (
    <section aria-labelledby="clear" class="app-no-print">
      <h2 class="govuk-heading-m" id="clear">
        Clear: {clear.length} to confirm in one go
      </h2>
      <Form action={paths.needRoundPart(organisation.id, round.id, 'clear')}>
        <Checkboxes
          name="urn"
          class="govuk-checkboxes--small"
          values={clear.map(({ item }) => item.urn)}
          errorMessage={message('urn')}
          fieldset={{
            legend: { text: 'Schools whose proposed category you confirm', class: 'govuk-fieldset__legend--s' },
          }}
          hint={{
            text: 'Take the tick from any school that you would rather talk about. Each is confirmed in your name.',
          }}
          items={clear.map(({ item }) => ({
            value: item.urn,
            text: `${item.name}: ${item.proposed}, ${item.points} points`,
            hint: {
              text:
                raisedOf({ indicators: [...item.indicators] })
                  .map(shortReason)
                  .join('; ') || 'Nothing is raised',
            },
          }))}
        />
        <Checkboxes
          name="noInterest"
          errorMessage={message('noInterest')}
          items={[{ value: 'yes', text: 'I have no interest in any of these schools' }]}
        />
        <Button preventDoubleClick>
          Confirm {clear.length === 1 ? 'the one that is clear' : `all ${clear.length} that are clear`}
        </Button>
      </Form>
    </section>
  );
}
