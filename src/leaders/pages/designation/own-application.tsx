import { Button } from '../../../govuk/button.tsx';
import { CharacterCount } from '../../../govuk/character-count.tsx';
import { InsetText } from '../../../govuk/inset-text.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { TaskList } from '../../../govuk/task-list.tsx';
import { Tag } from '../../../govuk/tag.tsx';
import { capital } from '../../../need/rules/wording.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import {
  type ApplicationFile,
  type DesignationRound,
  incompleteSteps,
  statusOf,
} from '../../rules/designation/application.ts';
import type { RuleSet } from '../../rules/designation/rule-set.ts';
import { type ApplicationMove, TOLD_STATES } from '../../rules/designation/states.ts';
import { APPLICATION_STEPS } from '../../rules/designation/steps.ts';
import { AnswersList } from './answers-list.tsx';
import { CheckTable } from './check-table.tsx';
import { Done, faultOf, type FormShown, summaryOf } from './form-shown.tsx';
import { MovesMade } from './moves.tsx';
import { ReferenceCard } from './references.tsx';

interface OwnApplicationProps {
  school: { urn: number; name: string };
  round: DesignationRound;
  ruleSet: RuleSet;
  file: ApplicationFile;
  isOpen: boolean;
  /** What the applicant can do. */
  moves: readonly { move: ApplicationMove; open: readonly string[] }[];
  form: FormShown;
  done: string | null;
}

const DONE = {
  begun: 'Your application is begun. It is kept between steps, and nobody else sees it until you submit.',
  saved: 'Saved.',
  submitted: 'Your application is submitted, and your referees were written to.',
  moved: 'Done.',
};

/** An application for the applicant: its steps while it is a draft; then where it is, what was found, and what can still be done. */
export function OwnApplicationPage(props: OwnApplicationProps) {
  const { school, round, ruleSet, file, isOpen, moves, form, done } = props;
  const { application } = file;
  const isDraft = application.state === 'draft';
  return (
    <Page
      title={`Application to be ${round.title}`}
      caption={round.organisation}
      backLink={{ href: paths.ownDesignation(school.urn), text: 'Back to your designation' }}
      errors={summaryOf(form)}
    >
      <Done done={done} words={DONE} />
      {isDraft ? (
        <Draft {...props} />
      ) : (
        <>
          <p class="app-lede">{capital(application.state)}.</p>
          <Outcome {...props} />
          <h2 class="govuk-heading-m">What you said</h2>
          <AnswersList ruleSet={ruleSet} answers={application.answers} />
          <h2 class="govuk-heading-m">What is published of the rules</h2>
          <CheckTable checks={file.checks} />
          {file.references.length > 0 && <h2 class="govuk-heading-m">Your references</h2>}
          {!TOLD_STATES.includes(application.state) && (
            <p class="govuk-body">You can read what your referees say once there is an outcome. They are told so.</p>
          )}
          {file.references.map((reference) => (
            <ReferenceCard reference={reference} ruleSet={ruleSet} />
          ))}
        </>
      )}
      {!isOpen && isDraft && (
        <InsetText>The round closed on {dayText(round.closesOn)}: this can no longer be submitted.</InsetText>
      )}
      <OwnMoves school={school} file={file} moves={moves} form={form} />
      <MovesMade moves={application.moves} />
    </Page>
  );
}

function Draft({ school, round, ruleSet, file: { application }, isOpen, form }: OwnApplicationProps) {
  const missing = incompleteSteps(ruleSet, application.answers);
  const at = (step: string) => paths.applicationStep(school.urn, application.id, step);
  return (
    <>
      <p class="app-lede">Submit by the end of {dayText(round.closesOn)}.</p>
      <TaskList
        items={APPLICATION_STEPS.map(({ step, title, hint }) => {
          const status = statusOf(step, ruleSet, application.answers);
          return {
            title: { text: title },
            hint: { text: hint },
            href: at(step),
            status:
              status === 'complete'
                ? { text: 'Complete' }
                : {
                    tag: {
                      text: capital(status),
                      class: status === 'in progress' ? 'govuk-tag--light-blue' : 'govuk-tag--blue',
                    },
                  },
          };
        })}
      />
      <h2 class="govuk-heading-m">Check your answers</h2>
      <AnswersList ruleSet={ruleSet} answers={application.answers} change={at} />
      {missing.length > 0 ? (
        <p class="govuk-body" id="submit">
          <Tag class="govuk-tag--grey">Not ready</Tag> To submit, complete: {missing.join(', ')}.
        </p>
      ) : (
        isOpen && (
          <Form action={paths.ownApplicationDeed(school.urn, application.id, 'submit')}>
            <p class="govuk-body" id="submit">
              When you submit, your two referees are written to. Your answers can then no longer be changed.
            </p>
            {form.errors.submit !== undefined && <p class="govuk-error-message">{form.errors.submit}</p>}
            <Button preventDoubleClick>Submit the application</Button>
          </Form>
        )
      )}
    </>
  );
}

function Outcome({ file: { application }, round }: OwnApplicationProps) {
  const last = application.moves.at(-1);
  if (last === undefined || !TOLD_STATES.includes(application.state)) return null;
  return (
    <InsetText>
      {round.organisation} on {dayText(last.at.slice(0, 10))}: <span class="app-letter">{last.words}</span>
      {last.untilOn !== null && ` Deferred until ${dayText(last.untilOn)}.`}
    </InsetText>
  );
}

function OwnMoves({
  school,
  file: { application },
  moves,
  form,
}: Pick<OwnApplicationProps, 'school' | 'file' | 'moves' | 'form'>) {
  const ready = moves.filter(({ move, open }) => open.length === 0 && move.to !== 'submitted');
  if (ready.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{ready.some(({ move }) => move.to === 'appeal') ? 'Appeal' : 'Withdraw'}</h2>
      <Form action={paths.ownApplicationDeed(school.urn, application.id, 'moves')}>
        <input type="hidden" name="version" value={String(application.moves.length)} />
        <Radios
          name="to"
          value={form.typed.to}
          errorMessage={faultOf(form, 'to')}
          fieldset={{ legend: { text: 'What would you like to do?', class: 'govuk-fieldset__legend--s' } }}
          items={ready.map(({ move }) => ({ value: move.to, text: capital(move.deed) }))}
        />
        <CharacterCount
          name="move-words"
          label={{ text: ready.some(({ move }) => move.reason) ? 'Why you appeal' : 'Reason (optional)' }}
          value={form.typed['move-words']}
          errorMessage={faultOf(form, 'move-words')}
          maxlength={4000}
          threshold={75}
        />
        <Button class="govuk-button--secondary" preventDoubleClick>
          Send
        </Button>
      </Form>
    </>
  );
}
