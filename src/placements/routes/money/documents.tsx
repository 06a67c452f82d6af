import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import { formState } from '../../../need/routes/round/asked-for.tsx';
import { readForm } from '../../../need/schema/form-fields.ts';
import { dayInWords } from '../../../opendata/rules/london-time.ts';
import { NotFound } from '../../../web/errors.tsx';
import { formOf } from '../../../web/forgery.ts';
import type { DateError } from '../../../web/form-date.ts';
import { may, mayAlso, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { wordDocument } from '../../../web/word-document.ts';
import { decideDocument, withdrawDocument } from '../../commands/money/decide-document.ts';
import { recordPayment, undoPayment } from '../../commands/money/record-payment.ts';
import { requestCredit } from '../../commands/money/request-document.ts';
import { DocumentPage } from '../../pages/money/document.tsx';
import { RemittancePage } from '../../pages/money/remittance.tsx';
import { type PlacementScope } from '../../policy.ts';
import { approveMoney, readMoney, recordPayment as payPermission, requestMoney } from '../../policy/money.ts';
import { documentPageOf } from '../../queries/money/money-page.ts';
import { printedDocument, printedRemittance, wordBlocks } from '../../rules/money/document-word.ts';
import { numberText } from '../../rules/money/money-document.ts';
import { poundsText } from '../../rules/money/pence.ts';
import { creditForm, paymentForm, refuseForm } from '../../schema/money/money-forms.ts';
import { placementAskedFor, placementSubjectOf } from '../asked-for.tsx';
import { DOCUMENT, FROZEN_WORDS, idOf, keyOfForm, onToday, withDate, wordAnswer } from './asked-for.tsx';

const DONE: Readonly<Record<string, string>> = {
  asked: 'It is asked for. Somebody else of the service approves it.',
  waits: 'It was asked for already, and waits for approval.',
  approved: 'It is approved, and has its number and its date.',
  overspends: 'It is approved, and has its number and its date. The budget that it is charged to is overspent.',
  refused: 'It is refused.',
  withdrawn: 'It is taken back.',
  paid: 'The payment is recorded.',
  undone: 'The payment is undone.',
};

const NO_SUCH = 'There is no such document that concerns you.';

/** An order, invoice or credit note: read, printed, approved, credited and paid. */
export function documentRoutes({ db }: { db: Kysely<Database> }): Hono {
  const subject = placementSubjectOf(db);
  return new Hono()
    .get(DOCUMENT, may(readMoney, subject), (c) => documentPage(c, db, scopeOf(c, readMoney)))
    .get(`${DOCUMENT}/word`, may(readMoney, subject), async (c) => {
      const { document, credited } = await shownOf(c, db, scopeOf(c, readMoney));
      const printed = printedDocument(document, credited === null ? null : numberText(credited));
      const footer = `${document.reference}, ${document.school}`;
      return wordAnswer(
        c,
        fileName(printed.title),
        await wordDocument({ title: printed.title, footer, blocks: wordBlocks(printed) }),
      );
    })
    .get(`${DOCUMENT}/remittance`, may(readMoney, subject), async (c) => {
      const scope = scopeOf(c, readMoney);
      const { document, payments } = await shownOf(c, db, scope);
      if (payments.length === 0) throw new NotFound('Nothing was paid of this.');
      const { placement, part } = await placementAskedFor(c, db, scope);
      return page(c, <RemittancePage placement={placement} part={part} document={document} payments={payments} />);
    })
    .get(`${DOCUMENT}/remittance-word`, may(readMoney, subject), async (c) => {
      const { document, payments } = await shownOf(c, db, scopeOf(c, readMoney));
      if (payments.length === 0) throw new NotFound('Nothing was paid of this.');
      const printed = printedRemittance(document, payments);
      const footer = `${document.reference}, ${document.school}`;
      return wordAnswer(
        c,
        fileName(printed.title),
        await wordDocument({ title: printed.title, footer, blocks: wordBlocks(printed) }),
      );
    })
    .post(`${DOCUMENT}/approve`, may(approveMoney, subject), async (c) => {
      const scope = scopeOf(c, approveMoney);
      return decided(
        c,
        db,
        scope,
        await decideDocument(db, scope, { documentId: idOf(c, 'document'), approve: true, words: null }, onToday()),
      );
    })
    .post(`${DOCUMENT}/refuse`, may(approveMoney, subject), async (c) => {
      const scope = scopeOf(c, approveMoney);
      const form = await formOf(c);
      const read = readForm(refuseForm, form);
      if (!read.ok) return documentPage(c, db, scope, { form: formState(form, read.errors) });
      const asked = { documentId: idOf(c, 'document'), approve: false, words: read.value.words };
      return decided(c, db, scope, await decideDocument(db, scope, asked, onToday()), 'refused');
    })
    .post(`${DOCUMENT}/withdraw`, may(requestMoney, subject), async (c) => {
      const scope = scopeOf(c, requestMoney);
      const result = await withdrawDocument(db, scope, idOf(c, 'document'), onToday());
      if (result.ok) return back(c, db, scope, 'withdrawn');
      return refused(
        c,
        db,
        scope,
        {
          'no such placement': null,
          'no such document': null,
          frozen: FROZEN_WORDS,
          'decided already': 'It was decided meanwhile: this is how it stands',
          'not yours': 'Whoever asked for it takes it back',
        }[result.reason],
      );
    })
    .post(`${DOCUMENT}/credit`, may(requestMoney, subject), async (c) => {
      const scope = scopeOf(c, requestMoney);
      const form = await formOf(c);
      const read = readForm(creditForm, form);
      if (!read.ok) return documentPage(c, db, scope, { form: formState(form, read.errors) });
      const { days: halfDays, creditWords: words } = read.value;
      const result = await requestCredit(db, scope, { documentId: idOf(c, 'document'), halfDays, words }, onToday());
      if (result.ok) {
        const { placement } = await placementAskedFor(c, db, scope);
        const done = result.again ? 'waits' : 'asked';
        return c.redirect(paths.moneyDocument(placement.id, result.documentId, undefined, { done }), 303);
      }
      const fault = {
        'no such placement': null,
        'no such invoice': null,
        frozen: FROZEN_WORDS,
        'too many': 'Not so many days are left of this invoice',
      }[result.reason];
      return refused(c, db, scope, fault, { field: 'days', form });
    })
    .post(`${DOCUMENT}/payments`, may(payPermission, subject), async (c) => {
      const scope = scopeOf(c, payPermission);
      const form = await formOf(c);
      const on = onToday();
      const asked = { name: 'the day of the payment', when: 'today or past', today: on.today } as const;
      const read = withDate(readForm(paymentForm, form), form, 'paidOn', asked);
      if (!read.ok)
        return documentPage(c, db, scope, { form: formState(form, read.errors), dateError: read.dateError });
      const { key, amount: pence, day: paidOn, reference } = read.value;
      const result = await recordPayment(
        db,
        scope,
        { documentId: idOf(c, 'document'), pence, paidOn, reference, key },
        on,
      );
      if (result.ok) return back(c, db, scope, 'paid');
      if (result.reason === 'more than is owed')
        return refused(c, db, scope, `No more than ${poundsText(result.owed)} is owed`, { field: 'amount', form });
      if (result.reason === 'before its date') {
        const words = `The invoice is of ${dayInWords(result.issuedOn)}: it cannot have been paid before`;
        return refused(c, db, scope, words, { field: 'paidOn-day', form });
      }
      return refused(c, db, scope, result.reason === 'frozen' ? FROZEN_WORDS : null);
    })
    .post(`${DOCUMENT}/payments/:payment/undo`, may(payPermission, subject), async (c) => {
      const scope = scopeOf(c, payPermission);
      const asked = { documentId: idOf(c, 'document'), paymentId: idOf(c, 'payment') };
      const result = await undoPayment(db, scope, asked, onToday());
      if (result.ok) return back(c, db, scope, 'undone');
      return refused(c, db, scope, result.reason === 'frozen' ? FROZEN_WORDS : null);
    });
}

async function decided(
  c: Context,
  db: Kysely<Database>,
  scope: PlacementScope,
  result: Awaited<ReturnType<typeof decideDocument>>,
  done = 'approved',
) {
  if (result.ok) return back(c, db, scope, result.overspends ? 'overspends' : done);
  return refused(
    c,
    db,
    scope,
    {
      'no such placement': null,
      'no such document': null,
      frozen: FROZEN_WORDS,
      'decided already': 'It was decided already: this is how it stands',
      'own request': 'You asked for this yourself: somebody else of the service approves or refuses it',
      'too much credited': 'With it more would be credited than the invoice asked for: refuse it',
      overspends:
        'The budget that this placement is charged to does not hold so much: charge it to another, or move money first',
    }[result.reason],
  );
}

async function back(c: Context, db: Kysely<Database>, scope: PlacementScope, done: string) {
  const { placement } = await placementAskedFor(c, db, scope);
  return c.redirect(paths.moneyDocument(placement.id, idOf(c, 'document'), undefined, { done }), 303);
}

/** The page again, with why nothing was done; without words the record is none that concerns whoever asks. */
function refused(
  c: Context,
  db: Kysely<Database>,
  scope: PlacementScope,
  words: string | null,
  { field = 'main-content', form = {} }: { field?: string; form?: Record<string, unknown> } = {},
) {
  if (words === null) throw new NotFound(NO_SUCH);
  return documentPage(c, db, scope, { form: formState(form, { [field]: words }), status: 409 });
}

interface Shown {
  form?: FormState;
  status?: 409;
  dateError?: DateError | undefined;
}

async function shownOf(c: Context, db: Kysely<Database>, scope: PlacementScope) {
  const { placement, part, role } = await placementAskedFor(c, db, scope);
  const shown = await documentPageOf(db, scope, placement.id, idOf(c, 'document'));
  if (shown === null) throw new NotFound(NO_SUCH);
  return { placement, part, role, ...shown };
}

async function documentPage(
  c: Context,
  db: Kysely<Database>,
  scope: PlacementScope,
  { form = formState(), status, dateError }: Shown = {},
) {
  const { role: _role, ...shown } = await shownOf(c, db, scope);
  const subject = await placementSubjectOf(db)(c);
  const can = {
    request: mayAlso(c, requestMoney, subject) !== null,
    approve: mayAlso(c, approveMoney, subject) !== null,
    pay: mayAlso(c, payPermission, subject) !== null,
  };
  return page(
    c,
    <DocumentPage
      {...shown}
      today={onToday().today}
      can={can}
      personId={c.get('person')?.id ?? ''}
      form={form}
      dateError={dateError}
      entryKey={keyOfForm(form.typed)}
      done={DONE[c.req.query('done') ?? ''] ?? null}
    />,
    status ?? (Object.keys(form.errors).length > 0 ? 400 : 200),
  );
}

/** "purchase-order-po-00001" */
function fileName(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
