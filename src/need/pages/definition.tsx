import { InsetText } from '../../govuk/inset-text.tsx';
import { Table, type TableCell } from '../../govuk/table.tsx';
import { dayText } from '../../schools/rules/figure-words.ts';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { ANSWER_STATES, type AnswerState } from '../rules/eligibility/answer.ts';
import { comparisons } from '../rules/eligibility/comparison.ts';
import type { EligibilityDefinition } from '../rules/eligibility/definition.ts';
import { type DefinitionWords, forceWords } from '../rules/eligibility/definition-words.ts';
import { byRegion, found, type PartCounts } from '../rules/eligibility/tally.ts';
import { capital } from '../rules/wording.ts';

interface DefinitionPageProps {
  definition: EligibilityDefinition;
  /** The rule in sentences. */
  words: readonly DefinitionWords[];
  /** Empty before published data is loaded. */
  parts: readonly PartCounts[];
  regionOf: ReadonlyMap<number, string>;
  /** ISO day of the register; null before one is loaded. */
  asAt: string | null;
  /** Whether the reader may see the named schools of this area. */
  mayRead: (laCode: number) => boolean;
}

/** One definition: the rule in words with its sources, what follows, and how many schools meet it. */
export function DefinitionPage(props: DefinitionPageProps) {
  const { definition, words, parts, asAt } = props;
  const { id, title, follows, source } = definition;
  return (
    <Page
      title={title}
      caption="The Department’s definitions"
      wide
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Need across England', href: paths.needOfEngland() },
        { text: 'Definitions', href: paths.definitions() },
      ]}
    >
      <p class="app-lede">In force {forceWords(definition)}.</p>
      <h2 class="govuk-heading-m">The rule</h2>
      <ul class="govuk-list govuk-list--bullet">
        {words.map((sentence) => (
          <li>
            {sentence.words} {sentence.source !== null && <small class="app-source">{sentence.source}</small>}
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">What follows for a school that meets it</h2>
      <p class="govuk-body">
        {follows.words} <small class="app-source">{follows.source}</small>
      </p>
      {parts.length === 0 || asAt === null ? (
        <p class="govuk-body">No school is counted: the published data that it asks about is not loaded.</p>
      ) : (
        <Counted {...props} asAt={asAt} />
      )}
      <p class="app-source">
        {source}. File: policies/need/{id}.json.
      </p>
    </Page>
  );
}

type Props = DefinitionPageProps & { asAt: string };

function Counted(props: Props) {
  const { definition, parts, asAt } = props;
  return (
    <>
      <h2 class="govuk-heading-m">Schools of England</h2>
      {definition.rule.kind !== 'results' && (
        <InsetText>
          Mainstream schools open on {dayText(asAt)}, from inspections up to that day.
          {definition.validFrom > asAt &&
            ' The definition came later, so this is how schools would have stood under it then.'}
        </InsetText>
      )}
      <ScrollRegion label="Schools of England">
        <Table
          caption="How many schools meet the definition"
          captionClass="govuk-visually-hidden"
          class="app-table"
          firstCellIsHeader
          head={[{ text: 'Schools' }, ...STATE_HEADS]}
          rows={parts.map((part) => [{ text: part.name }, ...cells(part.england.counts, part)])}
        />
      </ScrollRegion>
      <Published {...props} />
      <Reasons parts={parts} />
      <Regions {...props} />
      <Areas {...props} />
    </>
  );
}

const STATE_HEADS: readonly TableCell[] = ANSWER_STATES.map((state) => ({ text: capital(state), format: 'numeric' }));

function cells(counts: Readonly<Record<AnswerState, number>>, part: PartCounts): TableCell[] {
  const noneFound = found([part]) === null;
  return ANSWER_STATES.map((state) => ({
    text: noneFound && state === 'meets' ? 'none found' : counts[state].toLocaleString('en-GB'),
    format: 'numeric',
  }));
}

function Published({ definition, parts }: Props) {
  const rows = comparisons(definition, parts);
  if (rows.length === 0) return null;
  return (
    <ScrollRegion label="Published counts beside ours">
      <Table
        caption="Published counts beside ours"
        captionClass="govuk-table__caption--m"
        class="app-table"
        firstCellIsHeader
        head={[
          { text: 'Schools' },
          { text: 'Published', format: 'numeric' },
          { text: 'Ours', format: 'numeric' },
          { text: 'Why they differ' },
        ]}
        rows={rows.map(({ of, published, ours, inherited }) => [
          { text: `${of}, ${dayText(published.on)}` },
          { text: published.schools.toLocaleString('en-GB'), format: 'numeric' },
          { text: ours === null ? 'cannot be told' : ours.toLocaleString('en-GB'), format: 'numeric' },
          {
            text: (
              <>
                {published.difference}
                {inherited > 0 &&
                  ` Of ours, ${inherited.toLocaleString('en-GB')} stand in part on the record of a school before them.`}{' '}
                <small class="app-source">{published.source}</small>
              </>
            ),
          },
        ])}
      />
    </ScrollRegion>
  );
}

function Reasons({ parts }: Pick<Props, 'parts'>) {
  const rows = parts.flatMap(({ name, england }) => england.reasons.map((reason) => ({ name, ...reason })));
  if (rows.length === 0) return null;
  const lookedAt = rows.some(({ wouldMeet }) => wouldMeet !== null);
  return (
    <ScrollRegion label="Why schools cannot be told or are left out">
      <Table
        caption="Why schools cannot be told or are left out"
        captionClass="govuk-table__caption--m"
        class="app-table"
        firstCellIsHeader
        head={[
          { text: 'Why' },
          { text: 'Schools' },
          { text: 'Answer' },
          { text: 'How many', format: 'numeric' },
          ...(lookedAt ? [{ text: 'Of them, results below', format: 'numeric' as const }] : []),
        ]}
        rows={rows.map(({ name, state, reason, schools, wouldMeet }) => [
          { text: reason },
          { text: name },
          { text: capital(state) },
          { text: schools.toLocaleString('en-GB'), format: 'numeric' },
          ...(lookedAt
            ? [{ text: wouldMeet?.toLocaleString('en-GB') ?? 'not looked at', format: 'numeric' as const }]
            : []),
        ])}
      />
    </ScrollRegion>
  );
}

function Regions({ parts, regionOf }: Props) {
  return (
    <ScrollRegion label="By region">
      <Table
        caption="By region"
        captionClass="govuk-table__caption--m"
        class="app-table"
        firstCellIsHeader
        head={[{ text: 'Region' }, { text: 'Schools' }, ...STATE_HEADS]}
        rows={parts.flatMap((part) =>
          byRegion(part.areas, regionOf).map(({ region, counts }) => [
            { text: region },
            { text: part.name },
            ...cells(counts, part),
          ]),
        )}
      />
    </ScrollRegion>
  );
}

function Areas({ definition, parts, mayRead }: Props) {
  return (
    <>
      <p class="govuk-body">
        Schools that closed are counted where they were, or where what followed them is. Those who judge need for an
        area can open its schools by name.
      </p>
      <ScrollRegion label="By area">
        <Table
          caption="By area"
          captionClass="govuk-table__caption--m"
          class="app-table"
          firstCellIsHeader
          head={[{ text: 'Area' }, { text: 'Schools' }, ...STATE_HEADS]}
          rows={parts.flatMap((part) =>
            part.areas.map(({ laCode, laName, counts }) => [
              {
                text:
                  laCode !== null && mayRead(laCode) ? (
                    <a class="govuk-link" href={paths.definitionOfArea(laCode, definition.id)}>
                      {laName}
                    </a>
                  ) : (
                    laName
                  ),
              },
              { text: part.name },
              ...cells(counts, part),
            ]),
          )}
        />
      </ScrollRegion>
    </>
  );
}
