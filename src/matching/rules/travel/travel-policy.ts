/** How far from routed journeys that it was not fitted to a way of working out minutes was. Estimate less routed. */
export interface TravelError {
  /** Journeys that it was measured on. */
  journeys: number;
  meanPercent: number;
  /** Nine journeys in ten lie between: the 5th and the 95th percentile. Below 0: said shorter than routed. */
  percent: readonly [number, number];
  meanMinutes: number;
  minutes: readonly [number, number];
}

/** Minutes of a journey on clear roads: start + perRootKm x √km + perKm x km, the rural terms once for each end that is rural. */
export interface EstimateNumbers {
  start: number;
  perRootKm: number;
  perKm: number;
  ruralStart: number;
  ruralPerKm: number;
}

/** How a road service is asked. */
export interface RoadServicePolicy {
  /** Its own name of what is driven: "driving" of OSRM, "auto" of Valhalla. */
  profile: string;
  /** Most places named in one question, both sides together. */
  mostPlaces: number;
  /** Most journeys worked out for one question. */
  mostJourneys: number;
  /** Whether its times are of clear roads, so that the day's traffic is added. */
  clearRoads: boolean;
  source: string;
}

/** How the minutes of a journey are worked out: a file in policies/travel/. */
export interface TravelPolicy {
  id: string;
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  /** Where no road service is set, or it does not answer. */
  use: 'straight line' | 'estimate';
  straightLine: { kmPerHour: number; error: TravelError; source: string };
  estimate: EstimateNumbers & { error: TravelError; source: string };
  /** Time by day as a multiple of time on clear roads. Ferries sail by their own time. */
  day: { factor: number; source: string };
  services: {
    osrm: RoadServicePolicy;
    valhalla: RoadServicePolicy;
    /** For one question. */
    timeoutSeconds: number;
    /** How often a question is asked at most, and seconds before it is asked again. */
    tries: number;
    waitSeconds: number;
    /** Questions in a row without an answer after which no more are asked. */
    mostFailures: number;
    /** For all questions of a plan together. */
    mostSeconds: number;
    /** Answers are asked anew after this long. */
    maxAgeDays: number;
    /** A place further than this from the road that the service took for it is not on its map. */
    furthestFromRoadMetres: number;
    /** A faster answer, in a straight line, cannot be true. */
    fastestKmPerHour: number;
    source: string;
  };
}

/** A road, tunnel or ferry by which a water is passed. */
export interface WayOver {
  by: string;
  /** One point, or several in order along the way; a ferry's are its two ends. [easting, northing] in metres. */
  points: readonly (readonly [number, number])[];
  /** Waiting and sailing; null: a road. */
  ferryMinutes: number | null;
}

/** A water that no road crosses but at its ways. */
export interface Water {
  name: string;
  /** Along its middle, from the sea up to its lowest way. [easting, northing] in metres. */
  line: readonly (readonly [number, number])[];
  ways: readonly WayOver[];
}
