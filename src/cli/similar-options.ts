import { InvalidArgumentError } from 'commander';
import { MEASURE_CODES, type MeasureCode } from '../opendata/rules/measures.ts';
import type { PhaseGroup } from '../schools/rules/facts.ts';
import { featureSetsAsAt, ownFeaturesAsAt } from '../similar/queries/feature-sets.ts';
import { type FeatureSet, OWN_SET, ownSet } from '../similar/rules/feature-set.ts';
import type { SchoolFilter } from '../similar/rules/school-filter.ts';
import type { SimilarPolicy } from '../similar/rules/similar-policy.ts';
import { FILTER_KEYS, filterOf, similarChoice } from '../similar/schema/similar-choice.ts';
import { CommandError } from './command-error.ts';

/** Adds one part to the filter, e.g. `within=25`. Throws InvalidArgumentError for a part that no filter has. */
export function filterPart(text: string, before: SchoolFilter): SchoolFilter {
  const [key = '', ...rest] = text.split('=');
  const part = filterOf({ [key]: rest.join('=') });
  if (Object.keys(part).length === 0)
    throw new InvalidArgumentError(`It must be one of ${FILTER_KEYS.join(', ')}, with = and a value it can have.`);
  return { ...before, ...part };
}

/** Adds one feature of an own set, e.g. `roll=2` or `roll=2,range`, as the page's address has it. */
export function ownFeature(text: string, before: Record<string, string>): Record<string, string> {
  const match = /^(\w+)=(\d)(,range)?$/.exec(text);
  if (match === null) throw new InvalidArgumentError('It must be a figure, = and a weight, for example roll=2.');
  const [, figure, weight = '', range] = match;
  return { ...before, [`w.${figure}`]: weight, ...(range !== undefined && { [`s.${figure}`]: 'range' }) };
}

/** A measure by its code. Throws InvalidArgumentError when there is none. */
export function measure(text: string): MeasureCode {
  const code = MEASURE_CODES.find((one) => one === text);
  if (code === undefined) throw new InvalidArgumentError('It is not the code of a measure, e.g. ks4_progress8.');
  return code;
}

/** The set of this name for schools of the phase. Throws CommandError when there is none, or an own one has no weight. */
export function setNamed(
  { set, feature }: { set: string; feature: Record<string, string> },
  held: SimilarPolicy,
  asAt: string,
  group: PhaseGroup,
  kept: number,
): FeatureSet {
  const sets = featureSetsAsAt(held, asAt, group);
  const own = ownFeaturesAsAt(asAt);
  const choices = similarChoice({ set: OWN_SET, ...feature }, own).own;
  const chosen = set === OWN_SET ? ownSet(own, choices, kept) : sets.find((one) => one.set === set);
  if (chosen) return chosen;
  const figures = own.features.map(({ figure }) => figure).join(', ');
  throw new CommandError(
    set === OWN_SET
      ? `An own set needs a weight from 1 to ${own.mostWeight} with --feature, for example --feature roll=2. Figures: ${figures}`
      : `There is no set called ${set} for this phase: choose ${sets.map((one) => one.set).join(', ')} or own`,
  );
}
