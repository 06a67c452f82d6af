import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { roadAsker } from '../matching/commands/roads/road-asker.ts';
import { type TravelBetween, travelBetween } from '../matching/queries/travel-between.ts';
import type { Journey } from '../matching/rules/travel.ts';
import { minutesWords, TRAVEL_NAMES } from '../matching/rules/travel/journey-words.ts';
import { daySentence, errorSentence } from '../matching/rules/travel/travel-used.ts';
import { listed } from '../need/rules/wording.ts';
import { registerAsAt } from '../opendata/queries/register-as-at.ts';
import { urn } from './arguments.ts';
import { CommandError } from './command-error.ts';
import { answer } from './output.ts';
import { styled } from './style.ts';
import { paragraph, textTable } from './table.ts';
import { withData } from './with-database.ts';

/** `bin/alongside travel --from N --to N`: a journey between two schools by each kind of travel, side by side. */
export function travelCommand(program: Command): Command {
  return program
    .command('travel')
    .description('How long the journey between two schools takes, by each way of working it out, side by side')
    .requiredOption('--from <urn>', 'the home school, by its six digits', urn)
    .requiredOption('--to <urn>', 'the school to help', urn)
    .option('--json', 'print the answer as JSON')
    .action(({ from, to, json }: { from: number; to: number; json?: true }) =>
      withData('travel', async ({ db }) => {
        const asAt = await registerAsAt(db);
        if (asAt === null) throw new CommandError('No register of schools is loaded: load the published data first');
        const { roads, colour } = readConfig();
        const between = await travelBetween(db, { from, to, asAt }, roads === null ? null : roadAsker(db, roads));
        if ('reason' in between) {
          throw new CommandError(
            between.reason === 'unknown'
              ? `There is no school with the URN ${between.urn} in the register of ${asAt}`
              : `The register of ${asAt} does not say where the school with the URN ${between.urn} is`,
          );
        }
        answer(travelAnswer(between), json, () => travelText(between, { colour }));
      }),
    );
}

/** docs/cli.md tells the keys. */
export function travelAnswer({ from, to, basis: { policy, roads }, journeys }: TravelBetween) {
  return {
    from: { urn: from.urn, name: from.name },
    to: { urn: to.urn, name: to.name },
    policy: policy.title,
    used: journeyUsed({ policy, roads }, journeys).how,
    journeys: journeys.map((journey) => ({
      ...journey,
      by: [...journey.by],
      minutes: tenth(journey.minutes),
      km: tenth(journey.km),
    })),
    errors: { straightLine: policy.straightLine.error, estimate: policy.estimate.error },
    problem: roads?.problem ?? null,
  };
}

/** The one that plans use: the service's where it gave one, else the policy's. */
function journeyUsed(
  { policy, roads }: Pick<TravelBetween['basis'], 'policy' | 'roads'>,
  journeys: readonly Journey[],
): Journey {
  return (
    journeys.find(({ how }) => how === roads?.provider) ??
    journeys.find(({ how }) => how === policy.use) ??
    journeys[0]!
  );
}

function travelText({ from, to, basis, journeys }: TravelBetween, { colour }: { colour: boolean }): string {
  const bold = styled(colour);
  const used = journeyUsed(basis, journeys);
  const table = textTable<Journey>(
    [
      { heading: 'By', value: ({ how }) => (how === used.how ? `${TRAVEL_NAMES[how]} (used)` : TRAVEL_NAMES[how]) },
      { heading: 'Kilometres', value: ({ km, roadKm }) => (roadKm ?? km).toFixed(1), align: 'right' },
      { heading: 'Time', value: ({ minutes }) => minutesWords(minutes), align: 'right' },
      {
        heading: 'Way',
        value: ({ how, by, roadKm }) =>
          by.length > 0
            ? `by ${listed(by)}`
            : roadKm !== null
              ? 'by road'
              : how === 'straight line'
                ? 'as the crow flies'
                : 'no water between',
        fills: true,
      },
    ],
    journeys,
  );
  const { policy, roads } = basis;
  const notes = [
    ...(used.ferry ? ['Part of the way is by ship: its times and fares decide.'] : []),
    daySentence(policy),
    errorSentence('straight line', policy.straightLine.error),
    errorSentence('estimate', policy.estimate.error),
    ...(roads?.problem == null ? [] : [roads.problem]),
  ];
  return [
    paragraph(bold(`From ${from.name} (${from.urn}) to ${to.name} (${to.urn})`)),
    table,
    notes.map((note) => paragraph(note)).join('\n'),
  ].join('\n\n');
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
