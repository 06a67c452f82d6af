import { Button } from '../../../govuk/button.tsx';
import { Checkboxes } from '../../../govuk/checkboxes.tsx';
import { Input } from '../../../govuk/input.tsx';
import { NotificationBanner } from '../../../govuk/notification-banner.tsx';
import { Select } from '../../../govuk/select.tsx';
import { Table } from '../../../govuk/table.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { dayInWords, londonMoment } from '../../../opendata/rules/london-time.ts';
import { Form } from '../../../web/form.tsx';
import type { DateError } from '../../../web/form-date.ts';
import { FormDateInput } from '../../../web/form-date-input.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import { poundsText } from '../../rules/money/pence.ts';
import { type OwnRate, ownRateOn, type PublishedRates, roleWords } from '../../rules/money/rates.ts';
import { MoneyLinks } from './service-money.tsx';
import { brokerageWords } from './terms.tsx';

interface RatesPageProps {
  organisation: { id: string; name: string };
  own: readonly OwnRate[];
  published: PublishedRates;
  /** Codes of roles that a rate can be set for. */
  roles: readonly string[];
  today: string;
  sets: boolean;
  form: FormState;
  dateError: DateError | undefined;
  entryKey: string;
  done: string | null;
}

/** The day rates of a service with their history, and what others published. */
export function RatesPage(props: RatesPageProps) {
  const { organisation, own, published, roles, today, sets, form, done } = props;
  const inForce = roles.flatMap((role) => ownRateOn(own, role, today) ?? []);
  return (
    <Page
      title={`Day rates: ${organisation.name}`}
      heading="Day rates"
      caption={organisation.name}
      wide
      breadcrumbs={[{ text: 'Home', href: paths.home() }]}
      errors={errorsOf(form)}
    >
      {done !== null && <NotificationBanner type="success">{done}</NotificationBanner>}
      <MoneyLinks organisation={organisation} current="rates" />
      <p class="govuk-body">
        Prices of a day without VAT; half days cost half. An agreement keeps the rate that was agreed in it.
      </p>
      <h2 class="govuk-heading-m">Rates of this service today</h2>
      {inForce.length === 0 ? (
        <p class="govuk-body">The service has set none: agreements name their own.</p>
      ) : (
        <ScrollRegion label="Rates today">
          <Table
            caption="Rates of this service today"
            captionClass="govuk-visually-hidden"
            class="app-table"
            firstCellIsHeader
            head={[{ text: 'Role' }, { text: 'From' }, { text: 'A day', format: 'numeric' }]}
            rows={inForce.map(({ role, validFrom, pencePerDay }) => [
              { text: roleWords(role) },
              { text: dayInWords(validFrom) },
              { text: poundsText(pencePerDay!), format: 'numeric' },
            ])}
          />
        </ScrollRegion>
      )}
      {sets && <SetRate {...props} />}
      {own.length > 0 && (
        <>
          <h2 class="govuk-heading-m">History</h2>
          <ScrollRegion label="History of rates">
            <Table
              caption="Every rate that was set, the newest first"
              captionClass="govuk-visually-hidden"
              class="app-table"
              firstCellIsHeader
              head={[
                { text: 'Role' },
                { text: 'From' },
                { text: 'Rests on' },
                { text: 'Set by' },
                { text: 'A day', format: 'numeric' },
              ]}
              rows={own.map(({ role, validFrom, words, setBy, setAt, pencePerDay }) => [
                { text: roleWords(role) },
                { text: dayInWords(validFrom) },
                { text: words },
                { text: `${setBy}, ${londonMoment(setAt)}` },
                { text: pencePerDay === null ? 'Ended' : poundsText(pencePerDay), format: 'numeric' },
              ])}
            />
          </ScrollRegion>
        </>
      )}
      <h2 class="govuk-heading-m">What others published</h2>
      <ScrollRegion label="Published rates">
        <Table
          caption={published.title}
          captionClass="govuk-table__caption--s"
          class="app-table"
          firstCellIsHeader
          head={[
            { text: 'Body' },
            { text: 'Role' },
            { text: 'Part of the broker' },
            { text: 'Source' },
            { text: 'A day', format: 'numeric' },
          ]}
          rows={published.lists.flatMap(({ body, source, note, rates, brokerage }) =>
            rates.map(({ role, pencePerDay }) => [
              { text: `${body} (${note.charAt(0).toLowerCase()}${note.slice(1)})` },
              { text: roleWords(role) },
              { text: brokerage === null ? 'Not stated' : brokerageWords(brokerage) },
              { text: source },
              { text: poundsText(pencePerDay), format: 'numeric' as const },
            ]),
          )}
        />
      </ScrollRegion>
    </Page>
  );
}

function SetRate({ organisation, roles, form, dateError, entryKey }: RatesPageProps) {
  const { typed, errors } = form;
  const fault = (name: string) => (errors[name] === undefined ? undefined : { text: errors[name] });
  return (
    <section class="app-no-print" aria-labelledby="set">
      <h2 class="govuk-heading-m" id="set">
        Set a rate
      </h2>
      <Form action={paths.serviceRates(organisation.id)}>
        <input type="hidden" name="key" value={entryKey} />
        <Select
          id="role"
          name="role"
          label={{ text: 'Role' }}
          items={roles.map((code) => ({ value: code, text: roleWords(code) }))}
          value={typed.role ?? roles[0]}
          errorMessage={fault('role')}
        />
        <Input
          id="amount"
          name="amount"
          label={{ text: 'Rate of a day' }}
          prefix={{ text: '£' }}
          inputmode="decimal"
          class="govuk-input--width-10"
          value={typed.amount ?? ''}
          errorMessage={fault('amount')}
        />
        <Checkboxes
          name="ends"
          items={[
            {
              value: 'yes',
              text: 'End the rate instead: from that day the service has none for the role',
              checked: typed.ends === 'yes',
            },
          ]}
        />
        <FormDateInput
          id="validFrom"
          legend="From which day"
          hint="For example, 1 9 2027"
          values={typed}
          error={dateError}
        />
        <Textarea
          id="words"
          name="words"
          label={{ text: 'What it rests on' }}
          hint={{ text: 'For example, a decision of the schools forum and its date' }}
          rows={2}
          value={typed.words ?? ''}
          errorMessage={fault('words')}
        />
        <Button preventDoubleClick>Set the rate</Button>
      </Form>
    </section>
  );
}
