import { MEASURES, type MeasureCode } from '../../opendata/rules/measures.ts';
import { paths } from '../../web/paths.ts';
import type { Average } from '../rules/averages.ts';
import { academicYear, type Fact, type SourceRef } from '../rules/facts.ts';
import { figureText, type NoNumber, missingSentence, missingWord, NO_RECORD } from '../rules/figure-words.ts';
import { InheritedMark } from './inherited-mark.tsx';

interface FigureProps {
  measure: MeasureCode;
  year: number;
  fact: Fact | undefined;
  /** Why there is no record; by default, that none of the files has it. */
  otherwise?: NoNumber;
}

/** A school's figure, or why there is none, as a link to the published row that says so. */
export function Figure({ measure, year, fact, otherwise = NO_RECORD }: FigureProps) {
  if (fact === undefined) return <Missing reason={otherwise} />;
  const words = `, source of ${MEASURES[measure].label}, ${academicYear(year)}`;
  return (
    <>
      <SourceLink source={fact.source} words={words}>
        {fact.value === null ? <Missing reason={fact.missing ?? NO_RECORD} /> : figureText(fact.value, measure)}
      </SourceLink>
      <InheritedMark from={fact.inherited} />
    </>
  );
}

/** The words in place of a number; the full reason stands in the key under the table and shows at the pointer. */
export function Missing({ reason }: { reason: NoNumber }) {
  return (
    <abbr class="app-missing" title={missingSentence(reason)}>
      {missingWord(reason)}
    </abbr>
  );
}

interface SourceLinkProps {
  source: SourceRef;
  /** Said after the link's text to those who hear it out of its table. */
  words: string;
  children: preact.ComponentChildren;
}

/** A link from something published to its row. */
export function SourceLink({ source, words, children }: SourceLinkProps) {
  return (
    <a class="govuk-link govuk-link--no-underline" href={paths.source(source.importId, source.line)}>
      {children}
      <span class="govuk-visually-hidden">{words}</span>
    </a>
  );
}

interface AverageFigureProps {
  average: Average | undefined;
  measure: MeasureCode;
}

/** A mean with the number of schools behind it on a line of its own; `told` when how it was made is said beside it. */
export function AverageFigure({ average, measure, told }: AverageFigureProps & { told?: boolean }) {
  if (average === undefined) return <Missing reason={NO_RECORD} />;
  return (
    <>
      {figureText(average.value, measure)}
      <br />
      <small class="app-nowrap">
        {average.schools.toLocaleString('en-GB')} {average.schools === 1 ? 'school' : 'schools'}
      </small>
      {!told && average.weighted && (
        <>
          <br />
          <small class="app-nowrap">by pupils</small>
        </>
      )}
    </>
  );
}

/** A mean and, in brackets, the number of schools behind it, for long tables whose heads say how it was made. */
export function BriefAverage({ average, measure }: AverageFigureProps) {
  if (average === undefined) return <Missing reason={NO_RECORD} />;
  return (
    <span class="app-nowrap">
      {figureText(average.value, measure)} <small>({average.schools.toLocaleString('en-GB')})</small>
    </span>
  );
}
