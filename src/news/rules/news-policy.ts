import type { IndicatorCode } from '../../need/rules/need-policy.ts';

/** The indicators of need whose result can be news. */
export type ResultIndicatorCode = Extract<IndicatorCode, 'minimum_standard' | 'progress' | 'attainment'>;

/** A line below which a new result is news. */
export interface ResultLine {
  indicator: ResultIndicatorCode;
  /** The levels of the indicator that are news; all when null. */
  levels: readonly string[] | null;
  /** The chance (0 to 1) of truly being below, from which it is news. */
  certainty: number;
  /** The headline, before the year: "Below the minimum standard". */
  words: string;
  source: string;
}

/** What of an import is news: policies/news/. */
export interface NewsPolicy {
  id: string;
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  /** What lies between two files that are further apart is no news. */
  spans: { longestMonths: number; source: string };
  heads: { classes: readonly ('certain' | 'likely')[]; source: string };
  /** An inspection longer before the file's day fills a gap and is no news. */
  inspections: { withinMonths: number; source: string };
  /** A school that opened longer before the file's day is new to the list only. */
  openings: { withinMonths: number; source: string };
  /** In the order in which they are looked at: a school's first that holds is the news. */
  results: readonly ResultLine[];
  /** Of the steps the last one that the two censuses are far enough apart for; a fall must reach it and the number of pupils. */
  rollFall: {
    steps: readonly { yearsApart: number; fallPercent: number }[];
    fewestPupils: number;
    source: string;
  };
  digest: { mostLines: number; source: string };
}
