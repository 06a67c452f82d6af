import type { AreaGeometry } from '../../web/charts/geometry.ts';
import type { AreaPlan } from '../rules/area-plan.ts';
import { PairsMap } from './pairs-map.tsx';

const LABELS = {
  D: 'Needs help first, category D',
  other: 'Needs help first, category C',
  leader: 'Head to work alongside',
};

/** The pairs of an area's plan over the outline of the area. */
export function PlanMap({ plan, boundary }: { plan: AreaPlan; boundary: AreaGeometry }) {
  const inNeed = new Map(plan.inNeed.map((school) => [school.urn, school]));
  const helped = new Set(plan.assignments.map(({ schoolUrn }) => schoolUrn));
  return (
    <section aria-labelledby="map">
      <h2 class="govuk-heading-m" id="map">
        The pairs on a map
      </h2>
      <PairsMap
        needs={plan.inNeed.map(({ urn, name, place, category }) => ({
          urn,
          title: helped.has(urn) ? name : `${name}: nobody in this plan`,
          place,
          category,
        }))}
        pairs={plan.assignments.map(({ schoolUrn, leaderSchoolUrn: urn, leaderSchoolName: title, leaderPlace }) => ({
          home: { urn, title, place: leaderPlace },
          school: inNeed.get(schoolUrn)?.place ?? null,
        }))}
        boundary={boundary}
        mostHeight={640}
        caption="Each line joins a school that needs help with the head proposed to work alongside; a school without a line has nobody in this plan."
        labels={LABELS}
      />
    </section>
  );
}
