import { scaleLinear } from 'd3-scale';
import { place } from '../../web/charts/marks.tsx';
import type { Category, CategoryPolicy } from '../rules/need-policy.ts';

const WIDTH = 320;
const HEIGHT = 78;
const BAR = { top: 26, height: 26 };
const SIDE = 8;
const FILLS: Record<Category, { fill: string; text: string }> = {
  A: { fill: '#dcefe5', text: '#0c4a30' },
  B: { fill: '#e3edf5', text: '#17405f' },
  C: { fill: '#fde7c6', text: '#5c3705' },
  D: { fill: '#8a1f2b', text: '#ffffff' },
};

/** Where a school's points stand among the points at which the categories begin. For the eye alone: say the same beside it. */
export function PointsLadder({ points, categories }: { points: number; categories: readonly CategoryPolicy[] }) {
  const last = categories.at(-1)?.fromPoints ?? 0;
  const end = Math.max(last * 1.5, points * 1.05, 1);
  const x = scaleLinear([0, end], [SIDE, WIDTH - SIDE]);
  return (
    <svg class="app-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      {categories.map(({ code, fromPoints }, index) => {
        const to = categories[index + 1]?.fromPoints ?? end;
        const { fill, text } = FILLS[code];
        return (
          <>
            <rect
              x={place(x(fromPoints))}
              y={BAR.top}
              width={place(x(to) - x(fromPoints))}
              height={BAR.height}
              fill={fill}
              stroke="#ffffff"
            />
            <text
              x={place(x((fromPoints + to) / 2))}
              y={BAR.top + 18}
              text-anchor="middle"
              font-size="14"
              font-weight="700"
              fill={text}
            >
              {code}
            </text>
            <text x={place(x(fromPoints))} y={HEIGHT - 8} text-anchor="middle" font-size="12" fill="#505a5f">
              {fromPoints}
            </text>
          </>
        );
      })}
      <Pointer x={x(points)} text={`${points} point${points === 1 ? '' : 's'}`} />
    </svg>
  );
}

function Pointer({ x, text }: { x: number; text: string }) {
  const anchor = x < 40 ? 'start' : x > WIDTH - 40 ? 'end' : 'middle';
  return (
    <>
      <path d={`M${place(x)} ${BAR.top + 2}l-6 -9h12z`} fill="#0b0c0c" />
      <path d={`M${place(x)} ${BAR.top}v${BAR.height}`} stroke="#0b0c0c" stroke-width="2" />
      <text x={place(x)} y="13" text-anchor={anchor} font-size="13" font-weight="700" fill="#0b0c0c">
        {text}
      </text>
    </>
  );
}
