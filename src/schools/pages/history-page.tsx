import { Button } from '../../govuk/button.tsx';
import { DateInput } from '../../govuk/date-input.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { dayText } from '../rules/figure-words.ts';
import type { SchoolAsAt } from '../rules/history/school-as-at.ts';
import type { TimelineEntry } from '../rules/history/timeline.ts';
import type { NationalFrame } from '../rules/national-frame.ts';
import type { HistoryInput } from '../schema.ts';
import { RecordAsAt } from './record-as-at.tsx';
import { Timeline } from './timeline.tsx';

interface HistoryPageProps {
  school: { urn: number; name: string; laCode: number };
  /** What was asked for, as it was typed. */
  input: HistoryInput;
  /** What is wrong with it. */
  error: string | null;
  /** The record as at the day asked for; null when none was. */
  asAt: SchoolAsAt | null;
  entries: readonly TimelineEntry[];
  frame: NationalFrame;
}

/** How the record of a school came to be what it is, and what it was on a day. */
export function HistoryPage({ school: { urn, name, laCode }, input, error, asAt, entries, frame }: HistoryPageProps) {
  const area = frame.areas.find((one) => one.laCode === laCode);
  return (
    <Page
      title={asAt ? `${name} as at ${dayText(asAt.day)}` : `${name}: the record over time`}
      heading={asAt ? `The record as at ${dayText(asAt.day)}` : 'The record over time'}
      caption={`${name}, URN ${urn}`}
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Areas', href: paths.areas() },
        ...(area ? [{ text: area.name, href: paths.area(laCode) }] : []),
        { text: name, href: paths.school(urn) },
      ]}
      errors={error === null ? [] : [{ text: error, href: '#on-day' }]}
    >
      <DayForm urn={urn} input={input} error={error} />
      {asAt && <RecordAsAt record={asAt} frame={frame} />}
      <section aria-labelledby="timeline">
        <h2 class="govuk-heading-m" id="timeline">
          What changed
        </h2>
        <Timeline entries={entries} frame={frame} />
      </section>
    </Page>
  );
}

function DayForm({ urn, input, error }: { urn: number } & Pick<HistoryPageProps, 'input' | 'error'>) {
  return (
    <form method="get" action={paths.schoolHistory(urn)} class="app-no-print" novalidate>
      <DateInput
        id="on"
        namePrefix="on"
        fieldset={{ legend: { text: 'See the record as at a day', class: 'govuk-fieldset__legend--s' } }}
        hint={{ text: 'For example, 1 10 2019' }}
        errorMessage={error === null ? undefined : { text: error }}
        values={{ 'on-day': input['on-day'], 'on-month': input['on-month'], 'on-year': input['on-year'] }}
      />
      <Button>Show</Button>
    </form>
  );
}
