import { scaleLinear } from 'd3-scale';
import { Legend } from '../../web/charts/legend.tsx';
import { Mark, place } from '../../web/charts/marks.tsx';
import { dayText } from '../rules/figure-words.ts';
import type { ExtractTurnover, PlaceTurnover } from '../rules/headship/place-turnover.ts';

interface TurnoverChartProps {
  name: string;
  area: PlaceTurnover;
  england: PlaceTurnover;
}

// Drawn at the width of a narrow phone, so that its words keep their size there.
const WIDTH = 320;
const SIDE = { left: 92, right: 14 };
const ROW = 30;
const TOP = 6;
const OWN = '#123f3d';
const ALL = '#f4b183';

/** The turnover that each extract shows, with its range, beside England's. The table under it has the same numbers. */
export function TurnoverChart({ name, area, england }: TurnoverChartProps) {
  const rows = area.byExtract.flatMap((own) => (own.interval === null ? [] : [{ own, interval: own.interval }]));
  if (rows.length === 0) return null;
  const national = new Map(england.byExtract.map((one) => [one.shownBy, one.perHundredSchoolYears]));
  const reach = rows.flatMap(({ own, interval }) => [interval[1], national.get(own.shownBy) ?? 0]);
  const x = scaleLinear([0, Math.max(...reach)], [SIDE.left, WIDTH - SIDE.right]).nice(4);
  const bottom = TOP + rows.length * ROW;
  return (
    <figure class="app-chart-figure">
      <svg
        class="app-chart"
        viewBox={`0 0 ${WIDTH} ${bottom + 24}`}
        role="img"
        aria-labelledby="turnover-title turnover-description"
      >
        <title id="turnover-title">{`Changes of head in a hundred school years, ${name} and England`}</title>
        <desc id="turnover-description">
          {gist(rows.map(({ own }) => own))} The same numbers are in the table below.
        </desc>
        <g aria-hidden="true" font-size="12" fill="#505a5f">
          {x.ticks(4).map((tick) => (
            <>
              <path d={`M${place(x(tick))} ${TOP}V${bottom}`} stroke="#d8dddb" />
              <text x={place(x(tick))} y={bottom + 16} text-anchor="middle">
                {tick}
              </text>
            </>
          ))}
          {rows.map(({ own, interval }, i) => {
            const y = TOP + i * ROW + ROW / 2;
            const all = national.get(own.shownBy) ?? null;
            return (
              <g>
                <text x={SIDE.left - 8} y={y + 4} text-anchor="end">
                  {shortDay(own.shownBy)}
                </text>
                <path d={`M${place(x(interval[0]))} ${y}H${place(x(interval[1]))}`} stroke={OWN} stroke-width="2" />
                {all !== null && <Mark shape="diamond" x={x(all)} y={y} size={9} fill={ALL} />}
                <Mark shape="circle" x={x(own.perHundredSchoolYears!)} y={y} size={9} fill={OWN} stroke="#ffffff" />
              </g>
            );
          })}
        </g>
      </svg>
      <Legend
        title="Changes in a hundred school years, by the extract that shows them"
        items={[
          { label: `${name}, with the range that chance leaves`, shape: 'circle', fill: OWN },
          { label: 'England', shape: 'diamond', fill: ALL },
        ]}
      />
    </figure>
  );
}

function shortDay(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(iso),
  );
}

function tell({ perHundredSchoolYears, shownBy }: ExtractTurnover): string {
  return `${perHundredSchoolYears} by the extract of ${dayText(shownBy)}`;
}

function gist(rows: readonly ExtractTurnover[]): string {
  const sorted = rows.toSorted((a, b) => a.perHundredSchoolYears! - b.perHundredSchoolYears!);
  const [least] = sorted;
  const most = sorted.at(-1);
  if (least === undefined || most === undefined) return '';
  return sorted.length === 1 ? `${tell(least)}.` : `From ${tell(least)} to ${tell(most)}.`;
}
