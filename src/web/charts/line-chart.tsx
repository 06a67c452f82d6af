import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { Mark, type MarkShape, place } from './marks.tsx';
import { spreadLabels } from './spread-labels.ts';

export interface LinePoint {
  value: number;
  /** Limits of the interval around the value, drawn as a whisker. */
  lower?: number;
  upper?: number;
}

export interface LineSeries {
  /** Short: it is written at the end of the line. */
  name: string;
  shape: MarkShape;
  colour: string;
  dash?: string;
  /** One for each tick, null where there is no figure. */
  points: readonly (LinePoint | null)[];
}

export interface LineChartProps {
  /** Unique on the page. */
  id: string;
  title: string;
  /** What a reader who cannot see the picture should know of it: its gist, and where its numbers stand. */
  description: string;
  /** Names of the places on the horizontal axis, oldest first. */
  ticks: readonly string[];
  series: readonly LineSeries[];
  /** How a number is written. */
  format: (value: number) => string;
  /** Draws a stronger line at this value, for example 0 for progress. */
  baseline?: number;
  /** Values that the vertical axis must reach. */
  include?: readonly number[];
}

// Drawn at the width of a narrow phone, so that its words keep their size there; wider screens set charts side by side.
const WIDTH = 320;
const HEIGHT = 210;
const ROOM = { top: 10, right: 112, bottom: 24, left: 40 };
const TEXT = { 'font-size': 12.5, fill: '#0b0c0c' } as const;

/** Lines over time for two to four series, each with its own mark, name and colour. Its numbers belong in a table beside it. */
export function LineChart(props: LineChartProps) {
  const { id, title, description, ticks, series, format, baseline, include = [] } = props;
  const values = series.flatMap(({ points }) =>
    points.flatMap((p) => (p ? [p.value, p.lower ?? p.value, p.upper ?? p.value] : [])),
  );
  if (values.length === 0) return null;
  const reach = [...values, ...include];
  const y = scaleLinear([Math.min(...reach), Math.max(...reach)], [HEIGHT - ROOM.bottom, ROOM.top]).nice(4);
  const x = scalePoint(ticks, [ROOM.left, WIDTH - ROOM.right]).padding(ticks.length > 1 ? 0.12 : 0.5);
  const at = (index: number) => x(ticks[index]!) ?? ROOM.left;
  return (
    <svg
      class="app-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      <g aria-hidden="true">
        {y.ticks(4).map((value) => (
          <>
            <path
              d={`M${ROOM.left} ${place(y(value))}H${WIDTH - ROOM.right}`}
              stroke={value === baseline ? '#505a5f' : '#d8dddb'}
            />
            <text {...TEXT} x={ROOM.left - 6} y={place(y(value) + 4)} text-anchor="end" fill="#505a5f" font-size="12">
              {format(value)}
            </text>
          </>
        ))}
        {ticks.map((tick, index) => (
          <text {...TEXT} x={place(at(index))} y={HEIGHT - 6} text-anchor="middle" fill="#505a5f" font-size="12">
            {tick}
          </text>
        ))}
        {series.toReversed().map((one) => (
          <Series series={one} x={at} y={y} />
        ))}
        <EndLabels series={series} x={at} y={y} format={format} />
      </g>
    </svg>
  );
}

interface Scales {
  x: (index: number) => number;
  y: (value: number) => number;
}

function Series({ series, x, y }: { series: LineSeries } & Scales) {
  const path = line<LinePoint | null>()
    .defined((point) => point !== null)
    .x((_, index) => x(index))
    .y((point) => y(point!.value))
    .digits(1)(series.points);
  return (
    <g>
      {path && <path d={path} fill="none" stroke={series.colour} stroke-width="2" stroke-dasharray={series.dash} />}
      {series.points.map(
        (point, index) => point && <Whisker point={point} x={x(index)} y={y} colour={series.colour} />,
      )}
      {series.points.map(
        (point, index) =>
          point && (
            <Mark
              shape={series.shape}
              x={x(index)}
              y={y(point.value)}
              size={7.5}
              fill={series.colour}
              stroke="#ffffff"
            />
          ),
      )}
    </g>
  );
}

function Whisker({ point, x, y, colour }: { point: LinePoint; x: number; y: Scales['y']; colour: string }) {
  if (point.lower === undefined || point.upper === undefined) return null;
  const left = place(x - 4);
  return (
    <path
      d={`M${left} ${place(y(point.lower))}h8m-4 0V${place(y(point.upper))}m-4 0h8`}
      fill="none"
      stroke={colour}
      stroke-width="1.5"
    />
  );
}

function EndLabels({
  series,
  x,
  y,
  format,
}: { series: readonly LineSeries[]; format: LineChartProps['format'] } & Scales) {
  const ends = series.flatMap((one) => {
    const index = one.points.findLastIndex((point) => point !== null);
    const point = one.points[index];
    return point ? [{ one, x: x(index), y: y(point.value), value: point.value }] : [];
  });
  const heights = spreadLabels(
    ends.map((end) => end.y),
    15,
    ROOM.top + 4,
    HEIGHT - ROOM.bottom - 4,
  );
  const left = WIDTH - ROOM.right + 8;
  return (
    <>
      {ends.map((end, index) => (
        <g>
          <path
            d={`M${place(end.x + 5)} ${place(end.y)}L${left - 1} ${place(heights[index]!)}`}
            stroke={end.one.colour}
            stroke-width="0.75"
            stroke-dasharray="1 2"
          />
          <text {...TEXT} x={left + 1} y={place(heights[index]! + 4)} fill={end.one.colour} font-weight="700">
            {end.one.name} {format(end.value)}
          </text>
        </g>
      ))}
    </>
  );
}
