import { scaleLinear } from 'd3-scale';
import { Mark, place } from '../../web/charts/marks.tsx';

interface IntervalBarProps {
  value: number;
  /** 95% range of the value. */
  interval: readonly [low: number, high: number];
  /** Below it a school is under the line; null when there is none to show. */
  line: number | null;
  /** Which side of the line calls for help; by default below it. */
  worse?: 'below' | 'above';
  /** The stretch to draw; widened where the numbers lie outside it. */
  scale: readonly [low: number, high: number];
  format: (value: number) => string;
}

// Drawn at the width of a narrow phone, so that its words keep their size there.
const WIDTH = 320;
const HEIGHT = 66;
const SIDE = 18;
const BAR = { top: 23, height: 12 };
const AXIS = 44;
const WORSE = '#a1211c';
const BETTER = '#0b5e63';

/**
 * A figure with its 95% range on a scale, set against a line: the part of the range on the worse side of the line is red, the rest green.
 * For the eye alone: the numbers stand in words beside it.
 */
export function IntervalBar({ value, interval, line, worse = 'below', scale, format }: IntervalBarProps) {
  const [low, high] = interval;
  const shown = [...scale, low, high, value, ...(line === null ? [] : [line])];
  const x = scaleLinear([Math.min(...shown), Math.max(...shown)], [SIDE, WIDTH - SIDE]).nice(4);
  const parts =
    line === null
      ? [{ from: low, to: high, fill: BETTER }]
      : [
          { from: low, to: Math.min(high, line), fill: worse === 'below' ? WORSE : BETTER },
          { from: Math.max(low, line), to: high, fill: worse === 'below' ? BETTER : WORSE },
        ].filter(({ from, to }) => to > from);
  return (
    <svg class="app-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      {line !== null && (
        <WorseSide from={worse === 'below' ? SIDE : x(line)} to={worse === 'below' ? x(line) : WIDTH - SIDE} />
      )}
      <path d={`M${SIDE} ${AXIS}H${WIDTH - SIDE}`} stroke="#505a5f" />
      {x.ticks(4).map((tick) => (
        <>
          <path d={`M${place(x(tick))} ${AXIS}v5`} stroke="#505a5f" />
          <text x={place(x(tick))} y={AXIS + 18} text-anchor="middle" font-size="12" fill="#505a5f">
            {format(tick)}
          </text>
        </>
      ))}
      {parts.map(({ from, to, fill }) => (
        <rect x={place(x(from))} y={BAR.top} width={place(x(to) - x(from))} height={BAR.height} fill={fill} />
      ))}
      {line !== null && <LineMark x={x(line)} text={`line ${format(line)}`} />}
      <Mark shape="circle" x={x(value)} y={BAR.top + BAR.height / 2} size={6} fill="#ffffff" />
    </svg>
  );
}

function WorseSide({ from, to }: { from: number; to: number }) {
  return <rect x={place(from)} y="4" width={place(to - from)} height={AXIS - 4} fill="#f7e7e4" />;
}

function LineMark({ x, text }: { x: number; text: string }) {
  const right = x < WIDTH * 0.7;
  return (
    <>
      <path d={`M${place(x)} 4V${AXIS}`} stroke="#0b0c0c" stroke-width="1.5" stroke-dasharray="4 2" />
      <text x={place(x + (right ? 5 : -5))} y="15" text-anchor={right ? 'start' : 'end'} font-size="12" fill="#0b0c0c">
        {text}
      </text>
    </>
  );
}
