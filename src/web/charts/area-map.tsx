import { type AreaGeometry, extentOf, fit, type Projection, ringsOf } from './geometry.ts';
import { Mark, type MarkShape, place } from './marks.tsx';
import { areaPath } from './simplify.ts';
import type { Tone } from './tone.ts';

export interface MapPoint {
  href: string;
  /** Shown when the pointer rests on the mark. */
  label: string;
  easting: number;
  northing: number;
  shape: MarkShape;
  tone: Tone;
}

const WIDTH = 480;
const MOST_HEIGHT = 620;

/**
 * One area with a mark for each place in it. The drawing is for the eye and the pointer alone and is hidden from screen
 * readers, keyboards included: give the same places as a table on the same page, and say so in `caption`.
 */
export function AreaMap({
  boundary,
  points,
  caption,
}: {
  boundary: AreaGeometry;
  points: readonly MapPoint[];
  caption: string;
}) {
  const outlines = ringsOf(boundary).flat();
  const projection = fit(extentOf(outlines), WIDTH, MOST_HEIGHT, 12);
  return (
    <figure class="app-map">
      <svg
        class="app-map__drawing"
        viewBox={`0 0 ${WIDTH} ${projection.height + 26}`}
        aria-hidden="true"
        focusable="false"
      >
        <path
          d={areaPath(boundary, projection)}
          fill="#eef3f1"
          stroke="#7d8f8b"
          stroke-width="1"
          stroke-linejoin="round"
        />
        {points.map((point) => (
          // Reached by pointer only: a keyboard user has the table and is spared hundreds of stops.
          <a href={point.href} tabindex={-1}>
            <title>{point.label}</title>
            <Mark
              shape={point.shape}
              x={projection.x(point.easting)}
              y={projection.y(point.northing)}
              size={markSize(points.length)}
              fill={point.tone.fill}
              sign={point.tone.sign}
            />
          </a>
        ))}
        <ScaleBar projection={projection} />
      </svg>
      <figcaption class="app-map__caption">{caption}</figcaption>
    </figure>
  );
}

/** Smaller marks where there are many, so that they do not hide each other. */
function markSize(count: number): number {
  if (count <= 120) return 10;
  return count <= 260 ? 8 : 6.5;
}

function ScaleBar({ projection }: { projection: Projection }) {
  const kilometres = [50, 20, 10, 5, 2, 1, 0.5].find((km) => km * 1000 * projection.scale <= WIDTH / 4) ?? 0.5;
  const length = place(kilometres * 1000 * projection.scale);
  const y = projection.height + 10;
  return (
    <g>
      <path d={`M12 ${y - 4}v4h${length}v-4`} fill="none" stroke="#505a5f" />
      <text x={18 + length} y={y + 2} font-size="12" fill="#505a5f">
        {kilometres} km
      </text>
    </g>
  );
}
