import type { ComponentChildren } from 'preact';
import type { Phase } from '../../schools/rules/facts.ts';
import type { IndicatorResult } from '../rules/assessment.ts';
import { GROUP_TITLES, grouped } from '../rules/indicator-groups.ts';
import { Indicator } from './indicator.tsx';
import type { Files } from './source-links.tsx';

interface IndicatorGroupsProps {
  title: string;
  results: readonly IndicatorResult[];
  phase: Phase;
  files: Files;
  /** Said when there are no results. */
  none: string;
  /** Said over the lists. */
  children?: ComponentChildren;
}

/** Indicators in one state, under headings of what they are about. */
export function IndicatorGroups({ title, results, phase, files, none, children }: IndicatorGroupsProps) {
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      {results.length === 0 ? (
        <p class="govuk-body">{none}</p>
      ) : (
        <>
          {children && <p class="govuk-body">{children}</p>}
          {grouped(results).map(({ group, items }) => (
            <>
              <h3 class="govuk-heading-s app-indicators__group">{GROUP_TITLES[group]}</h3>
              <ul class="app-indicators">
                {items.map((result) => (
                  <Indicator result={result} phase={phase} files={files} />
                ))}
              </ul>
            </>
          ))}
        </>
      )}
    </section>
  );
}
