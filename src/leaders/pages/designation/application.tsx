import { Button } from '../../../govuk/button.tsx';
import { InsetText } from '../../../govuk/inset-text.tsx';
import { capital } from '../../../need/rules/wording.ts';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import type { ApplicationFile, DesignationRound } from '../../rules/designation/application.ts';
import type { RuleSet } from '../../rules/designation/rule-set.ts';
import type { ApplicationMove } from '../../rules/designation/states.ts';
import { AnswersList } from './answers-list.tsx';
import { CheckTable } from './check-table.tsx';
import { Done, type FormShown, summaryOf } from './form-shown.tsx';
import { InterestForm } from './interest-form.tsx';
import { MoveForms, MovesMade } from './moves.tsx';
import { References } from './references.tsx';
import { PanelScores } from './scores.tsx';

export interface OfApplication {
  organisation: { id: string; name: string };
  round: DesignationRound;
  ruleSet: RuleSet;
  file: ApplicationFile;
  /** Who reads. */
  personId: string;
  /** Whether they run rounds, and so check, ask and move. */
  runs: boolean;
  form: FormShown;
}

interface ApplicationPageProps extends OfApplication {
  /** Where whoever reads could take it, each with what is open before it. */
  moves: readonly { move: ApplicationMove; open: readonly string[] }[];
  done: string | null;
}

const DONE = {
  declared: 'Your declaration is kept.',
  scored: 'Your scores are kept. Others see them once all are in.',
  ruled: 'Your decision is kept.',
  checked: 'Checked again with what is published today.',
  asked: 'The referee was written to.',
  moved: 'Done.',
};

/** An application for the service that designates: what was said, what is published, references, scores, and what can be done next. */
export function ApplicationPage(props: ApplicationPageProps) {
  const { organisation, round, ruleSet, file, personId, runs, moves, form, done } = props;
  const { application, checks, checkedAt, sitting } = file;
  const own = sitting.find((one) => one.personId === personId);
  const mustDeclare = own !== undefined && own.declared === null;
  return (
    <Page
      title={`${application.applicant}: ${round.title}`}
      heading={application.applicant}
      caption={`${capital(round.title)}, ${application.school}`}
      backLink={{ href: paths.designationRound(organisation.id, round.id), text: 'Back to the round' }}
      errors={summaryOf(form)}
    >
      <Done done={done} words={DONE} />
      <p class="app-lede">
        {capital(application.state)}. Submitted{' '}
        {londonMoment(new Date(application.moves[0]?.at ?? application.savedAt))}.
      </p>
      {mustDeclare ? (
        <InsetText>
          You sit on this panel. Say first whether you have an interest in this applicant or their school; then you see
          the application.
        </InsetText>
      ) : (
        <>
          <h2 class="govuk-heading-m">What the applicant says</h2>
          <AnswersList ruleSet={ruleSet} answers={application.answers} withReferees={false} />
          <h2 class="govuk-heading-m">Eligibility</h2>
          {checkedAt !== null && <p class="govuk-body">Checked {londonMoment(new Date(checkedAt))}.</p>}
          <CheckTable checks={checks} />
          {runs && <CheckForms {...props} />}
          <h2 class="govuk-heading-m">References</h2>
          <References {...props} />
          <PanelScores {...props} />
          <h2 class="govuk-heading-m">What can be done</h2>
          <MoveForms {...props} moves={moves} />
        </>
      )}
      <h2 class="govuk-heading-m">Your interest</h2>
      <InterestForm
        organisation={organisation}
        round={round}
        applicationId={application.id}
        declared={own?.declared ?? null}
        form={form}
      />
      <MovesMade moves={application.moves} />
      <p class="govuk-body">The panel meets on {dayText(round.panelOn)}.</p>
    </Page>
  );
}

function CheckForms({ organisation, round, file: { application } }: ApplicationPageProps) {
  if (application.state !== 'awaiting reference' && application.state !== 'eligibility check') return null;
  return (
    <Form action={paths.designationDeed(organisation.id, round.id, application.id, 'check')}>
      <Button class="govuk-button--secondary" preventDoubleClick>
        Check again with what is published today
      </Button>
    </Form>
  );
}

interface OnlyDeclareProps {
  organisation: { id: string; name: string };
  round: DesignationRound;
  applicant: { applicationId: string; applicant: string; school: string; declared: 'interest' | 'no interest' | null };
  form: FormShown;
}

/** For somebody with an interest: nothing of the application but who applied, and where the interest can be withdrawn. */
export function OnlyDeclarePage({ organisation, round, applicant, form }: OnlyDeclareProps) {
  return (
    <Page
      title={`${applicant.applicant}: your interest`}
      heading={applicant.applicant}
      caption={`${capital(round.title)}, ${applicant.school}`}
      backLink={{ href: paths.designationRound(organisation.id, round.id), text: 'Back to the round' }}
      errors={summaryOf(form)}
    >
      <p class="govuk-body">
        You declared an interest in this applicant, or have a role at their school: you neither see the application nor
        score it.
      </p>
      <InterestForm
        organisation={organisation}
        round={round}
        applicationId={applicant.applicationId}
        declared={applicant.declared}
        form={form}
      />
    </Page>
  );
}
