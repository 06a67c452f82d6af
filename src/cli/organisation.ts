import { type Command, Option } from 'commander';
import { ORGANISATION_KINDS, type OrganisationKind } from '../access/roles.ts';
import { keepOrganisation } from '../accounts/commands/keep-organisation.ts';
import { operatorTask } from '../accounts/policy.ts';
import { registerName } from '../accounts/queries/register-name.ts';
import { KEY_OF_KIND, type OrganisationRecord } from '../accounts/rules/organisation-record.ts';
import type { OpenDatabase } from '../db/connect.ts';
import { authorityNoted } from '../schools/queries/areas.ts';
import { wholeNumber } from './arguments.ts';
import { CommandError } from './command-error.ts';
import { answer } from './output.ts';
import { withData } from './with-database.ts';

interface Options {
  kind: OrganisationKind;
  key?: number;
  name?: string;
  close?: true;
  reopen?: true;
  json?: true;
}

/** `bin/alongside organisation --kind K --key N`: an organisation that people act for, made when it is not there yet. */
export function organisationCommand(program: Command): Command {
  return program
    .command('organisation')
    .description('An organisation that people act for: makes it if need be, and shows it')
    .addOption(new Option('--kind <kind>', 'what it is').choices([...ORGANISATION_KINDS]).makeOptionMandatory())
    .option('--key <number>', 'its key in the published register: LA code, group number or URN', wholeNumber(1))
    .option('--name <name>', 'what people read; otherwise as the register names it')
    .addOption(new Option('--close', 'nobody acts for it any more; people and records stay').conflicts('reopen'))
    .option('--reopen', 'open it again')
    .option('--json', 'print the answer as JSON')
    .action((options: Options) =>
      withData('organisation', async ({ db }) => {
        const state = options.close ? 'closed' : options.reopen ? 'open' : null;
        const named = await nameFully(db, options);
        const kept = await keepOrganisation(db, operatorTask('operator.organisation'), named, state);
        answer(organisationAnswer(kept), options.json, () => organisationText(kept));
      }),
    );
}

async function nameFully(db: OpenDatabase['db'], { kind, key, name, close }: Options) {
  const keyName = KEY_OF_KIND[kind];
  if (keyName === undefined) {
    if (key !== undefined) throw new CommandError(`A ${kind} has no key in the register: leave out --key`);
    if (!name?.trim()) throw new CommandError(`A ${kind} is known by its name: say it with --name`);
    return { kind, key: null, name: name.trim() };
  }
  if (key === undefined) throw new CommandError(`Say which ${kind} with --key, the ${keyName}`);
  // Nobody acts for an authority that does not stand; one that ended is still to be closed.
  const note = kind === 'local authority' && !close ? await authorityNoted(db, String(key)) : null;
  if (note !== null) throw new CommandError(note);
  const registered = await registerName(db, kind, key);
  if (registered === null) throw new CommandError(`The register knows no ${kind} by ${key}, the ${keyName}: check it`);
  return { kind, key, name: name?.trim() || registered };
}

/** docs/cli.md tells the keys. */
export function organisationAnswer({ id, kind, name, key, closedAt, made }: OrganisationRecord & { made: boolean }) {
  return { id, kind, name, key, made, closedAt: closedAt?.toISOString() ?? null };
}

function organisationText({ id, kind, name, key, closedAt, made }: OrganisationRecord & { made: boolean }): string {
  return [
    `${name}, ${kind}${key === null ? '' : ` ${key}`}${made ? ' (made now)' : ''}`,
    `Id       ${id}`,
    `State    ${closedAt === null ? 'open' : `closed since ${closedAt.toISOString().slice(0, 10)}`}`,
    ...(made
      ? ['', `Next: bin/alongside invite --organisation ${id} --role administrator --name ... --email ...`]
      : []),
  ].join('\n');
}
