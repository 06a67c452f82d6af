import type { SourceRef } from '../../schools/rules/facts.ts';

/** What news can be of, in the order in which it is shown. */
export const NEWS_KINDS = [
  'opening',
  'closure',
  'head',
  'inspection',
  'result',
  'roll',
  'trust',
  'renamed',
  'type',
  'authority',
] as const;

export type NewsKind = (typeof NEWS_KINDS)[number];

/** The heading over the news of a kind. */
export const KIND_TITLES: Readonly<Record<NewsKind, string>> = {
  opening: 'Openings',
  closure: 'Closures',
  head: 'New heads',
  inspection: 'Inspections',
  result: 'Results below the line',
  roll: 'Falling rolls',
  trust: 'Changes of trust',
  renamed: 'New names',
  type: 'Changes of type',
  authority: 'Changes of local authority',
};

/** When it was: the day published for it, or the days of the two extracts it lies between (after the first, not after the second). */
export interface When {
  happenedOn: string | null;
  notBefore: string | null;
  notAfter: string | null;
}

/** What news says beyond its headline. */
export interface NewsDetail {
  /** It is likely and not certain; the headline says so too. */
  likely: boolean;
  before: string | null;
  after: string | null;
  /** Further plain sentences, with the figures. */
  sentences: string[];
}

/** A school as a piece of news names it. */
export interface NewsSchool {
  urn: number;
  name: string;
  laCode: number;
}

/** One piece of news as it is drawn from an import. */
export interface DrawnNews extends When {
  school: NewsSchool;
  kind: NewsKind;
  /** What tells it from other news of the school and kind, so that two files that tell the same make one: a day, a year, a name. */
  occasion: string;
  /** Without the school's name: "New head: Ann Day, after Robert Hill". */
  headline: string;
  detail: NewsDetail;
  source: SourceRef;
  /** The sightings that name the heads: with them the news goes. */
  sightings?: { before: { urn: number; importId: number }; after: { urn: number; importId: number } };
}

/** One piece of news as it is read. */
export interface NewsItem extends When {
  id: number;
  importId: number;
  urn: number;
  schoolName: string;
  laCode: number;
  /** Null for an area that has no page, as one that has ended. */
  areaName: string | null;
  kind: NewsKind;
  occasion: string;
  headline: string;
  detail: NewsDetail;
  source: SourceRef;
  createdAt: Date;
}
