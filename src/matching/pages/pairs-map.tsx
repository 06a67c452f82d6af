import type { Category } from '../../need/rules/need-policy.ts';
import { type AreaGeometry, extentOf, fit, type GridPoint, ringsOf } from '../../web/charts/geometry.ts';
import { Legend, type LegendItem } from '../../web/charts/legend.tsx';
import { Mark, place } from '../../web/charts/marks.tsx';
import { areaPath } from '../../web/charts/simplify.ts';
import type { Place } from '../rules/travel.ts';

const MARGIN = 16;

const SHAPES = {
  D: { shape: 'diamond', fill: '#a1211c' },
  other: { shape: 'triangle', fill: '#f4b26a' },
  leader: { shape: 'circle', fill: '#0b5e63' },
} as const satisfies Record<string, Omit<LegendItem, 'label'>>;

/** A school on the map; without a place it is not drawn. */
export interface SchoolOnMap {
  urn: number;
  /** What is read when the mark is pointed at. */
  title: string;
  place: Place | null;
}

interface PairsMapProps {
  /** Schools in need, with a leader or without. */
  needs: readonly (SchoolOnMap & { category: Category })[];
  pairs: readonly { home: SchoolOnMap; school: Place | null }[];
  /** Outline of the area, where there is one. */
  boundary: AreaGeometry | null;
  /** Further places that the map shows the land of. */
  frame?: readonly Place[];
  width?: number;
  mostHeight?: number;
  caption: string;
  /** What the marks stand for. */
  labels: Readonly<Record<keyof typeof SHAPES, string>>;
}

/**
 * The pairs of a plan as lines from the leader's school to the school helped. For the eye alone: the table that goes with it gives the
 * same. Nothing where no place is known.
 */
export function PairsMap({
  needs,
  pairs,
  boundary,
  frame = [],
  width = 720,
  mostHeight = width,
  caption,
  labels,
}: PairsMapProps) {
  const homes = [...new Map(pairs.map(({ home }) => [home.urn, home])).values()];
  const places = [...needs, ...homes].flatMap((school) => school.place ?? []);
  const points: GridPoint[] = [
    ...(boundary === null ? [] : ringsOf(boundary).flat()),
    ...[...places, ...frame].map(({ easting, northing }): GridPoint => [easting, northing]),
  ];
  if (points.length === 0) return null;
  const projection = fit(extentOf(points), width, mostHeight, MARGIN);
  const at = ({ easting, northing }: Place) => ({
    x: place(projection.x(easting)),
    y: place(projection.y(northing)),
  });
  const marked = (school: SchoolOnMap, kind: keyof typeof SHAPES, size: number) =>
    school.place !== null && (
      <g>
        <title>{school.title}</title>
        <Mark {...SHAPES[kind]} {...at(school.place)} size={size} />
      </g>
    );
  return (
    <figure class="app-map app-plan-map">
      <svg class="app-map__drawing" viewBox={`0 0 ${width} ${projection.height}`} aria-hidden="true" focusable="false">
        {boundary !== null && (
          <path d={areaPath(boundary, projection)} fill="#eef3f1" stroke="#7d8f8b" stroke-linejoin="round" />
        )}
        {pairs.map(({ home, school }) => {
          if (school === null || home.place === null) return null;
          const [from, to] = [at(home.place), at(school)];
          return <path d={`M${from.x} ${from.y}L${to.x} ${to.y}`} stroke="#123f3d" stroke-width="1.6" />;
        })}
        {homes.map((home) => marked(home, 'leader', 10))}
        {needs.map((need) => marked(need, need.category === 'D' ? 'D' : 'other', 12))}
      </svg>
      <figcaption class="app-map__caption">
        {caption} The table gives the same pairs. Contains OS data © Crown copyright and database right 2022.
      </figcaption>
      <Legend
        title="Marks"
        items={(['D', 'other', 'leader'] as const).map((kind) => ({ label: labels[kind], ...SHAPES[kind] }))}
      />
    </figure>
  );
}
