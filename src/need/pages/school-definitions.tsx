import { Details } from '../../govuk/details.tsx';
import { Table } from '../../govuk/table.tsx';
import { dayText } from '../../schools/rules/figure-words.ts';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import type { Answer } from '../rules/eligibility/answer.ts';
import { type EligibilityDefinition, inForceOn } from '../rules/eligibility/definition.ts';
import { AnswerTag } from './answer-tag.tsx';

export interface SchoolDefinitionsProps {
  /** The newest definition first. */
  eligibility: readonly { definition: EligibilityDefinition; answer: Answer }[];
  /** ISO day of the need beside it. */
  asAt: string;
}

/** How a school stands to each of the Department's definitions: those in force on the day, and those that it meets or met. */
export function SchoolDefinitions({ eligibility, asAt }: SchoolDefinitionsProps) {
  const first = eligibility.filter(({ definition, answer }) => answer.state === 'meets' || inForceOn(definition, asAt));
  const rest = eligibility.filter((one) => !first.includes(one));
  return (
    <section>
      <h2 class="govuk-heading-m" id="definitions">
        Under the Department’s definitions
      </h2>
      <p class="govuk-body">
        {first.length === 0
          ? `No definition was in force on ${dayText(asAt)}, and the school is not found to meet any other.`
          : `Definitions in force on ${dayText(asAt)}, and others that the school is found to meet.`}{' '}
        Inspections are those up to that day. These are the Department’s own rules; the category above is not worked out
        from them.{' '}
        <a class="govuk-link" href={paths.definitions()}>
          All definitions
        </a>
      </p>
      {first.length > 0 && <Rows rows={first} />}
      {rest.length > 0 && (
        <Details summaryText={`${rest.length} others that it does not meet, or that cannot be told`}>
          <Rows rows={rest} />
        </Details>
      )}
    </section>
  );
}

function Rows({ rows }: { rows: SchoolDefinitionsProps['eligibility'] }) {
  return (
    <ScrollRegion label="The Department’s definitions">
      <Table
        caption="How the school stands to each definition"
        captionClass="govuk-visually-hidden"
        class="app-table"
        firstCellIsHeader
        head={[{ text: 'Definition' }, { text: 'In force' }, { text: 'Answer' }, { text: 'Why' }]}
        rows={rows.map(({ definition: { id, title, validFrom, validTo }, answer }) => [
          {
            text: (
              <a class="govuk-link" href={paths.definition(id)}>
                {title}
              </a>
            ),
          },
          { text: `${dayText(validFrom)} to ${validTo === null ? 'no end set' : dayText(validTo)}` },
          { text: <AnswerTag state={answer.state} /> },
          { text: answer.sentence },
        ])}
      />
    </ScrollRegion>
  );
}
