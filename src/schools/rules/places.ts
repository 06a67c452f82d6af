import type { SchoolFacts } from './facts.ts';
import type { PlacePolicy } from './place-policy.ts';

/** Kinds of place in which the average can hide how disadvantaged pupils do. */
export const PLACE_KINDS = ['affluent', 'rural', 'coastal'] as const;

export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Where a school is; null where a file that would tell is not there. */
export interface Place {
  affluent: boolean | null;
  rural: boolean | null;
  coastal: boolean | null;
  /** Metres to the nearest shore of open water. */
  coastMetres: number | null;
}

/** What places are told from. `fsm6Percent` is the newest share of pupils eligible for free school meals in six years. */
export interface Placed extends Pick<SchoolFacts, 'urban' | 'idaciDecile' | 'phaseGroup'> {
  fsm6Percent: number | null;
  coastMetres: number | null;
}

/** The kinds of place of a school under a policy. Affluent is not known while either of its two figures is missing and the other fits. */
export function placeOf(school: Placed, policy: PlacePolicy): Place {
  const { urban, coastMetres } = school;
  return {
    affluent: isAffluent(school, policy.affluent),
    rural: urban === null ? null : !urban,
    coastal: coastMetres === null ? null : coastMetres <= policy.coastal.withinMetres,
    coastMetres,
  };
}

function isAffluent(
  { idaciDecile, fsm6Percent, phaseGroup }: Placed,
  { idaciDecileFrom, fsm6PercentBelow }: PlacePolicy['affluent'],
): boolean | null {
  const neighbourhood = idaciDecile === null ? null : idaciDecile >= idaciDecileFrom;
  const pupils = fsm6Percent === null ? null : fsm6Percent < fsm6PercentBelow[phaseGroup];
  if (neighbourhood === false || pupils === false) return false;
  return neighbourhood === null || pupils === null ? null : true;
}

/** The kinds that a place is known to be of. */
export function kindsOf(place: Place): PlaceKind[] {
  return PLACE_KINDS.filter((kind) => place[kind] === true);
}
