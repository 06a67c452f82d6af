import { Command } from 'commander';
import { ConfigError } from '../config.ts';
import { DatabaseError } from '../db/database-error.ts';
import { ImportError } from '../opendata/rules/import-error.ts';
import { PolicyError } from '../policies.ts';
import { CommandError } from './command-error.ts';
import { importCommand } from './import.ts';
import { needCommand } from './need.ts';
import { planCommand } from './plan.ts';
import { schoolCommand } from './school.ts';
import { serveCommand } from './serve.ts';
import { similarCommand } from './similar.ts';
import { snapshotCommand } from './snapshot.ts';
import { solveCommand } from './solve.ts';

/** Exit codes, documented in docs/cli.md. */
const FAILED = 1;
const WRONG_USE = 2;

const program = new Command('alongside')
  .description("The working system of England's school-led school improvement: need, fit, plan.")
  .showHelpAfterError('(add --help to see what this command takes)')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : WRONG_USE))
  .configureHelp({ helpWidth: 100 });

for (const add of [
  planCommand,
  needCommand,
  similarCommand,
  schoolCommand,
  solveCommand,
  importCommand,
  snapshotCommand,
  serveCommand,
]) {
  const command = add(program);
  command.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : WRONG_USE)).configureHelp({ helpWidth: 100 });
}

/** Errors whose message was written for the person at the keyboard; anything else is a fault of ours and shows its stack. */
const FOR_PEOPLE = [CommandError, ConfigError, DatabaseError, ImportError, PolicyError];

try {
  await program.parseAsync();
} catch (error) {
  const expected = FOR_PEOPLE.some((kind) => error instanceof kind);
  process.stderr.write(`${expected ? `alongside: ${(error as Error).message}` : ((error as Error).stack ?? String(error))}\n`);
  process.exitCode = FAILED;
}
