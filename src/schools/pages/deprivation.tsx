import { Table } from '../../govuk/table.tsx';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { paths } from '../../web/paths.ts';
import type { Average } from '../rules/averages.ts';
import type { PhaseGroup } from '../rules/facts.ts';
import type { NationalFrame } from '../rules/national-frame.ts';
import { fileWords } from '../rules/published-file.ts';
import type { SchoolRecord } from '../rules/school-record.ts';
import { SourceLink } from './figure.tsx';

/** Income deprivation affecting children around the school, beside the means of its area and of England. */
export function DeprivationTable({
  school,
  frame,
  phase,
}: {
  school: SchoolRecord;
  frame: NationalFrame;
  phase: PhaseGroup | null;
}) {
  const { deprivation, identity } = school;
  if (deprivation === null) {
    return (
      <>
        <p class="govuk-body">
          The indices of deprivation have no record of this school’s postcode
          {school.neighbourhoods.length === 0 && ', so the deprivation around it is not known here'}.
        </p>
        <Neighbourhoods neighbourhoods={school.neighbourhoods} />
      </>
    );
  }
  const file = frame.files.get(deprivation.source.importId);
  const means =
    phase === null
      ? []
      : ([
          [identity.laCode, identity.laName],
          ['England', 'England'],
        ] as const);
  return (
    <>
      <ScrollRegion label="Income deprivation affecting children around the school">
        <Table
          class="app-table app-number"
          caption="Income deprivation affecting children (IDACI) around the school, 2019"
          captionClass="govuk-table__caption--s"
          head={[
            { text: 'Place' },
            { text: 'Children in income-deprived families', format: 'numeric' },
            { text: 'Tenth of England (1 is most deprived)', format: 'numeric' },
          ]}
          firstCellIsHeader
          rows={[
            [
              { text: 'This school’s postcode' },
              { text: score(deprivation.idaciScore), format: 'numeric', class: 'govuk-!-font-weight-bold' },
              { text: deprivation.idaciDecile ?? 'no record', format: 'numeric', class: 'govuk-!-font-weight-bold' },
            ],
            ...means.map(([place, name]) => [
              { text: name },
              {
                text: <MeanScore average={phase === null ? undefined : frame.deprivation(place, phase)} />,
                format: 'numeric' as const,
              },
              { text: 'no mean', format: 'numeric' as const, class: 'app-missing' },
            ]),
          ]}
        />
      </ScrollRegion>
      <p class="app-source">
        Source:{' '}
        <a class="govuk-link" href={paths.source(deprivation.source.importId, deprivation.source.line)}>
          {file ? fileWords(file) : 'published file'}, line {deprivation.source.line}
        </a>
        . It describes the neighbourhood of the school’s postcode, not its pupils.
      </p>
      <Neighbourhoods neighbourhoods={school.neighbourhoods} />
    </>
  );
}

/** All deprivation in the neighbourhood that the register gives, in each edition held. */
function Neighbourhoods({ neighbourhoods }: Pick<SchoolRecord, 'neighbourhoods'>) {
  if (neighbourhoods.length === 0) return null;
  return (
    <ul class="govuk-list">
      {neighbourhoods.map(({ edition, lsoaCode, imdDecile, source }) => (
        <li>
          Index of multiple deprivation {edition}, neighbourhood {lsoaCode}:{' '}
          <SourceLink source={source} words=", source of the index">
            {imdDecile === null ? 'no record' : `tenth ${imdDecile} of 10`}
          </SourceLink>
          {imdDecile !== null && ' (1 is the most deprived)'}
        </li>
      ))}
    </ul>
  );
}

function MeanScore({ average }: { average: Average | undefined }) {
  if (average === undefined) return <span class="app-missing">no record</span>;
  return (
    <>
      {score(average.value)}
      <br />
      <small>mean of {average.schools.toLocaleString('en-GB')} schools</small>
    </>
  );
}

function score(share: number | null): string {
  return share === null ? 'no record' : `${(share * 100).toFixed(1)}%`;
}
