import { Table } from '../../govuk/table.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import type { References } from '../rules/hidden/hidden-england.ts';
import type { HiddenPolicy } from '../rules/hidden/hidden-policy.ts';
import type { HiddenSchool, ToldSchool } from '../rules/hidden/hidden-school.ts';
import { chanceWords, gapWords, groupWords, placeWords, untoldWords } from '../rules/hidden/hidden-words.ts';

interface ToldTableProps {
  caption: string;
  schools: readonly ToldSchool[];
  policy: HiddenPolicy;
  references: References;
}

/** Schools with their disadvantaged pupils beside the others, how far behind and how sure, and the average. */
export function ToldTable({ caption, schools, policy, references }: ToldTableProps) {
  return (
    <ScrollRegion label={caption}>
      <Table
        caption={caption}
        captionClass="govuk-visually-hidden"
        class="app-table"
        firstCellIsHeader
        head={[
          'School',
          'Place',
          'Disadvantaged pupils',
          'Other pupils',
          'Behind other pupils',
          'How sure',
          'All pupils',
        ].map((text) => ({ text }))}
        rows={schools.map((school) => {
          const { finding, place, urn, name, phaseGroup } = school;
          const measure = policy.measures.find((one) => one.phaseGroup === phaseGroup);
          const england = measure && references.get(measure.disadvantaged);
          return [
            {
              text: (
                <>
                  <a class="govuk-link" href={paths.need(urn)}>
                    {name}
                  </a>
                  <br />
                  <small>
                    <a
                      class="govuk-link"
                      href={paths.source(finding.sources[0]?.importId ?? 0, finding.sources[0]?.line)}
                    >
                      published figures<span class="govuk-visually-hidden"> of {name}</span>
                    </a>
                    {finding.inherited && ', some of a predecessor'}
                  </small>
                </>
              ),
            },
            { text: placeWords(place) },
            { text: groupWords(finding.disadvantaged) },
            { text: groupWords(finding.other) },
            { text: gapWords(finding.gap) },
            {
              text: measure && (
                <>
                  {chanceWords(finding.gap.chance)} that more than {measure.behindOthers.points} points behind the
                  others
                  <br />
                  {chanceWords(finding.level.chance)} that more than {measure.behindEngland.points} points behind
                  England’s
                  <br />
                  <small>
                    {finding.pupils} disadvantaged pupils, {finding.years.length}{' '}
                    {finding.years.length === 1 ? 'year' : 'years'}
                  </small>
                </>
              ),
            },
            {
              text:
                finding.average === null ? (
                  'no figure'
                ) : (
                  <>
                    {finding.average.percent}%
                    <br />
                    <small>
                      England {england ? `${Math.round(england.all * 100)}%` : 'not known'}
                      {finding.averageHides === true && ': the average gives no sign'}
                    </small>
                  </>
                ),
            },
          ];
        })}
      />
    </ScrollRegion>
  );
}

/** Schools of which nothing can be told, each with why; the share of poorer pupils is context alone. */
export function UntoldTable({ caption, schools }: { caption: string; schools: readonly HiddenSchool[] }) {
  return (
    <ScrollRegion label={caption}>
      <Table
        caption={caption}
        captionClass="govuk-visually-hidden"
        class="app-table"
        firstCellIsHeader
        head={['School', 'Place', 'Why it cannot be told', 'Eligible for free school meals in six years'].map(
          (text) => ({
            text,
          }),
        )}
        rows={schools.map(({ urn, name, place, finding, fsm6Percent }) => [
          {
            text: (
              <a class="govuk-link" href={paths.school(urn)}>
                {name}
              </a>
            ),
          },
          { text: placeWords(place) },
          { text: finding.state === 'told' ? '' : untoldWords(finding) },
          { text: fsm6Percent === null ? 'no figure' : `${fsm6Percent.toFixed(1)}%` },
        ])}
      />
    </ScrollRegion>
  );
}
