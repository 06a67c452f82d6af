import { type AreaGeometry, type Extent, extentOf, fit, type Projection, ringsOf } from './geometry.ts';
import { areaPath } from './simplify.ts';

export interface ShadedArea {
  href: string;
  /** Shown when the pointer rests on the area. */
  label: string;
  geometry: AreaGeometry;
  fill: string;
}

interface ShadedMapProps {
  areas: readonly ShadedArea[];
  /** Areas too small to tell apart at the scale of the whole, drawn again larger beside it. */
  inset: { title: string; areas: readonly ShadedArea[] };
  caption: string;
}

const WIDTH = 480;
const MOST_HEIGHT = 640;
const INSET = { width: 160, x: 2, y: 210 };

/**
 * Many areas, each filled by its value, with the smallest again in an inset at the left, where a map of England has Wales
 * and the sea. For the eye and the pointer alone: give the same values as a table on the same page, and say so in `caption`.
 */
export function ShadedMap({ areas, inset, caption }: ShadedMapProps) {
  const projection = fit(extentOfAreas(areas), WIDTH, MOST_HEIGHT, 4);
  return (
    <figure class="app-map">
      <svg class="app-map__drawing" viewBox={`0 0 ${WIDTH} ${projection.height}`} aria-hidden="true" focusable="false">
        <Areas areas={areas} projection={projection} />
        {inset.areas.length > 0 && <Inset {...inset} />}
      </svg>
      <figcaption class="app-map__caption">{caption}</figcaption>
    </figure>
  );
}

function Inset({ title, areas }: ShadedMapProps['inset']) {
  const projection = fit(extentOfAreas(areas), INSET.width, INSET.width, 6);
  return (
    <g transform={`translate(${INSET.x} ${INSET.y})`}>
      <text y="-6" font-size="13" font-weight="700" fill="#0b0c0c">
        {title}
      </text>
      <rect width={INSET.width} height={projection.height} fill="#ffffff" stroke="#b1b4b6" />
      <Areas areas={areas} projection={projection} />
    </g>
  );
}

function Areas({ areas, projection }: { areas: readonly ShadedArea[]; projection: Projection }) {
  return (
    <>
      {areas.map((area) => (
        <a href={area.href} tabindex={-1}>
          <title>{area.label}</title>
          <path
            d={areaPath(area.geometry, projection)}
            fill={area.fill}
            stroke="#ffffff"
            stroke-width="0.7"
            stroke-linejoin="round"
          />
        </a>
      ))}
    </>
  );
}

function extentOfAreas(areas: readonly ShadedArea[]): Extent {
  return extentOf(areas.flatMap(({ geometry }) => ringsOf(geometry).flat()));
}
