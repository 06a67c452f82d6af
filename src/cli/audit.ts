import { type Command, InvalidArgumentError } from 'commander';
import { verifyAudit } from '../accounts/queries/verify-audit.ts';
import { type Anchor, anchorFrom, anchorText, type ChainReport } from '../accounts/rules/audit-chain.ts';
import { answer } from './output.ts';
import { paragraph } from './table.ts';
import { withDatabase } from './with-database.ts';

/** `bin/alongside audit verify`: whether the audit trail is as it was written. */
export function auditCommand(program: Command): Command {
  const audit = program.command('audit').description('The trail of who did what');
  audit
    .command('verify')
    .description('Whether the audit trail is as it was written: no entry changed, removed or inserted')
    .option('--expect <seq:hash>', 'an entry noted at an earlier check, which must still be there', anchor)
    .option('--json', 'print the report as JSON')
    .action(({ expect, json }: { expect?: Anchor; json?: true }) =>
      withDatabase('audit verify', async ({ owner }) => {
        const report = await verifyAudit(owner.pool, expect ?? null);
        answer(auditAnswer(report), json, () => auditText(report));
        if (!report.ok) process.exitCode = 1;
      }),
    );
  return audit;
}

/** The report with its ends written as they are noted; docs/cli.md tells the keys. */
export function auditAnswer({ first, last, ...report }: ChainReport) {
  return { ...report, first: first && anchorText(first), last: last && anchorText(last) };
}

function auditText(report: ChainReport): string {
  const { entries, first, last, faults, faultCount } = report;
  const lines = [
    report.ok
      ? 'The audit trail is as it was written.'
      : `The audit trail has been tampered with: ${faultCount} ${faultCount === 1 ? 'fault' : 'faults'}.`,
    ...faults.map(({ says }) => paragraph(says, '  ')),
    ...(faultCount > faults.length ? [`  and ${faultCount - faults.length} more`] : []),
    '',
    `Entries  ${entries.toLocaleString('en-GB')}`,
  ];
  if (first !== null && last !== null) {
    lines.push(`First    ${anchorText(first)}`, `Last     ${anchorText(last)}`, '');
    lines.push(
      paragraph(
        'Note the last one where nobody who runs the database can change it, and give it to --expect at the next check: a chain that was written anew as a whole then shows too.',
      ),
    );
  }
  return lines.join('\n');
}

function anchor(text: string): Anchor {
  const found = anchorFrom(text);
  if (found === null)
    throw new InvalidArgumentError('Give an entry as verify prints it: its number, a colon, its hash.');
  return found;
}
