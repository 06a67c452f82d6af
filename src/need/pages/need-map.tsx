import { bandOf, fifths } from '../../schools/rules/england-table.ts';
import type { AreaGeometry } from '../../web/charts/geometry.ts';
import { Legend } from '../../web/charts/legend.tsx';
import { ShadedMap } from '../../web/charts/shaded-map.tsx';
import { paths } from '../../web/paths.ts';
import type { AreaNeedsRow } from '../rules/england-needs.ts';

// Five steps of one colour, from light to dark, evenly apart in lightness, so that they also tell apart in grey.
const FILLS = ['#fdf0dc', '#f6cf9c', '#dd9f63', '#ab6238', '#6b2a1c'] as const;

/** A piece of land with its region, in which London is drawn again larger. */
export interface MappedArea {
  region: string;
  geometry: AreaGeometry;
}

/** The areas of England shaded by the share of their schools that are offered a leader, in fifths of the areas. */
export function NeedMap({ rows, land }: { rows: readonly AreaNeedsRow[]; land: ReadonlyMap<number, MappedArea> }) {
  const limits = fifths(rows.map(({ share }) => share));
  const areas = rows.flatMap(({ laCode, laName, share }) => {
    const at = land.get(laCode);
    if (at === undefined) return [];
    return [
      {
        href: paths.needOfArea(laCode),
        label: `${laName}: ${share.toFixed(0)}%`,
        geometry: at.geometry,
        region: at.region,
        fill: FILLS[bandOf(share, limits)] ?? FILLS[0],
      },
    ];
  });
  if (areas.length === 0) return null;
  return (
    <div>
      <ShadedMap
        areas={areas}
        inset={{ title: 'London', areas: areas.filter(({ region }) => region.endsWith('London')) }}
        caption="Schools that are offered a leader, as a share of the area's schools, in fifths of the areas. The table gives each area's number. Boundaries: Office for National Statistics. Contains OS data © Crown copyright and database right 2022."
      />
      {limits.length > 0 && (
        <Legend
          title="Share of schools offered a leader"
          items={FILLS.map((fill, band) => ({
            shape: 'square',
            fill,
            label: bandWords(band, limits),
            count: rows.filter(({ share }) => bandOf(share, limits) === band).length,
          }))}
        />
      )}
    </div>
  );
}

function bandWords(band: number, limits: readonly number[]): string {
  if (band === 0) return `up to ${percentage(limits[0])}`;
  return band === limits.length
    ? `above ${percentage(limits[band - 1])}`
    : `above ${percentage(limits[band - 1])} to ${percentage(limits[band])}`;
}

function percentage(limit = 0): string {
  return `${limit.toFixed(1)}%`;
}
