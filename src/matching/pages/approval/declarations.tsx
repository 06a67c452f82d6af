import type { InterestPolicy } from '../../../leaders/rules/interest-policy.ts';
import { Button } from '../../../govuk/button.tsx';
import { TaskList } from '../../../govuk/task-list.tsx';
import { errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { type Ask, OUTCOME_WORDS } from '../../rules/approval/declaration.ts';
import { DeclarationShown } from './interest.tsx';
import { InterestFields } from './interest-fields.tsx';
import { Done } from './parts.tsx';

interface School {
  urn: number;
  name: string;
}

/** A question with the words that it was asked in. */
export interface AskOfHead extends Ask {
  content: { organisation: string; round: string; days: number; leader: string };
}

const DONE = { declared: 'Your answer is sent to the service that asked, and to nobody else.' };

/** What the head of a school is asked about interests: one task for each pair. */
export function DeclarationsPage({
  school,
  asks,
  done,
}: {
  school: School;
  asks: readonly AskOfHead[];
  done: string | null;
}) {
  return (
    <Page
      title={`${school.name}: declarations of interest`}
      heading="Declarations of interest"
      caption={school.name}
      breadcrumbs={[{ text: 'Home', href: paths.home() }]}
    >
      <Done done={done} words={DONE} />
      <p class="app-lede">
        Before a leader works alongside a school, both heads say whether they have an interest in the other school.
      </p>
      <p class="govuk-body">
        You and the service that asks read what you say. The other school does not, nor does your board. You see only
        pairs that your school would be part of, and nothing is decided yet.
      </p>
      {asks.length === 0 ? (
        <p class="govuk-body">You are asked about nothing at present.</p>
      ) : (
        <TaskList
          items={asks.map((ask) => ({
            title: {
              text:
                ask.side === 'home'
                  ? `Your school would help ${ask.other}: ${ask.support}`
                  : `${ask.content.leader} would help your school: ${ask.support}`,
            },
            hint: { text: `${ask.content.organisation}, ${ask.content.round}; by ${dayText(ask.answerBy)}` },
            href: paths.declaration(school.urn, ask.id),
            status:
              ask.declaration === null
                ? { tag: { text: 'To answer', class: 'govuk-tag--blue' } }
                : { text: ask.declaration.says.says === 'interest' ? 'Interest declared' : 'No interest' },
          }))}
        />
      )}
    </Page>
  );
}

/** One question, and where the head answers it. */
export function DeclarationPage({
  school,
  ask,
  policy,
  form,
}: {
  school: School;
  ask: AskOfHead;
  policy: InterestPolicy;
  form: FormState;
}) {
  const { organisation, days, leader } = ask.content;
  return (
    <Page
      title={`${school.name}: interest in ${ask.other}`}
      heading={ask.other}
      caption="Declaration of interest"
      backLink={{ href: paths.declarations(school.urn), text: 'Back to all questions' }}
      errors={errorsOf(form)}
    >
      <p class="app-lede">
        {organisation} proposes that{' '}
        {ask.side === 'home' ? `a leader of your school helps ${ask.other}` : `${leader} helps your school`}:{' '}
        {ask.support}, {days} days in the term.
      </p>
      {ask.declaration !== null && <DeclarationShown declaration={ask.declaration} policy={policy} />}
      {ask.decision !== null && (
        <p class="govuk-body">
          {organisation} decided: {OUTCOME_WORDS[ask.decision.outcome].toLowerCase()}.{' '}
          <span class="app-letter">{ask.decision.words}</span>
        </p>
      )}
      <Form action={paths.declaration(school.urn, ask.id)}>
        <InterestFields other={ask.other} policy={policy} form={form} />
        <Button preventDoubleClick>{ask.declaration === null ? 'Send the answer' : 'Send a new answer'}</Button>
      </Form>
    </Page>
  );
}
