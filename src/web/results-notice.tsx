import { InsetText } from '../govuk/inset-text.tsx';
import { NEWEST_RESULTS } from '../opendata/rules/newest-results.ts';

/** Says how old the newest results are. On every page that shows results, so that nobody reads them as this year's. */
export function ResultsNotice() {
  return <InsetText class="app-results-notice">{NEWEST_RESULTS}</InsetText>;
}
