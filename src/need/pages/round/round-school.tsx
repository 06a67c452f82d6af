import { Button } from '../../../govuk/button.tsx';
import { Checkboxes } from '../../../govuk/checkboxes.tsx';
import { NotificationBanner } from '../../../govuk/notification-banner.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { WarningText } from '../../../govuk/warning-text.tsx';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { decisionWords } from '../../rules/decision.ts';
import type { AgendaEntry } from '../../rules/round/agenda.ts';
import type { Round } from '../../rules/round/round.ts';
import { termWords } from '../../rules/round/term.ts';
import { listed } from '../../rules/wording.ts';
import { CategoryTag } from '../category-tag.tsx';
import { errorsOf, type FormState } from './rounds.tsx';
import { BlockFacts } from './school-block.tsx';

interface RoundSchoolPageProps {
  organisation: { id: string; name: string };
  round: Round;
  entry: AgendaEntry;
  /** Whether the school still takes part: an academy may have withdrawn since the round was opened. */
  takesPart: boolean;
  interest: boolean;
  decides: boolean;
  form: FormState;
  done: string | null;
}

const DONE: Record<string, string> = { noted: 'It is written down.' };

/** One school in a round: what the panel knows, and where a person decides or declares an interest. */
export function RoundSchoolPage(props: RoundSchoolPageProps) {
  const { organisation, round, entry, takesPart, interest, decides, form, done } = props;
  const { item, closeBecause, decision } = entry;
  const underWay = round.state !== 'closed';
  return (
    <Page
      title={`${item.name}: decide in the ${termWords(round)}`}
      heading={item.name}
      caption={`Moderation: ${termWords(round)}`}
      backLink={{ href: paths.needRound(organisation.id, round.id), text: 'Back to the agenda' }}
      errors={errorsOf(form)}
    >
      {done !== null && DONE[done] !== undefined && (
        <NotificationBanner type="success">{DONE[done]}</NotificationBanner>
      )}
      <p class="app-lede">
        Proposed: <CategoryTag category={item.proposed} /> with {item.points} points
      </p>
      {decision !== null && (
        <p class="govuk-body">
          Decided in this round: <CategoryTag category={decision.category} /> {decisionWords(decision)} ({decision.by}).{' '}
          <a class="govuk-link" href={paths.needRoundSchool(organisation.id, round.id, item.urn, 'letter')}>
            Preview its letter
          </a>
        </p>
      )}
      {closeBecause.length > 0 && <p class="govuk-body">One by one because {listed(closeBecause)}.</p>}
      <BlockFacts entry={entry} />
      <p class="govuk-body app-no-print">
        <a class="govuk-link" href={paths.need(item.urn)}>
          Need of the school
        </a>
        {', '}
        <a class="govuk-link" href={paths.needHistory(item.urn)}>
          all that happened before
        </a>
      </p>
      {!takesPart && (
        <WarningText>
          This academy has withdrawn from the rounds of {organisation.name}: nothing is decided about it here.
        </WarningText>
      )}
      {!underWay && (
        <p class="govuk-body">The round is closed. A category may still change at any time, on the page of its need.</p>
      )}
      {takesPart && underWay && decides && (interest ? <HasInterest /> : <Decide {...props} />)}
      {underWay && decides && <Interest {...props} />}
    </Page>
  );
}

function HasInterest() {
  return <WarningText>You have declared an interest in this school: somebody else decides.</WarningText>;
}

function Decide({ organisation, round, entry, form }: RoundSchoolPageProps) {
  const { item, decision } = entry;
  const message = (field: string) => (form.errors[field] === undefined ? undefined : { text: form.errors[field] });
  return (
    <Form action={paths.needRoundSchool(organisation.id, round.id, item.urn)}>
      <Radios
        name="category"
        fieldset={{ legend: { text: 'Which category does the panel decide on?', class: 'govuk-fieldset__legend--m' } }}
        errorMessage={message('category')}
        value={form.typed.category ?? decision?.category ?? item.proposed}
        items={round.policy.categories.toReversed().map(({ code, label, daysPerYear }) => ({
          value: code,
          text: `${code}: ${label}`,
          hint: { text: `${daysPerYear} days of support a year${code === item.proposed ? '; proposed' : ''}` },
        }))}
      />
      <Textarea
        name="reason"
        label={{ text: 'Why', class: 'govuk-label--m' }}
        hint={{
          text: 'Needed for another category than the one proposed. Only the service reads it: it is neither in the letter nor on any page of the school.',
        }}
        value={form.typed.reason}
        errorMessage={message('reason')}
      />
      <Checkboxes
        name="noInterest"
        errorMessage={message('noInterest')}
        items={[{ value: 'yes', text: 'I have no interest in this school' }]}
        hint={{ text: 'For example: you or your family work, govern or have a child there, or you led it.' }}
      />
      <Button preventDoubleClick>Save decision</Button>
    </Form>
  );
}

function Interest({ organisation, round, entry, interest, form }: RoundSchoolPageProps) {
  const error = form.errors.interest;
  return (
    <section aria-labelledby="declare">
      <h2 class="govuk-heading-m" id="declare">
        {interest ? 'Your interest in this school' : 'Declare an interest'}
      </h2>
      <Form action={paths.needRoundSchool(organisation.id, round.id, entry.item.urn, 'interest')}>
        <input type="hidden" name="kind" value={interest ? 'interest withdrawn' : 'interest'} />
        <Textarea
          name="interest"
          rows={2}
          label={{ text: interest ? 'Why it is over, or was declared by mistake' : 'What your interest is' }}
          hint={{ text: 'The panel reads it, with your name.' }}
          value={form.typed.interest}
          errorMessage={error === undefined ? undefined : { text: error }}
        />
        <Button class="govuk-button--secondary" preventDoubleClick>
          {interest ? 'I have no interest any more' : 'I have an interest in this school'}
        </Button>
      </Form>
    </section>
  );
}
