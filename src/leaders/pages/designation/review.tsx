import { Button } from '../../../govuk/button.tsx';
import { CharacterCount } from '../../../govuk/character-count.tsx';
import { InsetText } from '../../../govuk/inset-text.tsx';
import { Input } from '../../../govuk/input.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { SummaryList } from '../../../govuk/summary-list.tsx';
import { capital } from '../../../need/rules/wording.ts';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { FormDateInput } from '../../../web/form-date-input.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import {
  GROUNDS_WORDS,
  type Review,
  REVIEW_OUTCOME_WORDS,
  REVIEW_OUTCOMES,
  type ReviewStep,
} from '../../rules/designation/review.ts';
import { Done, faultOf, type FormShown, summaryOf } from './form-shown.tsx';

interface ReviewPageProps {
  organisation: { id: string; name: string };
  review: Review;
  /** Who reads, and whether they keep the register. */
  personId: string;
  runs: boolean;
  form: FormShown;
  done: string | null;
}

/** One review: why, what was said, and where it is decided. Nothing in it is changed, only added to. */
export function ReviewPage({ organisation, review, personId, runs, form, done }: ReviewPageProps) {
  const { stands, conflicts, steps } = review;
  const isOpen = stands === 'open';
  const decidedIt = steps.some(({ kind, byId }) => kind === 'decided' && byId === personId);
  const decides = runs && !conflicts && (isOpen || (stands === 'appealed' && !decidedIt));
  return (
    <Page
      title={`Review: ${review.leader}`}
      heading={`Review of ${review.leader}`}
      caption={`${capital(review.title)}, ${review.school}`}
      backLink={{ href: paths.designationReviews(organisation.id), text: 'Back to all reviews' }}
      errors={summaryOf(form)}
    >
      <Done
        done={done}
        words={{ added: 'Kept with the review.', decided: 'The decision is kept, and the leader told.' }}
      />
      <SummaryList
        rows={[
          { key: { text: 'Grounds' }, value: { text: GROUNDS_WORDS[review.grounds] } },
          {
            key: { text: 'Evidence' },
            value: {
              text: (
                <>
                  <span class="app-letter">{review.evidence}</span>{' '}
                  {review.source !== null && (
                    <a class="govuk-link" href={paths.source(review.source.importId, review.source.line)}>
                      Source
                    </a>
                  )}
                </>
              ),
            },
          },
          { key: { text: 'To be decided by' }, value: { text: dayText(review.dueOn) } },
          { key: { text: 'Now' }, value: { text: capital(stands) } },
          ...steps.map((step) => ({
            key: { text: londonMoment(new Date(step.at)) },
            value: {
              text: (
                <span class="app-letter">
                  {stepWords(step)}
                  {step.by !== null && ` (${step.by})`}
                </span>
              ),
            },
          })),
        ]}
      />
      <p class="govuk-body">
        The designation holds until a panel decides otherwise. A leader who moves to a school that requires improvement
        or is in special measures keeps it and is reviewed later. Commitments of a leader whose designation ends are
        finished or handed over.
      </p>
      {runs && conflicts && (
        <InsetText>You are the leader, or have a role or interest at the home school: others decide.</InsetText>
      )}
      {runs && stands === 'appealed' && decidedIt && (
        <InsetText>You decided on this review, so somebody else hears the appeal.</InsetText>
      )}
      {decides && <DecisionForm organisation={organisation} review={review} form={form} />}
      {runs && isOpen && <AddForms organisation={organisation} review={review} form={form} />}
    </Page>
  );
}

type FormProps = Pick<ReviewPageProps, 'organisation' | 'review' | 'form'>;

function DecisionForm({ organisation, review, form }: FormProps) {
  return (
    <Form action={paths.reviewDeed(organisation.id, review.id, 'decision')}>
      <input type="hidden" name="version" value={String(review.steps.length)} />
      <Radios
        name="outcome"
        value={form.typed.outcome}
        errorMessage={faultOf(form, 'outcome')}
        fieldset={{
          legend: {
            text: review.stands === 'appealed' ? 'Decision on the appeal' : 'Decision of the panel',
            class: 'govuk-fieldset__legend--m',
          },
        }}
        items={REVIEW_OUTCOMES.map((value) => ({ value, text: REVIEW_OUTCOME_WORDS[value] }))}
      />
      <CharacterCount
        name="decision-words"
        label={{ text: 'Reason, and conditions where there are any' }}
        hint={{ text: 'The leader reads it in the letter. Say who took part.' }}
        value={form.typed['decision-words']}
        errorMessage={faultOf(form, 'decision-words')}
        maxlength={4000}
        threshold={75}
      />
      <Button preventDoubleClick>Keep the decision and write to the leader</Button>
    </Form>
  );
}

function AddForms({ organisation, review, form }: FormProps) {
  return (
    <>
      <h2 class="govuk-heading-m">Add evidence</h2>
      <Form action={paths.reviewDeed(organisation.id, review.id, 'evidence')}>
        <CharacterCount
          name="words"
          label={{ text: 'What should be looked at' }}
          hint={{ text: 'The leader reads it.' }}
          value={form.typed.words}
          errorMessage={faultOf(form, 'words')}
          maxlength={4000}
          threshold={75}
        />
        <Button class="govuk-button--secondary" preventDoubleClick>
          Add to the review
        </Button>
      </Form>
      <h2 class="govuk-heading-m">The leader moved to another school</h2>
      <Form action={paths.reviewDeed(organisation.id, review.id, 'moved')}>
        <Input
          name="urn"
          class="govuk-input--width-10"
          inputmode="numeric"
          label={{ text: 'URN of the new school' }}
          value={form.typed.urn}
          errorMessage={faultOf(form, 'urn')}
        />
        <FormDateInput
          id="moved"
          legend="Day from which they head it"
          values={form.typed}
          {...(form.dates.moved !== undefined && { error: form.dates.moved })}
        />
        <Input
          name="moved-words"
          label={{ text: 'Where this is known from' }}
          value={form.typed['moved-words']}
          errorMessage={faultOf(form, 'moved-words')}
        />
        <Button class="govuk-button--secondary" preventDoubleClick>
          Write down the move
        </Button>
      </Form>
    </>
  );
}

/** One step of a review in words. */
export function stepWords({ kind, outcome, words, movedUrn, movedOn, dueOn }: ReviewStep): string {
  switch (kind) {
    case 'evidence':
      return `Evidence: ${words}`;
    case 'moved':
      return `Moved to the school with URN ${movedUrn} on ${dayText(movedOn!)}; to be reviewed by ${dayText(dueOn!)}. ${words}`;
    case 'appealed':
      return `Appeal: ${words}`;
    case 'decided':
      return `Decided: ${REVIEW_OUTCOME_WORDS[outcome!].toLowerCase()}. ${words}`;
    case 'appeal decided':
      return `Decided on appeal: ${REVIEW_OUTCOME_WORDS[outcome!].toLowerCase()}. ${words}`;
  }
}
