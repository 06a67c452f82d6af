import { type Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { ROLES, type Role } from '../access/roles.ts';
import { type Invited, invite } from '../accounts/commands/invite.ts';
import { operatorTask } from '../accounts/policy.ts';
import { emailAddress, personName } from '../accounts/schema/people.ts';
import { signInPolicyKind } from '../accounts/schema/sign-in-policy.ts';
import { readConfig } from '../config.ts';
import { policyAsAt } from '../policies.ts';
import { paths } from '../web/paths.ts';
import { CommandError } from './command-error.ts';
import { answer } from './output.ts';
import { withDatabase } from './with-database.ts';

interface Options {
  organisation: string;
  email: string;
  name: string;
  role: Role;
  json?: true;
}

const REFUSED: Record<Extract<Invited, { ok: false }>['reason'], string> = {
  'no such organisation': 'There is no open organisation with this id: bin/alongside organisation shows the id',
  'not a role there': 'This role makes no sense in an organisation of this kind: docs/cli.md lists which do',
  'holds the role': 'Somebody with this email address has this role already',
  'invited already':
    'Somebody with this email address is invited to this role already: an administrator can send it again',
};

/** `bin/alongside invite`: the way the first administrator of an organisation comes in. Prints the link and queues the mail. */
export function inviteCommand(program: Command): Command {
  return program
    .command('invite')
    .description('Invite somebody to a role in an organisation, and print the link')
    .requiredOption(
      '--organisation <id>',
      'as bin/alongside organisation prints it',
      checkedBy(z.uuid('Give the id of an organisation.')),
    )
    .requiredOption('--email <address>', 'their own email address', checkedBy(emailAddress))
    .requiredOption('--name <name>', 'what they are called', checkedBy(personName))
    .requiredOption('--role <role>', ROLES.join(', '), checkedBy(z.enum(ROLES, `Give one of ${ROLES.join(', ')}.`)))
    .option('--json', 'print the answer as JSON')
    .action(({ organisation, json, ...invitee }: Options) =>
      withDatabase('invite', async ({ db }) => {
        const config = readConfig();
        const siteUrl = config.siteUrl ?? `http://localhost:${config.port}`;
        const terms = {
          policy: policyAsAt(signInPolicyKind, new Date().toISOString().slice(0, 10)),
          linkOf: (token: string) => siteUrl + paths.invitation(token),
        };
        const scope = operatorTask('operator.invite');
        const invited = await invite(db, scope, terms, { organisationId: organisation, ...invitee });
        if (!invited.ok) throw new CommandError(REFUSED[invited.reason]);
        answer(inviteAnswer(invited), json, () => inviteText(invited, invitee));
      }),
    );
}

/** docs/cli.md tells the keys. */
export function inviteAnswer(invited: Extract<Invited, { ok: true }>) {
  return invited.by === 'role'
    ? { by: invited.by, link: null, expiresAt: null }
    : { by: invited.by, link: invited.link, expiresAt: invited.expiresAt.toISOString() };
}

function inviteText(invited: Extract<Invited, { ok: true }>, { name, role }: Pick<Options, 'name' | 'role'>): string {
  if (invited.by === 'role') return `${name} has a role there already, and has the role of ${role} from now on.`;
  return [
    `${name} is invited as ${role}. The mail is queued; this is its link, for them alone:`,
    invited.link,
    `It works once, until ${invited.expiresAt.toISOString().slice(0, 16).replace('T', ' ')} UTC.`,
  ].join('\n');
}

function checkedBy<T>(schema: z.ZodType<T>): (text: string) => T {
  return (text) => {
    const parsed = schema.safeParse(text);
    if (parsed.success) return parsed.data;
    throw new InvalidArgumentError(parsed.error.issues[0]?.message ?? '');
  };
}
