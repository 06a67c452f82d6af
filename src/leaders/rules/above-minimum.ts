import { standardOf } from '../../need/rules/minimum-standards.ts';
import { sentenceOfScores } from '../../need/rules/progress.ts';
import { progressEstimate, spreadOf } from '../../need/rules/progress-estimate.ts';
import { newestStanding } from '../../need/rules/standing.ts';
import { percent } from '../../need/rules/wording.ts';
import { academicYear, type SchoolFacts } from '../../schools/rules/facts.ts';
import { keyStageOf } from '../../schools/rules/key-stage.ts';
import type { Check } from './check.ts';
import type { CriteriaContext } from './criteria-context.ts';
import type { AboveMinimumCriterion } from './designation-policy.ts';

/**
 * Above the minimum standard when it last applied, and at or above its progress lines in the newest results. Both need
 * not be known: a school too new for the one is judged on the other.
 */
export function aboveMinimumCheck(school: SchoolFacts, criterion: AboveMinimumCriterion, at: CriteriaContext): Check {
  const asked = criterion.standards.find(({ keyStage }) => keyStage === keyStageOf(school.phase));
  if (asked === undefined)
    throw new Error(`policies/designation/${at.policy.id}.json names no standard for ${school.phase} schools.`);
  const standard = standardOf(at.standards, asked.standard);
  const measuring = { policy: { pupilSpread: at.pupilSpread }, reference: at.reference };
  const standing = newestStanding(school, standard, asked.years, measuring);
  const newest = standard.progress.flatMap(
    ({ measure }) => progressEstimate(school, spreadOf(at.pupilSpread, measure), asked.newestProgress) ?? [],
  );
  if (!standing.known && newest.length === 0) {
    const sentence = `Not known against ${standard.name}: ${standing.why}.`;
    return { rule: 'above_minimum', verdict: 'not known', sentence, value: null, source: null };
  }
  const under = newest.filter((estimate) => {
    const line = standard.progress.find(({ measure }) => measure === estimate.measure);
    return line !== undefined && estimate.value < line.atLeast;
  });
  const then = standing.known
    ? `${standing.below ? 'Below' : 'Met'} ${standard.name} for ${academicYear(standing.year)}` +
      (standing.attainment === null ? '' : ` (${percent(standing.attainment)} reached the expected standard)`)
    : `Not judged against ${standard.name} (${standing.why})`;
  const since =
    newest.length === 0 ? 'no newer progress is published' : lowerFirst(sentenceOfScores(newest, asked.newestProgress));
  return {
    rule: 'above_minimum',
    verdict: (standing.known && standing.below) || under.length > 0 ? 'not met' : 'met',
    sentence: `${then}; ${since}${under.length > 0 ? ', below its line' : ''}.`,
    value: under[0]?.value ?? newest[0]?.value ?? (standing.known ? standing.attainment : null),
    source: under[0]?.source ?? newest[0]?.source ?? null,
  };
}

function lowerFirst(text: string): string {
  return text.startsWith('Progress 8') ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
