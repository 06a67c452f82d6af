import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { type RecordedAnswer, STANCE_WORDS } from '../../rules/round/answer.ts';

/** What a school answered, with its self-evaluation by area. */
export function Answer({ answer: { stance, words, evaluations, by, role, at } }: { answer: RecordedAnswer }) {
  return (
    <div class="govuk-inset-text govuk-!-margin-top-0">
      <p class="govuk-body">
        <strong>{STANCE_WORDS[stance]}.</strong> {by}, {role}, {londonMoment(new Date(at))}
      </p>
      {words !== '' && <p class="govuk-body app-letter">{words}</p>}
      {evaluations.length > 0 && (
        <dl>
          {evaluations.map(({ area, claim, evidence, next }) => (
            <div>
              <dt>
                <strong>{area}</strong>
              </dt>
              {claim !== '' && <dd class="app-letter">{claim}</dd>}
              {evidence !== '' && <dd class="app-letter">How we know: {evidence}</dd>}
              {next !== '' && <dd class="app-letter">Next: {next}</dd>}
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
