import type { SchoolFacts } from '../../schools/rules/facts.ts';
import { dayText } from '../../schools/rules/figure-words.ts';
import { rolesIn } from '../../schools/rules/headship/head-roles.ts';
import type { Assessing } from './assessing.ts';
import { clear, type IndicatorResult, missing, raised } from './assessment.ts';
import type { HeadPostIndicator } from './need-policy.ts';

/**
 * Whether the head's post is vacant or filled for the time being, by the register and dated extracts. It says nothing of the
 * person who holds it, and names nobody.
 */
export function headPost(school: SchoolFacts, indicator: HeadPostIndicator, at: Assessing): IndicatorResult {
  const newest = at.heads?.get(school.urn)?.at(-1);
  if (newest?.head === 'vacant') {
    const [before, after] = newest.sources;
    const sentence = `The post became vacant after ${dayText(newest.notBefore)} and by ${dayText(newest.notAfter)}, and no extract since names a head.`;
    return of(indicator, 'vacant', sentence, {
      source: after ?? null,
      otherSources: before === undefined ? [] : [before],
    });
  }
  const told = [school.headName, school.headJobTitle].filter((text) => text !== null);
  const source = school.registerSource ?? null;
  if (told.length === 0) return missing(indicator, 'The register names no head and no title of one.', { source });
  const roles = told.flatMap(rolesIn);
  const filled = roles.includes('acting') ? 'acting' : roles.includes('interim') ? 'interim' : null;
  if (filled !== null) {
    const sentence = `The register shows an ${filled} head. It is not told since when, and titles are sometimes left as they were.`;
    return of(indicator, 'acting or interim', sentence, { source });
  }
  if (school.headJobTitle === null) {
    return missing(
      indicator,
      'The register gives no title of the head, so whether the post is filled for good is not known.',
      {
        source,
      },
    );
  }
  return clear(indicator, 'The register names a head, and nothing there says that it is for the time being.', {
    source,
  });
}

function of(
  indicator: HeadPostIndicator,
  level: HeadPostIndicator['steps'][number]['level'],
  sentence: string,
  sources: Pick<IndicatorResult, 'source'> & Partial<Pick<IndicatorResult, 'otherSources'>>,
): IndicatorResult {
  const step = indicator.steps.find((one) => one.level === level);
  if (step === undefined) throw new Error(`The need policy has no points for a post that is ${level}. Add them.`);
  return raised(indicator, sentence, { ...sources, level, points: step.points });
}
