import type { PhaseGroup } from './facts.ts';

/** Which schools are called coastal, rural and affluent, as policies/places/ sets it out. */
export interface PlacePolicy {
  id: string;
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  coastal: { withinMetres: number; source: string };
  /** Water that is narrower is a river, and its banks are no coast. */
  openWater: { widthMetres: number; source: string };
  rural: { source: string };
  /** Both must hold: the neighbourhood's tenth (10 is the least deprived) and the share of pupils. */
  affluent: {
    idaciDecileFrom: number;
    fsm6PercentBelow: Readonly<Record<PhaseGroup, number>>;
    source: string;
  };
}
