import type { PlacementPart } from '../../../access/placement-parts.ts';
import { SummaryList } from '../../../govuk/summary-list.tsx';
import { errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import type { DateError } from '../../../web/form-date.ts';
import { paths } from '../../../web/paths.ts';
import { printedDocument } from '../../rules/money/document-word.ts';
import { type MoneyDocument, numberText } from '../../rules/money/money-document.ts';
import type { Payment } from '../../rules/money/payment.ts';
import type { Placement } from '../../rules/placement.ts';
import { FROZEN } from '../../rules/states.ts';
import { PlacementFrame } from '../placement-frame.tsx';
import { BackToMoney } from './back-to-money.tsx';
import { DecisionForms } from './decision-forms.tsx';
import { StandingTag } from './document-table.tsx';
import { CreditForm, PaymentForm, Payments } from './payments.tsx';
import { Printed } from './printed.tsx';

export interface DocumentPageProps {
  placement: Placement;
  part: PlacementPart;
  document: MoneyDocument;
  /** Of a credit note: the invoice that it takes back. */
  credited: MoneyDocument | null;
  /** Of an invoice: its credit notes that were approved or wait. */
  credits: readonly MoneyDocument[];
  payments: readonly Payment[];
  today: string;
  /** What the reader may do with it; all false for schools. */
  can: { request: boolean; approve: boolean; pay: boolean };
  personId: string;
  form: FormState;
  dateError: DateError | undefined;
  entryKey: string;
  done: string | null;
}

/** An order, invoice or credit note: as it is printed, and what can be done with it. */
export function DocumentPage(props: DocumentPageProps) {
  const { placement, part, document, credited, credits, payments, today, can, form, done } = props;
  const printed = printedDocument(document, credited === null ? null : numberText(credited));
  const live = !FROZEN.includes(placement.state);
  const isInvoice = document.kind === 'invoice' && document.state === 'approved';
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="money"
      heading={printed.title}
      errors={errorsOf(form)}
      done={done}
    >
      <BackToMoney placement={placement} />
      <p class="govuk-body">
        <StandingTag document={document} today={today} />
      </p>
      <Printed printed={printed} />
      <p class="govuk-body app-no-print">
        <a class="govuk-link" href={paths.moneyDocument(placement.id, document.id, 'word')}>
          As a Word document
        </a>
      </p>
      {part === 'service' && <WhoDid document={document} />}
      {live && <DecisionForms {...props} />}
      {credited !== null && <Links heading="Takes back" documents={[credited]} />}
      {credits.length > 0 && <Links heading="Credit notes" documents={credits} />}
      {isInvoice && <Payments {...props} live={live} />}
      {isInvoice && payments.length > 0 && (
        <p class="govuk-body app-no-print">
          <a class="govuk-link" href={paths.moneyDocument(placement.id, document.id, 'remittance')}>
            Remittance advice
          </a>
        </p>
      )}
      {isInvoice && live && can.pay && <PaymentForm {...props} />}
      {isInvoice && live && can.request && <CreditForm {...props} />}
    </PlacementFrame>
  );
}

function Links({ heading, documents }: { heading: string; documents: readonly MoneyDocument[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">{heading}</h2>
      <ul class="govuk-list">
        {documents.map((document) => (
          <li>
            <a class="govuk-link" href={paths.moneyDocument(document.placementId, document.id)}>
              {document.kind === 'invoice' ? 'Invoice' : 'Credit note'} {numberText(document) ?? '(waits for approval)'}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

const DECIDED = { requested: '', approved: 'Approved', refused: 'Refused', withdrawn: 'Taken back' } as const;

const who = (name: string | null, at: Date) => `${name ?? 'A former colleague'}, ${londonMoment(at)}`;

function WhoDid({ document }: { document: MoneyDocument }) {
  const { requestedBy, requestedAt, decidedBy, decidedAt, decidedWords, state } = document;
  return (
    <SummaryList
      rows={[
        { key: { text: 'Asked for' }, value: { text: who(requestedBy, requestedAt) } },
        decidedAt !== null && { key: { text: DECIDED[state] }, value: { text: who(decidedBy, decidedAt) } },
        decidedWords !== null && { key: { text: 'Why' }, value: { text: decidedWords } },
      ]}
    />
  );
}
