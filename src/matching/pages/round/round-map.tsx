import { type AreaGeometry, extentOf, fit, type GridPoint, ringsOf } from '../../../web/charts/geometry.ts';
import { Legend, type LegendItem } from '../../../web/charts/legend.tsx';
import { Mark, place } from '../../../web/charts/marks.tsx';
import { areaPath } from '../../../web/charts/simplify.ts';
import type { RoundPlan } from '../../rules/round/round-plan.ts';
import type { Place } from '../../rules/travel.ts';

const MARGIN = 16;

const KINDS = {
  D: { label: 'Needs help first, category D', shape: 'diamond', fill: '#a1211c' },
  C: { label: 'Needs help, another category', shape: 'triangle', fill: '#f4b26a' },
  leader: { label: 'Home school of the leader', shape: 'circle', fill: '#0b5e63' },
} as const satisfies Record<string, LegendItem>;

interface RoundMapProps {
  plan: RoundPlan;
  /** Outline of the area, where the round is of one. */
  boundary: AreaGeometry | null;
  /** Every place of the plans beside it, so that maps side by side show the same land. */
  frame?: readonly Place[];
  title: string;
  width?: number;
}

/** The places of a plan: both ends of its pairs, and the needs without a leader. */
export function placesOfPlan({ pairs, uncovered }: RoundPlan): Place[] {
  return [
    ...pairs.flatMap(({ place: at, homePlace }) => [at, homePlace]),
    ...uncovered.map((need) => need.place),
  ].filter((at) => at !== null);
}

/** The pairs of a plan as lines over the outline of the area. For the eye alone: the tables give the same. */
export function RoundMap({ plan, boundary, frame = [], title, width = 720 }: RoundMapProps) {
  const points: GridPoint[] = [
    ...(boundary === null ? [] : ringsOf(boundary).flat()),
    ...[...placesOfPlan(plan), ...frame].map(({ easting, northing }): GridPoint => [easting, northing]),
  ];
  if (points.length === 0) return null;
  const projection = fit(extentOf(points), width, width, MARGIN);
  const at = ({ easting, northing }: Place) => ({
    x: place(projection.x(easting)),
    y: place(projection.y(northing)),
  });
  const needs = [...plan.pairs, ...plan.uncovered];
  const homes = new Map(plan.pairs.map(({ homeUrn, home, homePlace }) => [homeUrn, { home, homePlace }]));
  return (
    <figure class="app-map app-plan-map">
      <svg class="app-map__drawing" viewBox={`0 0 ${width} ${projection.height}`} aria-hidden="true" focusable="false">
        {boundary !== null && (
          <path d={areaPath(boundary, projection)} fill="#eef3f1" stroke="#7d8f8b" stroke-linejoin="round" />
        )}
        {plan.pairs.map(({ place: school, homePlace }) => {
          if (school === null || homePlace === null) return null;
          const [from, to] = [at(homePlace), at(school)];
          return <path d={`M${from.x} ${from.y}L${to.x} ${to.y}`} stroke="#123f3d" stroke-width="1.6" />;
        })}
        {[...homes.values()].map(
          ({ home, homePlace }) =>
            homePlace !== null && (
              <g>
                <title>{home}</title>
                <Mark {...KINDS.leader} {...at(homePlace)} size={10} />
              </g>
            ),
        )}
        {needs.map(
          (need) =>
            need.place !== null && (
              <g>
                <title>{need.school}</title>
                <Mark {...KINDS[need.category === 'D' ? 'D' : 'C']} {...at(need.place)} size={12} />
              </g>
            ),
        )}
      </svg>
      <figcaption class="app-map__caption">
        {title}: each line joins a school that needs help with the home school of the leader proposed; a school without
        a line has nobody. The table gives the same pairs. Contains OS data © Crown copyright and database right 2022.
      </figcaption>
      <Legend title="Marks" items={Object.values(KINDS)} />
    </figure>
  );
}
