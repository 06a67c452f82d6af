import { InsetText } from '../govuk/inset-text.tsx';

/** Says how old the newest results are. On every page that shows results, so that nobody reads them as this year's. */
export function ResultsNotice() {
  return (
    <InsetText class="app-results-notice">
      The newest published results are 2018-19 (reading, writing and maths combined: 2017-18). Tests and exams were
      cancelled in 2020 and 2021.
    </InsetText>
  );
}
