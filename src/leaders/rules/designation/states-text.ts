import { APPLICATION_MOVES } from './states.ts';

/** The table of states as Markdown, for docs/designation.md: who may take an application from where to where. */
export function statesAsMarkdown(): string {
  const rows = APPLICATION_MOVES.map(
    ({ from, to, by, deed, gate, reason }) =>
      `| ${from} | ${to} | ${by.join(', ')} | ${deed} | ${gate ?? ''} | ${reason ? 'yes' : ''} |`,
  );
  return ['| From | To | By | Deed | Only when | With a reason |', '|---|---|---|---|---|---|', ...rows].join('\n');
}
