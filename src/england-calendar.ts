import { bankHolidays, type Holidays } from './calendar/bank-holidays.ts';
import { type BankHolidayPolicy, bankHolidayPolicyKind, termDatesPolicyKind } from './calendar/calendar-policies.ts';
import { type KnownTerms, termsOfArea } from './calendar/terms.ts';
import { policiesOf, policyAsAt } from './policies.ts';

const made = new WeakMap<BankHolidayPolicy, Holidays>();

/** The bank holidays of England, by the policy that holds on an ISO day. Throws PolicyError when none does. */
export function englandHolidays(today: string): Holidays {
  const policy = policyAsAt(bankHolidayPolicyKind, today);
  const known = made.get(policy) ?? bankHolidays(policy);
  made.set(policy, known);
  return known;
}

/** The term dates of an area in a school year as policies hold them; null when no file has the year. What a service entered goes before: accounts/queries/terms.ts. */
export function publishedTerms(laCode: number | null, schoolYear: number): KnownTerms | null {
  return termsOfArea(policiesOf(termDatesPolicyKind), laCode, schoolYear);
}
