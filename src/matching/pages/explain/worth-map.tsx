import { type AreaGeometry, extentOf, fit, type GridPoint, ringsOf } from '../../../web/charts/geometry.ts';
import { Legend, type LegendItem } from '../../../web/charts/legend.tsx';
import { Mark, place } from '../../../web/charts/marks.tsx';
import { areaPath } from '../../../web/charts/simplify.ts';
import type { PlaceWorth } from '../../rules/explain/worth.ts';

const WIDTH = 560;
const MOST_HEIGHT = 480;
const MARGIN = 16;
const SMALLEST = 5;
const LARGEST = 20;
/** The best few carry their names. */
const NAMED = 3;

const MARK = { shape: 'circle', fill: '#0b5e63' } as const;
const LEGEND: readonly LegendItem[] = [
  { label: 'A town; the larger, the more a leader there could be worth', ...MARK },
];

interface WorthMapProps {
  name: string;
  /** The most first. */
  places: readonly PlaceWorth[];
  boundary: AreaGeometry | null;
}

/** Towns by what one more leader there could be worth. For the eye alone: the table under it gives the numbers. */
export function WorthMap({ name, places, boundary }: WorthMapProps) {
  const points: GridPoint[] = [
    ...(boundary === null ? [] : ringsOf(boundary).flat()),
    ...places.map(({ town }): GridPoint => [town.easting, town.northing]),
  ];
  const projection = fit(extentOf(points), WIDTH, MOST_HEIGHT, MARGIN);
  const most = places[0]?.atMost ?? 1;
  // Areas are what the eye compares, so widths go by the root.
  const size = (atMost: number): number => SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(atMost / most);
  return (
    <figure class="app-map app-plan-map">
      <svg class="app-map__drawing" viewBox={`0 0 ${WIDTH} ${projection.height}`} aria-hidden="true" focusable="false">
        {boundary !== null && (
          <path d={areaPath(boundary, projection)} fill="#eef3f1" stroke="#7d8f8b" stroke-linejoin="round" />
        )}
        {places.map(({ town, atMost }) => (
          <g>
            <title>{`${town.name}: at most ${atMost.toFixed(1)} minutes`}</title>
            <Mark {...MARK} x={projection.x(town.easting)} y={projection.y(town.northing)} size={size(atMost)} />
          </g>
        ))}
        {places.slice(0, NAMED).map(({ town, atMost }) => (
          <text
            x={place(projection.x(town.easting) + size(atMost) / 2 + 3)}
            y={place(projection.y(town.northing) + 4)}
            font-size="13"
            fill="#0b0c0c"
            stroke="#ffffff"
            stroke-width="3"
            paint-order="stroke"
          >
            {town.name}
          </text>
        ))}
      </svg>
      <figcaption class="app-map__caption">
        What one more {name} could be worth at the best, by town. Towns stand where their schools are on average.
        Contains OS data © Crown copyright and database right 2022.
      </figcaption>
      <Legend title="Marks" items={LEGEND} />
    </figure>
  );
}
