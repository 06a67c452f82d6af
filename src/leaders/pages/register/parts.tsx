import { NotificationBanner } from '../../../govuk/notification-banner.tsx';
import { dayInWords } from '../../../opendata/rules/london-time.ts';
import type { DateError } from '../../../web/form-date.ts';
import { paths } from '../../../web/paths.ts';
import type { SupportPolicy } from '../../rules/support-policy.ts';
import { fieldOf, roleOf } from '../../rules/support-policy.ts';

/** A form of the register: what stands in its boxes, what is ticked, and what is wrong. */
export interface RegisterForm {
  typed: Readonly<Record<string, string>>;
  chosen: Readonly<Record<string, readonly string[]>>;
  errors: Readonly<Record<string, string>>;
  /** By the prefix of the boxes. */
  dates: Readonly<Record<string, DateError>>;
}

export type Organisation = { id: string; name: string };

/** Where a form about a leader stands: among those of the service, or on the leader's own page. */
export type Place = { of: 'service'; organisation: Organisation } | { of: 'leader' };

/** The summary of what is wrong, each a link to its field. */
export function summaryOf({ errors, dates }: RegisterForm): { text: string; href: string }[] {
  return [
    ...Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` })),
    ...Object.values(dates).map(({ text, href }) => ({ text, href })),
  ];
}

/** What is wrong with a field, for its component. */
export function faultIn({ errors }: RegisterForm, field: string): { text: string } | undefined {
  return errors[field] === undefined ? undefined : { text: errors[field] };
}

/** Where pages of a service's register stand. */
export function registerCrumbs(organisation: Organisation, leader?: { id: string; name: string }) {
  return [
    { text: 'Home', href: paths.home() },
    { text: 'Leaders’ register', href: paths.register(organisation.id) },
    ...(leader === undefined ? [] : [{ text: leader.name, href: paths.leader(organisation.id, leader.id) }]),
  ];
}

/** Where a form about a leader stands. */
export function placeCrumbs(place: Place, leader: { id: string; name: string }) {
  return place.of === 'service'
    ? registerCrumbs(place.organisation, leader)
    : [
        { text: 'Home', href: paths.home() },
        { text: 'Your entry as a leader', href: paths.ownEntries() },
      ];
}

/** Says that what was sent has been done. */
export function Done({ done, words }: { done: string | null; words: Readonly<Record<string, string>> }) {
  const said = done === null ? undefined : words[done];
  return said === undefined ? null : <NotificationBanner type="success">{said}</NotificationBanner>;
}

/** What each deed says once it is done. */
export const DONE_WORDS: Readonly<Record<string, string>> = {
  added: 'The leader is in the register.',
  changed: 'The entry is changed.',
  unchanged: 'Nothing was changed: the entry says this already.',
  active: 'The entry is active.',
  paused: 'The entry is paused.',
  ended: 'The entry has ended. It can be restored.',
  designated: 'The designation is written down.',
  days: 'The days are written down.',
  standing: 'It is written down.',
  withdrawn: 'It no longer counts. It stays in the history.',
  consent: 'The choice about the directory is written down.',
};

/** Names of roles from their codes; a code that the policy no longer has stands for itself. */
export function roleWords(policy: Pick<SupportPolicy, 'roles'>, codes: readonly string[]): string {
  return codes.map((code) => roleOf(policy, code)?.label ?? code).join(', ');
}

/** Names of fields from their codes. */
export function fieldWords(policy: Pick<SupportPolicy, 'fields'>, codes: readonly string[]): string {
  return codes.map((code) => fieldOf(policy, code)?.label ?? code).join(', ');
}

/** A day in words, or what to say where it is missing. */
export function dayOr(day: string | null, missing: string): string {
  return day === null ? missing : dayInWords(day);
}

/** "3 leaders", "1 leader". */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}

/** With a capital: for a label that stands first. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
