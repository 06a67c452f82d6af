import type { Command } from 'commander';
import { applyRetention, type Destroyed } from '../accounts/commands/apply-retention.ts';
import { retentionTask } from '../accounts/policy.ts';
import { retentionPolicyKind } from '../accounts/schema/retention-policy.ts';
import { policyAsAt } from '../policies.ts';
import { answer } from './output.ts';
import { textTable } from './table.ts';
import { withDatabase } from './with-database.ts';

interface Options {
  dryRun?: true;
  json?: true;
}

/** `bin/alongside retention`: destroys what the retention policy no longer keeps, as the running site does every day. */
export function retentionCommand(program: Command): Command {
  return program
    .command('retention')
    .description('Destroy the records that the retention policy no longer keeps; the site does it every day')
    .option('--dry-run', 'show what would go, and keep it')
    .option('--json', 'print the answer as JSON')
    .action(({ dryRun, json }: Options) =>
      withDatabase('retention', async ({ db }) => {
        const now = new Date();
        const policy = policyAsAt(retentionPolicyKind, now.toISOString().slice(0, 10));
        const rules = await applyRetention(db, retentionTask, policy, now, { dryRun: dryRun === true });
        answer(retentionAnswer(policy.id, dryRun === true, rules), json, retentionText);
      }),
    );
}

/** docs/cli.md tells the keys. */
export function retentionAnswer(policy: string, dryRun: boolean, rules: Destroyed[]) {
  return { policy, dryRun, rules };
}

function retentionText({ policy, dryRun, rules }: ReturnType<typeof retentionAnswer>): string {
  return [
    dryRun ? `By ${policy}, this would go:` : `By ${policy}, this went:`,
    '',
    textTable<Destroyed>(
      [
        { heading: 'Records', value: ({ rule }) => rule },
        { heading: 'How many', value: ({ records }) => records.toLocaleString('en-GB'), align: 'right' },
        { heading: 'From', value: ({ oldest }) => dayOf(oldest) },
        { heading: 'To', value: ({ newest }) => dayOf(newest) },
      ],
      rules,
    ),
  ].join('\n');
}

function dayOf(time: Date | null): string {
  return time?.toISOString().slice(0, 10) ?? '';
}
