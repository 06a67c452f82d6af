import { paths } from '../../../web/paths.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import type { RecordedAnswer } from '../../rules/round/answer.ts';
import type { RecordedLetter } from '../../rules/round/timeline.ts';
import { Answer } from './answer-shown.tsx';

/** What the page of a school's need shows of rounds. */
export interface RoundsShown {
  letter: RecordedLetter | null;
  answer: RecordedAnswer | null;
  /** Whether the reader answers for the school. */
  answers: boolean;
  /** The organisation whose rounds the reader may read; null for the school. */
  serviceId: string | null;
  /** An academy that takes part by agreement alone; null for any other school. */
  byAgreement: { takesPart: boolean } | null;
}

/** The newest letter and answer, with the way to everything before; and, of an academy, whether it takes part. */
export function RoundsOnNeedPage({ urn, shown }: { urn: number; shown: RoundsShown }) {
  const { letter, answer, answers, serviceId, byAgreement } = shown;
  return (
    <section aria-labelledby="rounds">
      <h2 class="govuk-heading-m" id="rounds">
        Letter and answer
      </h2>
      {byAgreement !== null && (
        <p class="govuk-body">
          {byAgreement.takesPart
            ? 'This academy takes part in the rounds of the local authority by agreement.'
            : 'This academy has no agreement with the local authority: it is in none of its rounds, gets no letter and no days, and the category here is only what published data says.'}{' '}
          <a class="govuk-link" href={paths.needAgreement(urn)}>
            Taking part by agreement
          </a>
        </p>
      )}
      {letter === null ? (
        <p class="govuk-body">No letter has been written yet.</p>
      ) : (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.needLetter(urn, letter.id)}>
            {letter.subject}
          </a>
          : category {letter.category}, {letter.days} days of support a year. Answer by {dayText(letter.answerBy)}.
        </p>
      )}
      {answer === null ? <p class="govuk-body">The school has not answered yet.</p> : <Answer answer={answer} />}
      <p class="govuk-body app-no-print">
        {answers && (
          <>
            <a class="govuk-link" href={paths.needAnswer(urn)}>
              Answer with your self-evaluation
            </a>
            {'. '}
          </>
        )}
        <a class="govuk-link" href={paths.needHistory(urn)}>
          All decisions, letters and answers
        </a>
        {'. '}
        {serviceId !== null && (
          <a class="govuk-link" href={paths.needRounds(serviceId)}>
            Rounds of moderation
          </a>
        )}
      </p>
    </section>
  );
}
