import { randomUUID } from 'node:crypto';
import { daysAfter } from '../../../opendata/rules/london-time.ts';
import { splitOf, vatOf } from '../../rules/money/split.ts';
import type { MoneyParty } from '../../rules/money/agreed-terms.ts';
import type { Telling, Told } from './story.ts';

/** The service's rates, its budget of the year, what is charged to it, and orders and invoices with what was paid. */
export function tellMoney(telling: Telling, placements: readonly Told[]): void {
  tellRates(telling);
  const budgetId = tellBudget(telling);
  const { rows, moment, year, cast } = telling;
  const broker = cast.person(year.by.broker);
  for (const { of, story, since } of placements) {
    const agreedOn = since('under way');
    if (agreedOn === undefined || story.money?.fund !== true) continue;
    rows.add('budget_charge', {
      ...of,
      budget_id: budgetId,
      charged_by: broker.id,
      charged_in_role: broker.role,
      charged_at: moment(agreedOn),
    });
  }
  const documents = placements
    .flatMap((told) => (told.story.money?.documents ?? []).map((document) => ({ told, document })))
    .toSorted((a, b) => a.document.on - b.document.on);
  const numbers = new Map<string, number>();
  for (const { told, document } of documents) tellDocument(telling, told, document, numbers);
}

function tellRates({ rows, year, cast, day, moment }: Telling): void {
  const finance = cast.person(year.by.finance);
  for (const { role, pencePerDay } of year.money.rates)
    rows.add('service_rate', {
      organisation_id: cast.service.id,
      role,
      pence_per_day: pencePerDay,
      valid_from: day(-600),
      words: year.money.rateWords,
      entry_key: randomUUID(),
      set_by: finance.id,
      set_in_role: finance.role,
      set_at: moment(-600),
    });
}

function tellBudget({ rows, year, cast, day, moment }: Telling): string {
  const finance = cast.person(year.by.finance);
  const id = randomUUID();
  const { name, fund, pence, words } = year.money.budget;
  const today = day(0);
  const april = Number(today.slice(0, 4)) - (today.slice(5) < '04-01' ? 1 : 0);
  const made = { made_by: finance.id, made_in_role: finance.role, made_at: moment(-200) };
  rows.add('budget', {
    id,
    organisation_id: cast.service.id,
    name,
    fund,
    financial_year: april,
    restricted_to: [],
    ...made,
  });
  rows.add('budget_movement', {
    organisation_id: cast.service.id,
    from_budget: null,
    to_budget: id,
    pence,
    words,
    entry_key: randomUUID(),
    ...made,
  });
  return id;
}

type StoryDocument = NonNullable<Told['story']['money']>['documents'][number];

/** One order or invoice, for all the days that were agreed; `numbers` counts those of each issuer. */
function tellDocument(
  { rows, year, cast, day, moment, policies: { billing } }: Telling,
  { of, story, player, versionId, reference }: Told,
  { bill, on, state, paidOn }: StoryDocument,
  numbers: Map<string, number>,
): void {
  const rule = billing.flows.flatMap(({ bills }) => bills).find(({ code }) => code === bill)!;
  const party = (one: MoneyParty | 'payer'): MoneyParty =>
    one === 'payer' ? (story.money?.fund === true ? 'service' : 'supported school') : one;
  const [from, to] = [party(rule.from), party(rule.to)];
  const home = year.leaders[story.leader!]!.home;
  const names: Record<MoneyParty, string> = {
    service: cast.service.name,
    'supported school': cast.schoolName(story.school),
    'home school': cast.schoolName(home),
    trust: cast.schoolName(story.school),
  };
  const issuer = from === 'home school' ? String(home) : from === 'service' ? 'service' : String(story.school);
  const { pencePerDay, brokerageBasisPoints, vat } = year.agreement;
  const split = splitOf(
    { pencePerDay, brokerage: { way: 'percentage inside', basisPoints: brokerageBasisPoints } },
    story.halfDays!,
    billing.rounding,
  );
  const net = rule.amount === 'price' ? split.price : split.homeShare;
  const vatBasisPoints = vat ? billing.vatBasisPoints : 0;
  const vatPence = vatOf(net, vatBasisPoints, billing.rounding);
  const isApproved = state === 'approved';
  const counter = `${issuer} ${rule.document}`;
  if (isApproved) numbers.set(counter, (numbers.get(counter) ?? 0) + 1);
  const id = randomUUID();
  const [broker, finance] = [player('service'), cast.person(year.by.finance)];
  rows.add('money_document', {
    ...of,
    id,
    kind: rule.document,
    bill,
    agreement_version_id: versionId,
    from_party: from,
    to_party: to,
    issuer,
    from_name: names[from],
    to_name: names[to],
    label: rule.label,
    half_days: story.halfDays!,
    net_pence: net,
    vat_basis_points: vatBasisPoints,
    vat_pence: vatPence,
    total_pence: net + vatPence,
    due_days: rule.dueDays,
    credits: null,
    words: null,
    state,
    number: isApproved ? numbers.get(counter)! : null,
    issued_on: isApproved ? day(on) : null,
    due_on: isApproved && rule.dueDays !== null ? daysAfter(day(on), rule.dueDays) : null,
    requested_by: broker.id,
    requested_in_role: broker.role,
    requested_at: moment(on - 1),
    decided_by: isApproved ? finance.id : null,
    decided_in_role: isApproved ? finance.role : null,
    decided_at: isApproved ? moment(on) : null,
  });
  if (paidOn === null) return;
  rows.add('money_payment', {
    ...of,
    document_id: id,
    pence: net + vatPence,
    paid_on: day(paidOn),
    reference: `Invented ${reference}`,
    undoes: null,
    entry_key: randomUUID(),
    recorded_by: finance.id,
    recorded_in_role: finance.role,
    recorded_at: moment(paidOn),
  });
}
