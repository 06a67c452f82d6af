import { academicYear, type Fact } from '../../schools/rules/facts.ts';
import type { DrawnNews, NewsSchool } from './news-item.ts';
import type { NewsPolicy } from './news-policy.ts';

/** The news of a roll that is far below that of the last census held; null where it is not, or either is not known. */
export function rollNews(
  school: NewsSchool,
  now: Fact | undefined,
  before: Fact | undefined,
  { rollFall }: NewsPolicy,
): DrawnNews | null {
  if (now?.value == null || before?.value == null || before.value === 0) return null;
  const lost = before.value - now.value;
  const percent = (lost / before.value) * 100;
  const apart = now.year - before.year;
  const step = rollFall.steps.findLast(({ yearsApart }) => yearsApart <= apart) ?? rollFall.steps[0];
  if (step === undefined || lost < rollFall.fewestPupils || percent < step.fallPercent) return null;
  const from = before.inherited === undefined ? '' : ` at the school before it, URN ${before.inherited.urn}`;
  return {
    school,
    kind: 'roll',
    occasion: String(now.year),
    happenedOn: null,
    notBefore: null,
    notAfter: null,
    headline: `${now.value} pupils on roll in ${academicYear(now.year)}, ${before.value} in ${academicYear(before.year)}: a fall of ${Math.floor(percent)}%`,
    detail: {
      likely: false,
      before: String(before.value),
      after: String(now.value),
      sentences: from === '' ? [] : [`The ${before.value} pupils were${from}.`],
    },
    source: now.source,
  };
}
