import { type AreaGeometry, extentOf, fit, type GridPoint, ringsOf } from '../../web/charts/geometry.ts';
import { Legend, type LegendItem } from '../../web/charts/legend.tsx';
import { Mark, place } from '../../web/charts/marks.tsx';
import { areaPath } from '../../web/charts/simplify.ts';
import type { AreaPlan } from '../rules/area-plan.ts';

const WIDTH = 720;
const MOST_HEIGHT = 640;
const MARGIN = 16;

const KINDS = {
  D: { label: 'Needs help first, category D', shape: 'diamond', fill: '#a1211c' },
  C: { label: 'Needs help first, category C', shape: 'triangle', fill: '#f4b26a' },
  leader: { label: 'Head to work alongside', shape: 'circle', fill: '#0b5e63' },
} as const satisfies Record<string, LegendItem>;

/**
 * The pairs of a plan as lines from the head's school to the school helped, over the outline of the area. For the eye
 * alone: the table of the plan under it gives the same, with distances.
 */
export function PlanMap({ plan, boundary }: { plan: AreaPlan; boundary: AreaGeometry }) {
  const pairs = plan.assignments.map((pair) => ({
    ...pair,
    schoolPlace: plan.inNeed.find(({ urn }) => urn === pair.schoolUrn)?.place ?? null,
  }));
  const points = [
    ...ringsOf(boundary).flat(),
    ...pairs.flatMap(({ leaderPlace: at }): GridPoint[] => (at === null ? [] : [[at.easting, at.northing]])),
  ];
  const projection = fit(extentOf(points), WIDTH, MOST_HEIGHT, MARGIN);
  const at = ({ easting, northing }: { easting: number; northing: number }) => ({
    x: place(projection.x(easting)),
    y: place(projection.y(northing)),
  });
  const helped = new Set(pairs.map(({ schoolUrn }) => schoolUrn));
  return (
    <section aria-labelledby="map">
      <h2 class="govuk-heading-m" id="map">
        The pairs on a map
      </h2>
      <figure class="app-map app-plan-map">
        <svg
          class="app-map__drawing"
          viewBox={`0 0 ${WIDTH} ${projection.height}`}
          aria-hidden="true"
          focusable="false"
        >
          <path d={areaPath(boundary, projection)} fill="#eef3f1" stroke="#7d8f8b" stroke-linejoin="round" />
          {pairs.map(({ leaderPlace, schoolPlace }) => {
            if (leaderPlace === null || schoolPlace === null) return null;
            const [from, to] = [at(leaderPlace), at(schoolPlace)];
            return <path d={`M${from.x} ${from.y}L${to.x} ${to.y}`} stroke="#123f3d" stroke-width="1.6" />;
          })}
          {pairs.map(
            ({ leaderPlace, leaderSchoolName }) =>
              leaderPlace !== null && (
                <g>
                  <title>{leaderSchoolName}</title>
                  <Mark {...KINDS.leader} {...at(leaderPlace)} size={10} />
                </g>
              ),
          )}
          {plan.inNeed.map(
            (school) =>
              school.place !== null && (
                <g>
                  <title>{`${school.name}${helped.has(school.urn) ? '' : ': nobody in this plan'}`}</title>
                  <Mark {...KINDS[school.category === 'D' ? 'D' : 'C']} {...at(school.place)} size={12} />
                </g>
              ),
          )}
        </svg>
        <figcaption class="app-map__caption">
          Each line joins a school that needs help with the head proposed to work alongside; a school without a line has
          nobody in this plan. The table gives the same pairs. Contains OS data © Crown copyright and database right
          2022.
        </figcaption>
        <Legend title="Marks" items={Object.values(KINDS)} />
      </figure>
    </section>
  );
}
