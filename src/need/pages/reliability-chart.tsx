import { scaleLinear } from 'd3-scale';
import { Mark, place } from '../../web/charts/marks.tsx';
import type { ReliabilityBin } from '../rules/calibration/reliability.ts';

interface ReliabilityChartProps {
  /** Unique on the page. */
  id: string;
  title: string;
  /** What a reader who cannot see the picture should know of it, and where its numbers stand. */
  description: string;
  bins: readonly ReliabilityBin[];
}

// Drawn at the width of a narrow phone, so that its words keep their size there.
const WIDTH = 320;
const HEIGHT = 300;
const ROOM = { top: 22, right: 14, bottom: 42, left: 44 };
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** What was said against what came: on the line, chances held. Whiskers are the 95% range that the number of schools allows. */
export function ReliabilityChart({ id, title, description, bins }: ReliabilityChartProps) {
  const x = scaleLinear([0, 1], [ROOM.left, WIDTH - ROOM.right]);
  const y = scaleLinear([0, 1], [HEIGHT - ROOM.bottom, ROOM.top]);
  const floor = HEIGHT - ROOM.bottom;
  return (
    <svg
      class="app-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      <g aria-hidden="true" font-size="12" fill="#505a5f">
        {TICKS.map((tick) => (
          <>
            <path d={`M${ROOM.left} ${place(y(tick))}H${WIDTH - ROOM.right}`} stroke="#d8dddb" />
            <text x={ROOM.left - 6} y={place(y(tick) + 4)} text-anchor="end">
              {tick * 100}%
            </text>
            <text x={place(x(tick))} y={floor + 16} text-anchor="middle">
              {tick * 100}%
            </text>
          </>
        ))}
        <text x={ROOM.left - 36} y="12">
          Share below
        </text>
        <text x={WIDTH - ROOM.right} y={HEIGHT - 6} text-anchor="end">
          Chance that we said
        </text>
        <path
          d={`M${place(x(0))} ${place(y(0))}L${place(x(1))} ${place(y(1))}`}
          stroke="#505a5f"
          stroke-width="1.5"
          stroke-dasharray="5 4"
        />
        {bins.map(({ told, came, interval: [low, high] }) => (
          <g>
            <path
              d={`M${place(x(told) - 4)} ${place(y(low))}h8m-4 0V${place(y(high))}m-4 0h8`}
              fill="none"
              stroke="#123f3d"
              stroke-width="1.5"
            />
            <Mark shape="circle" x={x(told)} y={y(came)} size={8} fill="#123f3d" stroke="#ffffff" />
          </g>
        ))}
      </g>
    </svg>
  );
}
