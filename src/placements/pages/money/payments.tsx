import { Button } from '../../../govuk/button.tsx';
import { Input } from '../../../govuk/input.tsx';
import { Table } from '../../../govuk/table.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { dayInWords } from '../../../opendata/rules/london-time.ts';
import { Form } from '../../../web/form.tsx';
import { FormDateInput } from '../../../web/form-date-input.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import { owedOf } from '../../rules/money/money-document.ts';
import { type Payment, standingPayments } from '../../rules/money/payment.ts';
import { poundsText } from '../../rules/money/pence.ts';
import type { DocumentPageProps } from './document.tsx';

/** What was paid of an invoice, and what is owed. */
export function Payments({ placement, document, payments, can, live }: DocumentPageProps & { live: boolean }) {
  const owed = owedOf(document);
  const standing = new Set(standingPayments(payments).map(({ id }) => id));
  return (
    <section aria-labelledby="payments">
      <h2 class="govuk-heading-m" id="payments">
        Payments
      </h2>
      <p class="govuk-body">
        {owed < 0
          ? `${poundsText(-owed)} is to be paid back.`
          : owed === 0
            ? 'Nothing is owed.'
            : `${poundsText(owed)} is owed.`}
      </p>
      {payments.length > 0 && (
        <ScrollRegion label="Payments">
          <Table
            caption="Payments of this invoice"
            captionClass="govuk-visually-hidden"
            class="app-table"
            firstCellIsHeader
            head={[
              { text: 'Paid on' },
              { text: 'Reference' },
              { text: 'Recorded by' },
              { text: 'Amount', format: 'numeric' },
            ]}
            rows={payments.map((payment) => [
              { text: dayInWords(payment.paidOn) },
              { text: `${payment.reference}${noteOf(payment, standing)}` },
              { text: payment.recordedBy ?? '' },
              { text: poundsText(payment.pence), format: 'numeric' },
            ])}
          />
        </ScrollRegion>
      )}
      {live &&
        can.pay &&
        payments
          .filter(({ id }) => standing.has(id))
          .map((payment) => (
            <Form action={paths.undoPayment(placement.id, document.id, payment.id)} class="app-no-print">
              <Button class="govuk-button--secondary" preventDoubleClick>
                {`Undo the payment of ${poundsText(payment.pence)} of ${dayInWords(payment.paidOn)}`}
              </Button>
            </Form>
          ))}
    </section>
  );
}

function noteOf({ id, undoes }: Payment, standing: ReadonlySet<string>): string {
  if (undoes !== null) return ' (undoes a payment)';
  return standing.has(id) ? '' : ' (undone)';
}

/** Where a payment is recorded. */
export function PaymentForm({ placement, document, form, dateError, entryKey }: DocumentPageProps) {
  const { typed, errors } = form;
  const fault = (name: string) => (errors[name] === undefined ? undefined : { text: errors[name] });
  if (owedOf(document) <= 0) return null;
  return (
    <section class="app-no-print" aria-labelledby="pay">
      <h2 class="govuk-heading-m" id="pay">
        Record a payment
      </h2>
      <Form action={paths.moneyDocument(placement.id, document.id, 'payments')}>
        <input type="hidden" name="key" value={entryKey} />
        <Input
          id="amount"
          name="amount"
          label={{ text: 'Amount' }}
          prefix={{ text: '£' }}
          inputmode="decimal"
          class="govuk-input--width-10"
          value={typed.amount ?? ''}
          errorMessage={fault('amount')}
        />
        <FormDateInput id="paidOn" legend="Paid on" hint="For example, 27 3 2026" values={typed} error={dateError} />
        <Input
          id="reference"
          name="reference"
          label={{ text: 'Reference' }}
          hint={{ text: 'As the bank or the finance system has it' }}
          class="govuk-input--width-20"
          value={typed.reference ?? ''}
          errorMessage={fault('reference')}
        />
        <Button preventDoubleClick>Record the payment</Button>
      </Form>
    </section>
  );
}

/** Where a credit note is asked for. */
export function CreditForm({ placement, document, credits, form }: DocumentPageProps) {
  const { typed, errors } = form;
  const fault = (name: string) => (errors[name] === undefined ? undefined : { text: errors[name] });
  const left = document.halfDays - document.creditedHalfDays;
  if (left === 0 || credits.some(({ state }) => state === 'requested')) return null;
  return (
    <section class="app-no-print" aria-labelledby="credit">
      <h2 class="govuk-heading-m" id="credit">
        Take back by a credit note
      </h2>
      <p class="govuk-body">
        An invoice that was approved does not change. A credit note takes back days of it; they can be billed anew.
      </p>
      <Form action={paths.moneyDocument(placement.id, document.id, 'credit')}>
        <Input
          id="days"
          name="days"
          label={{ text: 'How many days' }}
          hint={{ text: `Whole or half days, at most ${left / 2}` }}
          inputmode="decimal"
          class="govuk-input--width-5"
          value={typed.days ?? ''}
          errorMessage={fault('days')}
        />
        <Textarea
          id="creditWords"
          name="creditWords"
          label={{ text: 'Why' }}
          hint={{ text: 'It stands on the credit note.' }}
          rows={2}
          value={typed.creditWords ?? ''}
          errorMessage={fault('creditWords')}
        />
        <Button class="govuk-button--secondary" preventDoubleClick>
          Ask for a credit note
        </Button>
      </Form>
    </section>
  );
}
