import { academicYear, type SourceRef } from '../../schools/rules/facts.ts';
import { paths } from '../../web/paths.ts';
import type { ResultRow } from '../rules/did-better.ts';

/** A result with its year, which stays in one piece. */
export function ResultName({ label, year }: Pick<ResultRow, 'label' | 'year'>) {
  return (
    <>
      {label}, <span class="app-nowrap">{academicYear(year)}</span>
    </>
  );
}

/** A figure as a link to its published line; where it is an average, to the line of the first of its figures. */
export function Sourced({ sources, children }: { sources: readonly SourceRef[]; children: string }) {
  const [source] = sources;
  if (source === undefined) return <>{children}</>;
  return (
    <a class="govuk-link govuk-link--no-underline" href={paths.source(source.importId, source.line)}>
      {children}
      <span class="govuk-visually-hidden">, source</span>
    </a>
  );
}
