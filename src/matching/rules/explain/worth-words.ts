import type { KindName } from './kind-words.ts';
import type { KindWorth, TimeWorth, Worth } from './worth.ts';
import type { Range } from './range.ts';
import { listed } from '../../../need/rules/wording.ts';
import { counted, minutesWords, rangeWords, sentence } from './words.ts';

const NUMBERS = ['no', 'one', 'two', 'three'];

/** What leaders more would be worth, one sentence for each place tested, the numbers behind in it. */
export function kindWords(one: KindWorth, nameOf: KindName): string[] {
  const name = nameOf(one.kind);
  const stand = standWords(one, name);
  const best = one.places[0];
  if (best === undefined) return [stand, `There is no ${name} known to go by, so none is imagined.`];
  if (best.atMost <= 0) return [stand, `One more ${name}, wherever they were, would better the plan by nothing.`];
  const useful = one.tested.filter(({ saving }) => !isNothing(saving));
  if (useful.length === 0) {
    const places = listed([...new Set(one.tested.map(({ place }) => place.town.name))]);
    return [
      stand,
      `More ${name}s would better the plan by nothing: tested in or near ${places}, where most could be hoped for.`,
    ];
  }
  const places = [...new Set(useful.map(({ place }) => place))];
  return [
    stand,
    ...places.flatMap((place) =>
      placeWords(
        useful.filter((tested) => tested.place === place),
        name,
      ),
    ),
  ];
}

function standWords({ needs, uncovered }: KindWorth, name: string): string {
  const all = needs === 1 ? `The one school that needs a ${name}` : `All ${needs} schools that need a ${name}`;
  if (uncovered === 0) return `${all} ${needs === 1 ? 'has' : 'have'} one.`;
  if (uncovered === needs) return `${all} ${needs === 1 ? 'has' : 'have'} none.`;
  return `${uncovered} of the ${needs} schools that need a ${name} ${uncovered === 1 ? 'has' : 'have'} none.`;
}

type TestedHere = KindWorth['tested'][number];

/** One leader more in a place, and then two: what the second adds is said, or that it adds nothing. */
function placeWords(tested: readonly TestedHere[], name: string): string[] {
  const [one, two] = [1, 2].map((leaders) => tested.find((found) => found.leaders === leaders));
  const adds =
    one === undefined ||
    two === undefined ||
    gainedOf(two) > gainedOf(one) ||
    two.saving.least > (one.saving.most ?? 0);
  if (one !== undefined && two !== undefined && !adds)
    return [`${testedWords(one, name)} A second there would add nothing that was found.`];
  return [one, two].flatMap((found) => (found === undefined ? [] : [testedWords(found, name)]));
}

function testedWords({ place, leaders, saving, changes: { covered, moves } }: TestedHere, name: string): string {
  const who = `${sentence(NUMBERS[leaders] ?? String(leaders))} more ${name}${leaders === 1 ? '' : 's'}`;
  const where = `in or near ${place.town.name}${place.where === null ? '' : `, ${place.where}`},`;
  const gained = covered[1] - covered[0];
  const schools =
    gained === 0
      ? 'would give no further school a leader'
      : `would be worth ${counted(gained, 'school')}: ${covered[1]} with a leader instead of ${covered[0]}`;
  return `${who} ${where} ${schools}; the plan would cost ${rangeWords(saving)} less, with ${counted(moves.length, 'pair')} changed.`;
}

const gainedOf = ({ changes: { covered } }: Pick<TestedHere, 'changes'>): number => covered[1] - covered[0];

const isNothing = ({ exact, least }: Range): boolean => exact && least === 0;

/** What the time for one school more would be worth, of the leaders who have none left. */
function timeWords({ leader, days, schools, atMost, tested }: TimeWorth): string {
  const more = listed([
    ...(days > 0 ? [counted(days, 'day')] : []),
    ...(schools > 0 ? [`room for ${counted(schools, 'school')}`] : []),
  ]);
  const who = `${sentence(more)} more of the leader from ${leader.name}`;
  if (tested === null) return `${who} would spare ${minutesWords(atMost)} at the best.`;
  const { saving, changes } = tested;
  const gained = changes.covered[1] - changes.covered[0];
  const schoolsGained = gained === 0 ? 'no further school a leader' : `${counted(gained, 'more school')} a leader`;
  return isNothing(saving)
    ? `${who} would change nothing.`
    : `${who} would give ${schoolsGained}, and the plan would cost ${rangeWords(saving)} less.`;
}

/** Of those whose time is short, the ones for whom more would be of use, in sentences; one when there is none. */
export function timesWords(time: readonly TimeWorth[]): string[] {
  const useful = time.filter(({ atMost, tested }) => atMost > 0 && (tested === null || !isNothing(tested.saving)));
  return useful.length === 0
    ? ['More time of any one leader would better the plan by nothing.']
    : useful.map(timeWords);
}

/** The answer in one sentence. */
export function worthWords({ kinds, uncovered }: Worth, nameOf: KindName): string {
  const without =
    uncovered === 0
      ? 'Every need has a leader in this plan.'
      : `${sentence(counted(uncovered, 'need'))} ${uncovered === 1 ? 'has' : 'have'} no leader in this plan.`;
  const tested = kinds.flatMap(({ kind, tested: all }) => all.map((one) => ({ ...one, kind })));
  const best = tested.toSorted(
    (a, b) => gainedOf(b) - gainedOf(a) || b.saving.least - a.saving.least || a.leaders - b.leaders,
  )[0];
  if (best === undefined || isNothing(best.saving)) return `${without} No leader more would better it.`;
  const name = `${NUMBERS[best.leaders] ?? best.leaders} more ${nameOf(best.kind)}${best.leaders === 1 ? '' : 's'}`;
  const place = `in or near ${best.place.town.name}`;
  return gainedOf(best) > 0
    ? `${without} What would help most of all that was tested: ${name} ${place}, worth ${counted(gainedOf(best), 'school')}.`
    : `${without} No leader more would cover a further school; what would better it most, ${name} ${place}, is worth ${rangeWords(best.saving)}.`;
}
