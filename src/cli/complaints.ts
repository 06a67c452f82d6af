import type { Command } from 'commander';
import { z } from 'zod';
import { routeComplaint } from '../accounts/commands/route-complaint.ts';
import { operatorTask } from '../accounts/policy.ts';
import { unroutedComplaints } from '../accounts/queries/complaints.ts';
import { CommandError } from './command-error.ts';
import { answer } from './output.ts';
import { textTable } from './table.ts';
import { withDatabase } from './with-database.ts';

interface Options {
  route?: string;
  to?: string;
  json?: true;
}

type Waiting = Awaited<ReturnType<typeof unroutedComplaints>>[number];

const REASONS = {
  'no such complaint': 'There is no complaint with this reference: bin/alongside complaints lists those that wait',
  'no such organisation': 'There is no open organisation with this id: bin/alongside organisation shows the id',
};

/** `bin/alongside complaints`: those of which nobody has said yet whose they are; with `--route` and `--to`, says it of one. */
export function complaintsCommand(program: Command): Command {
  return program
    .command('complaints')
    .description('The complaints that name no organisation of this site, and whose they are')
    .option('--route <reference>', 'say whose this complaint is')
    .option('--to <organisation>', 'with --route: the id of the organisation that answers it')
    .option('--json', 'print the answer as JSON')
    .action(async ({ route, to, json }: Options, command: Command) => {
      if ((route === undefined) !== (to === undefined)) command.error("error: '--route' and '--to' go together");
      await withDatabase('complaints', async ({ db }) => {
        const scope = operatorTask('operator.complaints');
        if (route !== undefined && to !== undefined) {
          const routed = z.uuid().safeParse(to).success
            ? await routeComplaint(db, scope, route, to)
            : ({ ok: false, reason: 'no such organisation' } as const);
          if (!routed.ok) throw new CommandError(REASONS[routed.reason]);
        }
        answer(complaintsAnswer(await unroutedComplaints(db, scope)), json, ({ waiting }) => complaintsText(waiting));
      });
    });
}

/** docs/cli.md tells the keys. */
export function complaintsAnswer(waiting: Waiting[]) {
  return { waiting };
}

function complaintsText(waiting: Waiting[]): string {
  if (waiting.length === 0) return 'No complaint waits for an organisation.';
  return textTable<Waiting>(
    [
      { heading: 'Reference', value: ({ reference }) => reference },
      { heading: 'Received', value: ({ receivedAt }) => receivedAt.toISOString().slice(0, 10) },
      { heading: 'Acknowledge by', value: ({ acknowledgeBy }) => acknowledgeBy },
      { heading: 'About', value: ({ about }) => about, fills: true },
    ],
    waiting,
  );
}
