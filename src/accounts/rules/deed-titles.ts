import type { DeedTitles } from './trail-entry.ts';

/** What the house does in nobody's name, and what people do besides the deeds that permissions name. */
const HOUSE_DEEDS = {
  'retention.apply': 'destroy what is no longer kept',
  'demonstration.prepare': 'prepare demonstration people',
  'demonstration.outbox': 'read the demonstration outbox',
  'mail.send': 'send mail',
  'news.send': 'send news by mail',
  'news.unsubscribe': 'end news by mail by the link in a letter',
  'work.remind': 'remind people of what is due',
  'work.write-weekly': 'write the weekly letter of work',
  'work.stop-mail': 'end mail about work by the link in a letter',
  'sign-out': 'sign out',
  'complaint.make': 'make a complaint',
  'account.switch-role': 'change the role acted in',
  'account.end-session': 'end a session of one’s own',
  'account.end-other-sessions': 'end one’s other sessions',
  'account.password': 'change one’s password',
  'account.second-factor.set-up': 'set up a second factor',
  'account.second-factor.prove': 'give the code again before a change',
  'account.second-factor.remove': 'remove the second factor',
  'account.recovery-codes': 'make new recovery codes',
  'data-request.record': 'write down a request about personal data',
  'data-request.place-hold': 'place a legal hold',
  'data-request.lift-hold': 'lift a legal hold',
  'invitation.accept': 'accept an invitation',
  'people.invite': 'invite somebody to a role',
  'people.give-role': 'give somebody a further role',
  'people.resend-invitation': 'send an invitation again',
  'people.withdraw-invitation': 'withdraw an invitation',
  'people.end-role': 'end somebody’s role',
  'people.confirm-role': 'confirm that a role is still right',
  'operator.organisation': 'make, close or reopen an organisation from the command line',
  'operator.invite': 'invite somebody from the command line',
  'operator.complaints': 'list or route complaints from the command line',
  'sign-in.demonstration': 'sign in as a demonstration person',
  'sign-in.provider': 'sign in with a provider',
  'sign-in.provider-begun': 'go to a provider to sign in',
  'sign-in.provider-returned': 'come back from a provider',
  'sign-in.password': 'sign in with a password',
  'sign-in.code': 'give the code of the second factor',
  'sign-in.recovery-code': 'give a recovery code',
  'sign-in.password-forgotten': 'ask for a new password',
  'sign-in.password-reset': 'choose a new password by a link',
  'sign-in.invitation': 'open an invitation',
} as const;

/** What actions are in words: the titles of permissions (of every room's policy), then the deeds that no permission names. */
export function deedTitles(policies: readonly Readonly<Record<string, unknown>>[]): DeedTitles {
  const titles = policies.flatMap((policy) => Object.values(policy)).filter(isPermission);
  return new Map([...Object.entries(HOUSE_DEEDS), ...titles.map(({ verb, title }) => [verb, title] as const)]);
}

/** An action in words: its title, or for a step of the house that has none its own name: "sign-in.code" is "sign in: code". */
export function deedText(titles: DeedTitles, action: string): string {
  const title = titles.get(action);
  if (title !== undefined) return title;
  const [room = action, ...rest] = action.split('.');
  return [room.replaceAll('-', ' '), rest.join('.').replaceAll('-', ' ')].filter(Boolean).join(': ');
}

function isPermission(value: unknown): value is { verb: string; title: string } {
  return typeof value === 'object' && value !== null && 'verb' in value && 'title' in value;
}
