import { Command } from 'commander';
import { forPeople } from './for-people.ts';

/** Exit codes, documented in docs/cli.md. */
const FAILED = 1;
const WRONG_USE = 2;

const program = new Command('alongside').description(
  "The working system of England's school-led school improvement: which schools need help first, who could help, and the plan.",
);
const COMMANDS = new Map<string | undefined, () => Promise<(program: Command) => Command>>(
  Object.entries({
    plan: async () => (await import('./plan.ts')).planCommand,
    need: async () => (await import('./need.ts')).needCommand,
    similar: async () => (await import('./similar.ts')).similarCommand,
    school: async () => (await import('./school.ts')).schoolCommand,
    headship: async () => (await import('./headship.ts')).headshipCommand,
    travel: async () => (await import('./travel.ts')).travelCommand,
    explain: async () => (await import('./explain.ts')).explainCommand,
    solve: async () => (await import('./solve.ts')).solveCommand,
    'check-plan': async () => (await import('./check-plan.ts')).checkPlanCommand,
    import: async () => (await import('./import.ts')).importCommand,
    snapshot: async () => (await import('./snapshot.ts')).snapshotCommand,
    organisation: async () => (await import('./organisation.ts')).organisationCommand,
    invite: async () => (await import('./invite.ts')).inviteCommand,
    audit: async () => (await import('./audit.ts')).auditCommand,
    retention: async () => (await import('./retention.ts')).retentionCommand,
    complaints: async () => (await import('./complaints.ts')).complaintsCommand,
    serve: async () => (await import('./serve.ts')).serveCommand,
  }),
);

// Only the command that is asked for is read, which is most of the time of one that needs no database; all of them to list them.
const asked = COMMANDS.get(process.argv[2]);
const commands: Command[] = [];
for (const load of asked === undefined ? [...COMMANDS.values()] : [asked]) commands.push((await load())(program));

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
