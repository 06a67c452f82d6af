import type { KnownTerms } from '../../calendar/terms.ts';
import { schoolYearWords, TERM_NAMES } from '../../calendar/terms.ts';
import { Button } from '../../govuk/button.tsx';
import { NotificationBanner } from '../../govuk/notification-banner.tsx';
import { Table } from '../../govuk/table.tsx';
import { dayInWords, londonMoment } from '../../opendata/rules/london-time.ts';
import { Form } from '../../web/form.tsx';
import type { DateError } from '../../web/form-date.ts';
import { FormDateInput } from '../../web/form-date-input.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { fieldWords, TERM_DAYS, TERM_FIELDS, type TermField } from '../rules/terms/term-fields.ts';

interface TermsPageProps {
  organisation: { id: string; name: string };
  schoolYear: number;
  /** The years to choose from. */
  years: readonly number[];
  known: KnownTerms | null;
  /** Bank holidays of the school year; whether all are published. */
  holidays: { days: readonly { day: string; title: string }[]; allPublished: boolean };
  history: readonly { isOwn: boolean; by: string | null; role: string; at: string }[];
  /** What stands in the boxes; null for those who may not change the dates. */
  form: { values: Readonly<Record<string, string>>; errors: Partial<Record<TermField, DateError>> } | null;
  done: string | null;
}

const DONE: Record<string, string> = {
  entered: 'Your term dates are entered. They count from now on.',
  published: 'The published dates count again.',
};

const STANDING = {
  own: 'These are the dates that your service entered.',
  published: 'These are the dates published for the area.',
  general: 'No dates of your area are known for this year. These are usual ones: enter your own.',
} as const;

/** The term dates and bank holidays that a service counts with, and where it enters its own. */
export function TermsPage(props: TermsPageProps) {
  const { organisation, schoolYear, years, known, holidays, history, form, done } = props;
  const errors = TERM_FIELDS.flatMap((field) => form?.errors[field] ?? []);
  return (
    <Page
      title={`Term dates ${schoolYearWords(schoolYear)}`}
      caption={organisation.name}
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'My work', href: paths.myWork() },
      ]}
      errors={errors.map(({ text, href }) => ({ text, href }))}
    >
      {done !== null && DONE[done] !== undefined && (
        <NotificationBanner type="success">{DONE[done]}</NotificationBanner>
      )}
      <ul class="govuk-list app-choices" aria-label="School year">
        {years.map((year) => (
          <li>
            <a
              class="govuk-link"
              href={paths.terms(organisation.id, { year })}
              aria-current={year === schoolYear ? 'true' : undefined}
            >
              {schoolYearWords(year)}
            </a>
          </li>
        ))}
      </ul>
      {known === null ? (
        <p class="govuk-body">No term dates are known for this year. Enter your own below.</p>
      ) : (
        <KnownDates known={known} />
      )}
      <BankHolidays {...holidays} />
      {form !== null && <EnterDates {...props} form={form} />}
      {history.length > 0 && (
        <section aria-labelledby="history">
          <h2 class="govuk-heading-m" id="history">
            What was entered for this year
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {history.map(({ isOwn, by, role, at }) => (
              <li>
                {isOwn ? 'Dates entered' : 'Back to the published dates'} on {londonMoment(new Date(at))} by{' '}
                {by ?? 'somebody whose name is not kept'}, {role}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

function KnownDates({ known: { terms, standing, source } }: { known: KnownTerms }) {
  return (
    <>
      <p class="govuk-body">
        {STANDING[standing]} Schools may have days of their own, above all academies, and days on which only staff come.
      </p>
      <ScrollRegion label="Term dates">
        <Table
          caption="Terms"
          captionClass="govuk-visually-hidden"
          class="app-table"
          firstCellIsHeader
          head={[{ text: 'Term' }, { text: 'First day' }, { text: 'Half-term' }, { text: 'Last day' }]}
          rows={TERM_NAMES.map((name) => {
            const { starts, ends, halfTerm } = terms[name];
            return [
              { text: `${name.charAt(0).toUpperCase()}${name.slice(1)}` },
              { text: dayInWords(starts) },
              { text: `${dayInWords(halfTerm.starts)} to ${dayInWords(halfTerm.ends)}` },
              { text: dayInWords(ends) },
            ];
          })}
        />
      </ScrollRegion>
      <p class="app-source">{source}</p>
    </>
  );
}

function BankHolidays({ days, allPublished }: TermsPageProps['holidays']) {
  return (
    <section aria-labelledby="bank-holidays">
      <h2 class="govuk-heading-m" id="bank-holidays">
        Bank holidays
      </h2>
      <p class="govuk-body">
        Deadlines in working days pass over weekends and these days.
        {!allPublished && ' Some are not published yet: they are worked out by law, and extra days may be added.'}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {days.map(({ day, title }) => (
          <li>
            {dayInWords(day)}: {title}
          </li>
        ))}
      </ul>
      <p class="app-source">
        <a class="govuk-link" href="https://www.gov.uk/bank-holidays">
          GOV.UK: bank holidays in England and Wales
        </a>
      </p>
    </section>
  );
}

function EnterDates({
  organisation,
  schoolYear,
  known,
  form: { values, errors },
}: TermsPageProps & { form: NonNullable<TermsPageProps['form']> }) {
  return (
    <section aria-labelledby="enter">
      <h2 class="govuk-heading-m" id="enter">
        {known?.standing === 'own' ? 'Change your dates' : 'Enter your own dates'}
      </h2>
      <Form action={paths.terms(organisation.id, { year: schoolYear })}>
        <input type="hidden" name="do" value="enter" />
        {TERM_NAMES.map((term) => (
          <div class="app-dates">
            {TERM_DAYS.map((day) => {
              const field: TermField = `${term}-${day}`;
              const words = fieldWords(field);
              return (
                <FormDateInput
                  id={field}
                  legend={`${words.charAt(4).toUpperCase()}${words.slice(5)}`}
                  values={values}
                  error={errors[field]}
                />
              );
            })}
          </div>
        ))}
        <Button preventDoubleClick>Save these dates</Button>
      </Form>
      {known?.standing === 'own' && (
        <Form action={paths.terms(organisation.id, { year: schoolYear })}>
          <input type="hidden" name="do" value="go back" />
          <Button class="govuk-button--secondary" preventDoubleClick>
            Go back to the published dates
          </Button>
        </Form>
      )}
    </section>
  );
}
