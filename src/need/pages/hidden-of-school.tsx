import { paths } from '../../web/paths.ts';
import type { HiddenOfSchool } from '../rules/hidden/hidden-england.ts';
import { kindsOf } from '../../schools/rules/places.ts';
import { findingWords, gapWords, groupWords, placeWords } from '../rules/hidden/hidden-words.ts';
import { type Files, SourceLinks } from './source-links.tsx';

interface Props {
  hidden: HiddenOfSchool | null;
  files: Files;
  readsArea: boolean;
}

/** A short part of a school's page where its disadvantaged pupils are likely behind in an affluent, rural or coastal place; else nothing. */
export function HiddenOfSchoolPart({ hidden, files, readsArea }: Props) {
  if (hidden === null) return null;
  const { school, policy } = hidden;
  const { finding, place, laCode, laName, phaseGroup } = school;
  const measure = policy.measures.find((one) => one.phaseGroup === phaseGroup);
  if (finding.state !== 'told' || finding.behind.length === 0 || kindsOf(place).length === 0 || measure === undefined)
    return null;
  return (
    <section aria-labelledby="hidden">
      <h2 class="govuk-heading-m" id="hidden">
        Disadvantaged pupils, beside the average
      </h2>
      <p class="govuk-body">
        {measure.title}: {groupWords(finding.disadvantaged, 'disadvantaged')}, and {groupWords(finding.other, 'other')}
        {finding.average !== null && ` (all pupils ${finding.average.percent}%)`}. Read with all schools of England, and
        over {finding.years.length === 1 ? 'the one year known' : `${finding.years.length} years`}, disadvantaged pupils
        are {gapWords(finding.gap)}. {findingWords(finding, measure)} Where the average can hide it: the school is{' '}
        {placeWords(place)}.
      </p>
      <p class="govuk-body">
        This counts for no points and is a reason to ask.{' '}
        {readsArea && (
          <a class="govuk-link" href={paths.hiddenOfArea(laCode)}>
            All such schools in {laName}
          </a>
        )}
      </p>
      <SourceLinks sources={finding.sources} files={files} />
    </section>
  );
}
