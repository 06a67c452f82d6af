import { MEASURES } from '../../../opendata/rules/measures.ts';
import { academicYear } from '../../../schools/rules/facts.ts';
import { listed, percent, score } from '../wording.ts';
import type { Answered, Group } from './calibrate.ts';
import { skill } from './proper-scores.ts';
import type { ReliabilityBin } from './reliability.ts';
import type { Method, Verdict } from './verdict.ts';

/** What each method does, as a row of a table is named. */
export const METHOD_WORDS: Record<Method, string> = {
  ours: 'Our chance',
  'ours, standing still': "Our chance, not knowing the country's level",
  'yes or no': 'The bare figure, yes or no',
  'base rate': 'The same chance for every school',
  'fitted curve': 'The bare figure through a fitted curve',
};

/** "Primary schools: share reaching the standard, 2017-18". */
export function groupTitle({ keyStage, kind, year }: Pick<Group, 'keyStage' | 'kind' | 'year'>): string {
  const schools = keyStage === 'ks2' ? 'Primary schools' : 'Secondary schools';
  const figure = kind === 'share' ? 'share reaching the standard' : keyStage === 'ks2' ? 'progress' : 'Progress 8';
  return `${schools}: ${figure}, ${academicYear(year)}`;
}

/** "Reading progress below -2.5", "below 65%". */
export function lineWords({ kind, line, measure }: Pick<Answered, 'kind' | 'line' | 'measure'>): string {
  return kind === 'share' ? `below ${percent(line)}` : `${MEASURES[measure].label} below ${score(line, measure)}`;
}

/** A chance or share from 0 to 1 as people read it. */
export function percentOf(share: number): string {
  return percent(share * 100);
}

/** Nought to one to three decimals, as Brier and log scores are told. */
export function scoreText(value: number): string {
  return value.toFixed(3);
}

/** "20% to 30%". */
export function binWords({ from, to }: Pick<ReliabilityBin, 'from' | 'to'>): string {
  return `${percentOf(from)} to ${percentOf(to)}`;
}

/** Of schools where a chance of about this was said, how many were below: from the stretch of chances that holds it. */
export function claimAt(bins: readonly ReliabilityBin[], chance: number): string | null {
  const bin = bins.find(({ from, to }) => chance >= from - 1e-9 && chance < to - 1e-9);
  if (bin === undefined) return null;
  return (
    `Where we said a chance of ${binWords(bin)} (${percentOf(bin.told)} on average), ` +
    `${percentOf(bin.came)} were below: ${Math.round(bin.came * bin.cases).toLocaleString('en-GB')} of ${bin.cases.toLocaleString('en-GB')}.`
  );
}

/** How much nearer to the truth than a rival, in words: "39% less error than". Below half a percent it is no difference. */
export function comparison(verdict: Verdict, rival: Method): string {
  const saved = skill(verdict.scores.ours.brier, verdict.scores[rival].brier);
  if (saved === null) return 'no comparison is possible with';
  const size = percentOf(Math.abs(saved));
  if (size === '0%') return 'no more and no less error than';
  return saved > 0 ? `${size} less error than` : `${size} more error than`;
}

/** Where a rival did as well or better, in words, one for each question and kind of cohort. Empty where none did. */
export function notBetter(groups: readonly Group[], rivals: readonly Method[]): string[] {
  return groups.flatMap(({ questions }) =>
    questions.flatMap((question) =>
      (
        [
          ['all', question.all],
          ['small', question.small],
        ] as const
      ).flatMap(([cohorts, verdict]) => {
        if (verdict === null) return [];
        const ours = verdict.scores.ours.brier;
        const ahead = rivals.filter((rival) => verdict.scores[rival].brier <= ours);
        if (ahead.length === 0) return [];
        const told = ahead.map(
          (rival) => `${METHOD_WORDS[rival].toLowerCase()} ${verdict.scores[rival].brier.toFixed(4)}`,
        );
        const of = cohorts === 'small' ? ', small cohorts alone' : '';
        const what = `${lineWords(question)[0]!.toUpperCase()}${lineWords(question).slice(1)}`;
        return [`${what} in ${academicYear(question.year)}${of}: our error ${ours.toFixed(4)}, ${listed(told)}.`];
      }),
    ),
  );
}

/** Stretches of chances whose 95% range does not hold what was told, in words. Empty where all held. */
export function notHeld({ bins }: Pick<Group, 'bins'>): string[] {
  return bins
    .filter(({ told, interval: [low, high] }) => told < low || told > high)
    .map((bin) => `${binWords(bin)}: said ${percentOf(bin.told)} on average, and ${percentOf(bin.came)} came`);
}
