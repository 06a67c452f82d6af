import type { Command } from 'commander';

/** `bin/alongside serve`: the site, as npm start runs it but without printing a plan. */
export function serveCommand(program: Command): Command {
  return program
    .command('serve')
    .description('Serve the site on PORT (3000), after loading the bundled data if the database is empty')
    .action(async () => {
      // Read only here: the other commands need none of the pages.
      const { runSite } = await import('../main.ts');
      await runSite({ printPlan: false });
    });
}
