import { Table } from '../../../govuk/table.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import { academicYear } from '../../rules/facts.ts';
import type { AreaProfile } from '../../rules/profile/area-profile.ts';
import type { SchoolGroup } from '../../rules/profile/by-group.ts';
import { SHORT_LABELS } from '../../rules/school-sections.ts';
import { MEASURES, type MeasureCode } from '../../../opendata/rules/measures.ts';
import { AverageFigure } from '../figure.tsx';

interface GroupsTableProps {
  profile: Pick<AreaProfile, 'policy' | 'groupYears'>;
  caption: string;
  groups: readonly SchoolGroup[];
}

/** Schools of the area by phase or by who answers for them, with their means. */
export function GroupsTable({ profile: { policy, groupYears }, caption, groups }: GroupsTableProps) {
  const measures = policy.byGroup.filter((measure) => groupYears.has(measure));
  return (
    <ScrollRegion label={caption}>
      <Table
        class="app-table app-number"
        caption={caption}
        captionClass="govuk-table__caption--s"
        firstCellIsHeader
        head={[
          { text: 'Schools' },
          { text: 'Primary', format: 'numeric' },
          { text: 'Secondary', format: 'numeric' },
          ...measures.map((measure) => ({
            text: `${shortLabel(measure)}, ${academicYear(groupYears.get(measure)!)}`,
            format: 'numeric' as const,
          })),
          { text: 'Good or outstanding, of graded', format: 'numeric' },
        ]}
        rows={groups.map(({ name, trustUid, schools, means, graded, goodOrOutstanding }) => [
          {
            text:
              trustUid === null ? (
                name
              ) : (
                <a class="govuk-link" href={paths.trust(trustUid)}>
                  {name}
                </a>
              ),
          },
          { text: String(schools.primary), format: 'numeric' as const },
          { text: String(schools.secondary), format: 'numeric' as const },
          ...measures.map((measure) => ({
            text: <AverageFigure average={means.get(measure)} measure={measure} />,
            format: 'numeric' as const,
          })),
          {
            text: graded === 0 ? <span class="app-missing">none graded</span> : `${goodOrOutstanding} of ${graded}`,
            format: 'numeric' as const,
          },
        ])}
      />
    </ScrollRegion>
  );
}

function shortLabel(measure: MeasureCode): string {
  return (SHORT_LABELS as Partial<Record<MeasureCode, string>>)[measure] ?? MEASURES[measure].label;
}
