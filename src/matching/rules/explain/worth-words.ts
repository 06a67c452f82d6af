import type { KindName } from './ways-words.ts';
import type { KindWorth, TimeWorth, Worth } from './worth.ts';
import { counted, listed, minutesWords, rangeWords, sentence } from './words.ts';

const NUMBERS = ['no', 'one', 'two', 'three'];

/** What leaders more would be worth, one sentence for each place and number tested, the numbers behind in it. */
export function kindWords(one: KindWorth, nameOf: KindName): string[] {
  const name = nameOf(one.kind);
  const without = `${counted(one.uncovered, 'school')} of ${one.needs} that need a ${name} ${one.uncovered === 1 ? 'has' : 'have'} none.`;
  if (one.places.length === 0)
    return [sentence(without), `There is no ${name} in the plan to go by, so none is imagined.`];
  const best = one.places[0]!;
  if (best.atMost <= 0) {
    return [sentence(without), `One more ${name}, wherever they were, would better the plan by nothing.`];
  }
  return [
    sentence(without),
    ...one.tested.map(({ place, leaders, saving, changes: { covered, moves } }) => {
      const who = `${sentence(NUMBERS[leaders] ?? String(leaders))} more ${name}${leaders === 1 ? '' : 's'}`;
      const where = `in or near ${place.town.name}${place.where === null ? '' : `, ${place.where}`},`;
      const gained = covered[1] - covered[0];
      const schools =
        gained === 0
          ? 'would give no further school a leader'
          : `would be worth ${counted(gained, 'school')}: ${covered[1]} with a leader instead of ${covered[0]}`;
      const spared =
        saving.exact && saving.least === 0
          ? 'the plan would cost as much as it does'
          : `the plan would cost ${rangeWords(saving)} less`;
      return `${who} ${where} ${schools}; ${spared}, with ${counted(moves.length, 'pair')} changed.`;
    }),
  ];
}

/** What the time for one school more would be worth, of the leaders who have none left. */
export function timeWords({ leader, days, schools, atMost, tested }: TimeWorth): string {
  const more = listed([
    ...(days > 0 ? [counted(days, 'day')] : []),
    ...(schools > 0 ? [`room for ${counted(schools, 'school')}`] : []),
  ]);
  const who = `${sentence(more)} more of the leader from ${leader.name}`;
  if (tested === null) return `${who} would spare ${minutesWords(atMost)} at the best.`;
  const { saving, changes } = tested;
  const gained = changes.covered[1] - changes.covered[0];
  const schoolsGained = gained === 0 ? 'no further school a leader' : `${counted(gained, 'more school')} a leader`;
  return saving.exact && saving.least === 0
    ? `${who} would change nothing.`
    : `${who} would give ${schoolsGained}, and the plan would cost ${rangeWords(saving)} less.`;
}

/** The answer in one sentence. */
export function worthWords({ kinds, time, uncovered }: Worth, nameOf: KindName): string {
  const without =
    uncovered === 0
      ? 'Every need has a leader in this plan.'
      : `${sentence(counted(uncovered, 'need'))} ${uncovered === 1 ? 'has' : 'have'} no leader in this plan.`;
  const tested = kinds.flatMap((kind) => kind.tested.map((one) => ({ ...one, kind: kind.kind })));
  const gained = (one: (typeof tested)[number]) => one.changes.covered[1] - one.changes.covered[0];
  const best = tested.toSorted((a, b) => gained(b) - gained(a) || b.saving.least - a.saving.least)[0];
  if (best === undefined) {
    return `${without} Nothing that could be added would better it${time.some(({ atMost }) => atMost > 0) ? ' but some leaders’ time' : ''}.`;
  }
  const name = `${NUMBERS[best.leaders] ?? best.leaders} more ${nameOf(best.kind)}${best.leaders === 1 ? '' : 's'}`;
  const place = `in or near ${best.place.town.name}`;
  return gained(best) > 0
    ? `${without} What would help most of all that was tested: ${name} ${place}, worth ${counted(gained(best), 'school')}.`
    : `${without} More leaders would cover no further school; what would better it most, ${name} ${place}, is worth ${rangeWords(best.saving)}.`;
}
