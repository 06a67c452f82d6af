import { Table } from '../../govuk/table.tsx';
import { dayText } from '../../schools/rules/figure-words.ts';
import type { SourceRef } from '../../schools/rules/facts.ts';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { ANSWER_STATES, type Answer, type AnswerState } from '../rules/eligibility/answer.ts';
import type { EligibilityDefinition } from '../rules/eligibility/definition.ts';
import { forceWords } from '../rules/eligibility/definition-words.ts';
import { noCounts } from '../rules/eligibility/tally.ts';
import { capital } from '../rules/wording.ts';
import { type Files, SourceLinks } from './source-links.tsx';

interface AreaDefinitionPageProps {
  area: { code: number; name: string };
  definition: EligibilityDefinition;
  /** ISO day of the register, and so of the inspections judged; null before one is loaded. */
  asAt: string | null;
  /** By name. */
  schools: readonly { urn: number; name: string; known: boolean; part: string; answer: Answer }[];
  /** Which of them are listed. */
  shown: AnswerState;
  files: Files;
}

/** The schools of an area that stand one way to a definition, each with why. */
export function AreaDefinitionPage({ area, definition, asAt, schools, shown, files }: AreaDefinitionPageProps) {
  const counts = noCounts();
  for (const { answer } of schools) counts[answer.state] += 1;
  const cameLater = asAt !== null && definition.validFrom > asAt;
  const listed = schools.filter(({ answer }) => answer.state === shown);
  return (
    <Page
      title={`${area.name}: ${definition.title}`}
      caption="The Department’s definitions"
      wide
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: area.name, href: paths.area(area.code) },
        { text: 'Need', href: paths.needOfArea(area.code) },
        { text: definition.title, href: paths.definition(definition.id) },
      ]}
    >
      <p class="app-lede">
        {counts.meets} of {schools.length} schools judged {cameLater ? 'would meet' : 'meet'} it. In force{' '}
        {forceWords(definition)}.
      </p>
      {definition.rule.kind !== 'results' && asAt !== null && (
        <p class="govuk-body">
          Judged from inspections up to {dayText(asAt)}
          {cameLater && ', before the definition came: it says nothing of how schools are now'}.
        </p>
      )}
      <p class="govuk-body">
        Show:{' '}
        {ANSWER_STATES.map((state, index) => (
          <>
            {index > 0 && ', '}
            {state === shown ? (
              <strong aria-current="true">
                {capital(state)} ({counts[state]})
              </strong>
            ) : (
              <a class="govuk-link" href={paths.definitionOfArea(area.code, definition.id, { show: state })}>
                {capital(state)} ({counts[state]})
              </a>
            )}
          </>
        ))}
      </p>
      {listed.length === 0 ? (
        <p class="govuk-body">No school of {area.name} is among these.</p>
      ) : (
        <ScrollRegion label="Schools">
          <Table
            caption={`${capital(shown)}: schools of ${area.name}`}
            captionClass="govuk-table__caption--m"
            class="app-table"
            firstCellIsHeader
            head={[{ text: 'School' }, { text: 'Results or phase' }, { text: 'Why' }]}
            rows={listed.map(({ urn, name, known, part, answer }) => [
              { text: <School urn={urn} name={name} known={known} /> },
              { text: part },
              { text: <Why sentence={answer.sentence} sources={answer.sources} files={files} /> },
            ])}
          />
        </ScrollRegion>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={paths.definitionOfAreaCsv(area.code, definition.id)}>
          All {schools.length} schools as a file (CSV)
        </a>
      </p>
      <p class="app-source">
        What follows for a school that meets it: {definition.follows.words} {definition.follows.source}
      </p>
    </Page>
  );
}

function School({ urn, name, known }: { urn: number; name: string; known: boolean }) {
  return (
    <>
      {known ? (
        <a class="govuk-link" href={paths.school(urn)}>
          {name}
        </a>
      ) : (
        name
      )}{' '}
      <small>(URN {urn})</small>
    </>
  );
}

function Why({ sentence, sources, files }: { sentence: string; sources: readonly SourceRef[]; files: Files }) {
  return (
    <>
      {sentence}
      <SourceLinks sources={sources} files={files} />
    </>
  );
}
