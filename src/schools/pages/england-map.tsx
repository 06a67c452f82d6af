import { Table } from '../../govuk/table.tsx';
import type { AreaGeometry } from '../../web/charts/geometry.ts';
import { Legend } from '../../web/charts/legend.tsx';
import { ShadedMap, type ShadedArea } from '../../web/charts/shaded-map.tsx';
import { paths } from '../../web/paths.ts';
import { bandOf, type EnglandRow, fifths } from '../rules/england-table.ts';
import { figureText } from '../rules/figure-words.ts';
import { type HeadlineMeasure, SHORT_LABELS } from '../rules/school-sections.ts';
import { BriefAverage } from './figure.tsx';

// Five steps of one colour, from light to dark, evenly apart in lightness, so that they also tell apart in grey.
const FILLS = ['#e3efe9', '#b4d5c9', '#7fb3a4', '#43857c', '#123f3d'] as const;
const NO_FILL = '#ffffff';

interface EnglandMapProps {
  rows: readonly EnglandRow[];
  boundaries: ReadonlyMap<number, AreaGeometry>;
  measure: HeadlineMeasure;
  /** Of the figures, e.g. "2017-18". */
  year: string;
}

/** The areas of England shaded by fifths of a measure. */
export function EnglandMap({ rows, boundaries, measure, year }: EnglandMapProps) {
  const values = rows.flatMap(({ means }) => means.get(measure)?.value ?? []);
  const limits = fifths(values);
  const areas = rows.flatMap((row): (ShadedArea & { region: string })[] => {
    const geometry = boundaries.get(row.area.laCode);
    if (geometry === undefined) return [];
    const value = row.means.get(measure)?.value;
    return [
      {
        href: paths.area(row.area.laCode),
        label: `${row.area.name}: ${value === undefined ? 'no figure' : figureText(value, measure)}`,
        geometry,
        fill: value === undefined ? NO_FILL : FILLS[bandOf(value, limits)]!,
        region: row.area.region,
      },
    ];
  });
  if (areas.length === 0) return null;
  const words = (value: number) => figureText(value, measure);
  return (
    <div class="app-columns app-columns--even">
      <ShadedMap
        areas={areas}
        inset={{ title: 'London', areas: areas.filter(({ region }) => region.endsWith('London')) }}
        caption={`${SHORT_LABELS[measure]}, ${year}, in fifths of the areas. The table on this page has the number of each area. Boundaries: Office for National Statistics. Contains OS data © Crown copyright and database right 2022.`}
      />
      <div>
        {limits.length > 0 && (
          <Legend
            title={`${SHORT_LABELS[measure]}, ${year}`}
            items={FILLS.map((fill, band) => ({
              shape: 'square',
              fill,
              label:
                band === 0
                  ? `up to ${words(limits[0]!)}`
                  : band === 4
                    ? `above ${words(limits[3]!)}`
                    : `above ${words(limits[band - 1]!)} to ${words(limits[band]!)}`,
              count: values.filter((value) => bandOf(value, limits) === band).length,
            }))}
          />
        )}
        <Extremes rows={rows} measure={measure} />
      </div>
    </div>
  );
}

const SHOWN = 8;

/** The ends of the order, for those who would else look for them on the map; the table has the rest. */
function Extremes({ rows, measure }: Pick<EnglandMapProps, 'rows' | 'measure'>) {
  const known = rows
    .flatMap(({ area, means }) => {
      const mean = means.get(measure);
      return mean ? [{ area, mean }] : [];
    })
    .toSorted((a, b) => b.mean.value - a.mean.value);
  if (known.length < 2 * SHOWN) return null;
  const ends = [
    { title: 'Highest', shown: known.slice(0, SHOWN) },
    { title: 'Lowest', shown: known.slice(-SHOWN).toReversed() },
  ];
  return (
    <div class="app-columns app-columns--even">
      {ends.map(({ title, shown }) => (
        <Table
          class="app-table app-number"
          caption={title}
          captionClass="govuk-table__caption--s"
          firstCellIsHeader
          head={[{ text: 'Area' }, { text: 'Mean (schools)', format: 'numeric' }]}
          rows={shown.map(({ area, mean }) => [
            {
              text: (
                <a class="govuk-link" href={paths.area(area.laCode)}>
                  {area.name}
                </a>
              ),
            },
            { text: <BriefAverage average={mean} measure={measure} />, format: 'numeric' },
          ])}
        />
      ))}
    </div>
  );
}
