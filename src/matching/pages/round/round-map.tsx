import type { AreaGeometry } from '../../../web/charts/geometry.ts';
import type { RoundPlan } from '../../rules/round/round-plan.ts';
import type { Place } from '../../rules/travel.ts';
import { PairsMap } from '../pairs-map.tsx';

const LABELS = {
  D: 'Needs help first, category D',
  other: 'Needs help, another category',
  leader: 'Home school of the leader',
};

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

/** The pairs of a proposal, over the outline of the area where there is one. */
export function RoundMap({ plan, title, ...map }: RoundMapProps) {
  return (
    <PairsMap
      needs={[...plan.pairs, ...plan.uncovered].map(({ urn, school, place, category }) => ({
        urn,
        title: school,
        place,
        category,
      }))}
      pairs={plan.pairs.map(({ place: school, homeUrn: urn, home, homePlace }) => ({
        home: { urn, title: home, place: homePlace },
        school,
      }))}
      {...map}
      caption={`${title}: each line joins a school that needs help with the home school of the leader proposed; a school without a line has nobody.`}
      labels={LABELS}
    />
  );
}
