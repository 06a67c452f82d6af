import { Command } from 'commander';
import { auditCommand } from './audit.ts';
import { checkPlanCommand } from './check-plan.ts';
import { complaintsCommand } from './complaints.ts';
import { forPeople } from './for-people.ts';
import { headshipCommand } from './headship.ts';
import { importCommand } from './import.ts';
import { inviteCommand } from './invite.ts';
import { needCommand } from './need.ts';
import { organisationCommand } from './organisation.ts';
import { planCommand } from './plan.ts';
import { retentionCommand } from './retention.ts';
import { schoolCommand } from './school.ts';
import { serveCommand } from './serve.ts';
import { similarCommand } from './similar.ts';
import { snapshotCommand } from './snapshot.ts';
import { solveCommand } from './solve.ts';

/** Exit codes, documented in docs/cli.md. */
const FAILED = 1;
const WRONG_USE = 2;

const program = new Command('alongside').description(
  "The working system of England's school-led school improvement: which schools need help first, who could help, and the plan.",
);
const commands = [
  planCommand,
  needCommand,
  similarCommand,
  schoolCommand,
  headshipCommand,
  solveCommand,
  checkPlanCommand,
  importCommand,
  snapshotCommand,
  organisationCommand,
  inviteCommand,
  auditCommand,
  retentionCommand,
  complaintsCommand,
  serveCommand,
].map((add) => add(program));

for (const command of [program, ...commands.flatMap((command) => [command, ...command.commands])]) {
  command
    .configureHelp({ helpWidth: 100 })
    .showHelpAfterError('(add --help to see what this command takes)')
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : WRONG_USE));
}

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${forPeople(error)}\n`);
  process.exitCode = FAILED;
}
