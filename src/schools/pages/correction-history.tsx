import { londonDay, londonMoment } from '../../opendata/rules/london-time.ts';
import { dayText } from '../rules/figure-words.ts';
import { type HeadshipCorrection, saidWords } from '../rules/headship/correction.ts';

/** Everything that people said of changes of head at a school, the newest first. */
export function CorrectionHistory({ corrections }: { corrections: readonly HeadshipCorrection[] }) {
  return (
    <section aria-labelledby="history">
      <h2 class="govuk-heading-m" id="history">
        What people said
      </h2>
      {corrections.length === 0 ? (
        <p class="govuk-body">Nobody has corrected a change of head here.</p>
      ) : (
        <ol class="govuk-list">
          {corrections.map((one) => (
            <li>
              <p class="govuk-body">
                <strong>{saidWords(one)}</strong>
                <br />
                Between {dayText(one.notBefore)} and {dayText(one.notAfter)}; the names said “{one.publishedClass}”
                <br />
                {one.by}, {one.role}
                {one.organisation !== '' && ` for ${one.organisation}`}, {londonMoment(new Date(one.at))}
              </p>
              <blockquote class="govuk-inset-text app-letter">{one.reason}</blockquote>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** "Corrected by Luton on 3 June 2026: …", beside what the published names say. */
export function CorrectionMark({ correction }: { correction: HeadshipCorrection }) {
  const { organisation, fromSchool, at, reason } = correction;
  const on = londonDay(new Date(at));
  return (
    <p class="govuk-body-s govuk-!-margin-bottom-1">
      <strong>{saidWords(correction)}.</strong> {fromSchool ? 'Said by the school' : `Corrected by ${organisation}`} on{' '}
      {on}: {reason}
    </p>
  );
}
