import { londonMoment } from '../../opendata/rules/london-time.ts';
import { dayText } from '../../schools/rules/figure-words.ts';
import { paths } from '../../web/paths.ts';
import type { NeedPolicy } from '../rules/need-policy.ts';
import type { RecordedEntry } from '../rules/recorded-entry.ts';

interface EntryListProps {
  urn: number;
  entries: readonly RecordedEntry[];
  policy: NeedPolicy;
  /** Whether the reader may enter and withdraw. */
  enters: boolean;
}

/** What services entered of a school, the newest first, with what was withdrawn. */
export function EntryList({ urn, entries, policy, enters }: EntryListProps) {
  return (
    <section aria-labelledby="entries">
      <h2 class="govuk-heading-m" id="entries">
        What the service entered
      </h2>
      {entries.length === 0 ? (
        <p class="govuk-body">Nothing has been entered that no file tells.</p>
      ) : (
        <ol class="govuk-list">
          {entries.map((entry) => (
            <Entered entry={entry} urn={urn} policy={policy} enters={enters} />
          ))}
        </ol>
      )}
      {enters && (
        <p class="govuk-body app-no-print">
          <a class="govuk-link" href={paths.needEntries(urn)}>
            Enter what is known of the school
          </a>
        </p>
      )}
    </section>
  );
}

/** The name of an indicator that people enter, as the pack has it. */
export function entryLabel(policy: NeedPolicy, code: string): string {
  return policy.indicators.find((indicator) => indicator.code === code)?.label ?? code.replaceAll('_', ' ');
}

function Entered({ entry, urn, policy, enters }: Omit<EntryListProps, 'entries'> & { entry: RecordedEntry }) {
  const { withdrawn } = entry;
  return (
    <li>
      <p class="govuk-body">
        <strong>
          {entryLabel(policy, entry.code)}: {entry.level}
        </strong>
        {withdrawn !== null && ' (withdrawn, counts no more)'}
        <br />
        Seen on {dayText(entry.on)}. Entered by {entry.by}, {entry.role}
        {entry.organisation !== '' && ` for ${entry.organisation}`}, {londonMoment(new Date(entry.at))}
      </p>
      <blockquote class="govuk-inset-text app-letter">{entry.evidence}</blockquote>
      {entry.note !== null && (
        <p class="govuk-body">
          <strong>Note for the service alone:</strong> <span class="app-letter">{entry.note}</span>
        </p>
      )}
      {withdrawn !== null && (
        <p class="govuk-body">
          Withdrawn by {withdrawn.by}, {withdrawn.role}, {londonMoment(new Date(withdrawn.at))}: {withdrawn.reason}
        </p>
      )}
      {enters && withdrawn === null && (
        <p class="govuk-body app-no-print">
          <a class="govuk-link" href={paths.withdrawNeedEntry(urn, entry.id)}>
            Withdraw
            <span class="govuk-visually-hidden">
              {' '}
              {entryLabel(policy, entry.code)} of {dayText(entry.on)}
            </span>
          </a>
        </p>
      )}
    </li>
  );
}
