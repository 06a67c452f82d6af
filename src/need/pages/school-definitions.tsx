import { Details } from '../../govuk/details.tsx';
import { Table } from '../../govuk/table.tsx';
import { dayText } from '../../schools/rules/figure-words.ts';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import type { Answer } from '../rules/eligibility/answer.ts';
import { type EligibilityDefinition, inForceOn } from '../rules/eligibility/definition.ts';
import { forceWords } from '../rules/eligibility/definition-words.ts';
import { AnswerTag } from './answer-tag.tsx';
import { type Files, SourceLinks } from './source-links.tsx';

export interface SchoolDefinitionsProps {
  /** The newest definition first. */
  eligibility: readonly { definition: EligibilityDefinition; answer: Answer }[];
  /** ISO day of the need beside it. */
  asAt: string;
  files: Files;
}

/**
 * How a school stands to each of the Department's definitions: those in force on the day and those that it met before, then the rest,
 * and those that came later apart, since nothing is known of how it stands to them now.
 */
export function SchoolDefinitions({ eligibility, asAt, files }: SchoolDefinitionsProps) {
  const later = eligibility.filter(({ definition }) => definition.validFrom > asAt);
  const byThen = eligibility.filter((one) => !later.includes(one));
  const first = byThen.filter(({ definition, answer }) => answer.state === 'meets' || inForceOn(definition, asAt));
  const rest = byThen.filter((one) => !first.includes(one));
  const day = dayText(asAt);
  return (
    <section>
      <h2 class="govuk-heading-m" id="definitions">
        Under the Department’s definitions
      </h2>
      <p class="govuk-body">
        {first.length === 0
          ? `No definition was in force on ${day}, and the school is not found to have met one before.`
          : `Definitions in force on ${day}, and earlier ones that the school is found to have met.`}{' '}
        These are the Department’s own rules; the category above is not worked out from them.{' '}
        <a class="govuk-link" href={paths.definitions()}>
          All definitions
        </a>
      </p>
      {first.length > 0 && <Rows rows={first} files={files} />}
      {rest.length > 0 && (
        <Details
          summaryText={`${rest.length} earlier definitions that it did not meet, that do not apply or that cannot be told`}
        >
          <Rows rows={rest} files={files} />
        </Details>
      )}
      {later.length > 0 && (
        <Details summaryText={`${later.length} definitions that came later`}>
          <p class="govuk-body">
            They were not in force on {day}. This is how the school would have stood by inspections up to that day; it
            says nothing of how the school is now.
          </p>
          <Rows rows={later} files={files} cameLater />
        </Details>
      )}
    </section>
  );
}

interface RowsProps extends Pick<SchoolDefinitionsProps, 'files'> {
  rows: SchoolDefinitionsProps['eligibility'];
  cameLater?: boolean;
}

function Rows({ rows, files, cameLater = false }: RowsProps) {
  return (
    <ScrollRegion label="The Department’s definitions">
      <Table
        caption="How the school stands to each definition"
        captionClass="govuk-visually-hidden"
        class="app-table"
        firstCellIsHeader
        head={[{ text: 'Definition' }, { text: 'Answer' }, { text: 'Why' }]}
        rows={rows.map(({ definition, answer }) => [
          { text: <Name definition={definition} /> },
          { text: <AnswerTag state={answer.state} cameLater={cameLater} /> },
          { text: <Why answer={answer} files={files} /> },
        ])}
      />
    </ScrollRegion>
  );
}

function Name({ definition }: { definition: EligibilityDefinition }) {
  return (
    <>
      <a class="govuk-link" href={paths.definition(definition.id)}>
        {definition.title}
      </a>
      <br />
      <small>In force {forceWords(definition)}</small>
    </>
  );
}

function Why({ answer, files }: { answer: Answer; files: Files }) {
  return (
    <>
      {answer.sentence}
      <SourceLinks sources={answer.sources} files={files} />
    </>
  );
}
