import { scaleLinear } from 'd3-scale';
import { daysBetween } from '../../../opendata/rules/london-time.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { type ProgressEntry, type Rating, RATING_WORDS } from '../../rules/delivery/progress.ts';

const WIDTH = 320;
const ROOM = { left: 52, right: 12, top: 10, bottom: 24 };
const STEP = 28;
const LEVELS: readonly Rating[] = ['green', 'amber', 'red'];
const COLOURS: Readonly<Record<Rating, string>> = { red: '#ca3535', amber: '#f47738', green: '#0f7a52' };
const TEXT = { 'font-size': 12.5, fill: '#0b0c0c' } as const;

interface ProgressChartProps {
  /** Unique on the page. */
  id: string;
  title: string;
  /** Of one objective, oldest first; at least one. */
  entries: readonly ProgressEntry[];
}

/** How an objective stood over time: three levels that are named, so that no colour alone tells which. Its table stands beside it. */
export function ProgressChart({ id, title, entries }: ProgressChartProps) {
  const [first, last] = [entries[0]!.seenOn, entries.at(-1)!.seenOn];
  const x = scaleLinear([0, Math.max(1, daysBetween(first, last))], [ROOM.left + 8, WIDTH - ROOM.right - 8]);
  const at = ({ seenOn }: ProgressEntry) => x(daysBetween(first, seenOn));
  const y = (rating: Rating) => ROOM.top + STEP * (LEVELS.indexOf(rating) + 0.5);
  const bottom = ROOM.top + STEP * LEVELS.length;
  const height = bottom + ROOM.bottom;
  const points = entries.map((entry) => `${at(entry)},${y(entry.rating)}`).join(' ');
  return (
    <svg class="app-chart" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-labelledby={`${id}-title ${id}-words`}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-words`}>
        {`${entries.length === 1 ? 'One entry' : `${entries.length} entries`} from ${dayText(first)} to ${dayText(last)}; the last is ${RATING_WORDS[entries.at(-1)!.rating].toLowerCase()}. The table below has all of them.`}
      </desc>
      {LEVELS.map((level) => (
        <>
          <line x1={ROOM.left} x2={WIDTH - ROOM.right} y1={y(level)} y2={y(level)} stroke="#cecece" />
          <text {...TEXT} x={ROOM.left - 8} y={y(level) + 4} text-anchor="end">
            {RATING_WORDS[level]}
          </text>
        </>
      ))}
      <polyline points={points} fill="none" stroke="#484949" stroke-width="2" />
      {entries.map((entry) => (
        <circle cx={at(entry)} cy={y(entry.rating)} r="6" fill={COLOURS[entry.rating]} stroke="#0b0c0c" />
      ))}
      <text {...TEXT} x={ROOM.left} y={height - 6}>
        {dayText(first)}
      </text>
      {first !== last && (
        <text {...TEXT} x={WIDTH - ROOM.right} y={height - 6} text-anchor="end">
          {dayText(last)}
        </text>
      )}
    </svg>
  );
}
