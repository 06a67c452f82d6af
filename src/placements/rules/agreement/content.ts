import type { MeasureCode } from '../../../opendata/rules/measures.ts';

/** Where a published figure comes from: its import and the line of its file. */
export interface FigureSource {
  importId: number;
  line: number;
}

/** A published figure of the supported school, as it was when it was chosen. */
export interface PublishedBaseline {
  kind: 'published';
  measure: MeasureCode;
  /** The measure in words, as they were then. */
  label: string;
  /** Calendar year in which the academic or financial year starts. */
  year: number;
  /** The figure in words: "62%"; or why there is none: "suppressed". Never a zero for what is missing. */
  text: string;
  /** Null where none is published. */
  value: number | null;
  source: FigureSource;
}

/** A figure that the school holds itself. */
export interface SchoolBaseline {
  kind: 'school';
  value: string;
  /** What it was taken from: "Reading ages, autumn test". */
  source: string;
  /** ISO day on which it was taken. */
  on: string;
}

export type Baseline = PublishedBaseline | SchoolBaseline;

/** What a placement is to achieve: one of a few. A draft may lack any of it; '' and null are "not said yet". */
export interface Objective {
  /** Stays the same through all versions. */
  key: number;
  aim: string;
  /** What is measured: "Year 2 pupils at the expected standard in reading". */
  measure: string;
  baseline: Baseline | null;
  target: string;
  /** ISO day by which. */
  due: string | null;
  /** How it will be seen. */
  evidence: string;
  owner: string;
}

export const PAYERS = ['school', 'service', 'trust', 'fund'] as const;
export type Payer = (typeof PAYERS)[number];

/** The share of whoever brokers: none, within or on top of the rate in basis points, or so many pence a day. */
export type Brokerage =
  | { way: 'none' }
  | { way: 'inside' | 'added'; basisPoints: number }
  | { way: 'flat'; pence: number };

/** All that an agreement says. A draft may lack any of it. */
export interface AgreementContent {
  focus: {
    /** How the help serves the improvement of the school. */
    improvement: string;
    /** What the head who is helped needs of it. */
    need: string;
  };
  objectives: readonly Objective[];
  time: {
    halfDays: number | null;
    /** ISO days. */
    startsOn: string | null;
    endsOn: string | null;
    frequency: string;
  };
  money: {
    /** Pence a day, without VAT; half days pro rata. */
    ratePence: number | null;
    vat: boolean | null;
    payer: Payer | null;
    /** Which fund, where a fund pays. */
    fund: string;
    brokerage: Brokerage | null;
    /** How the home school fills the time of its leader. */
    backfill: string;
  };
  working: {
    access: string;
    confidentiality: string;
    /** How the responsible body is told. */
    bodyTold: string;
  };
  ending: {
    exit: string;
    dataProtection: string;
  };
}

/** The parts of an agreement, in the order in which they are read and filled in. */
export const AGREEMENT_PARTS = ['focus', 'objectives', 'time', 'money', 'working', 'ending'] as const;
export type AgreementPart = (typeof AGREEMENT_PARTS)[number];

/** Parts that are one form each; objectives are a form apiece. */
export const FORM_PARTS = ['focus', 'time', 'money', 'working', 'ending'] as const satisfies readonly AgreementPart[];
export type FormPart = (typeof FORM_PARTS)[number];

export const PART_TITLES: Readonly<Record<AgreementPart, string>> = {
  focus: 'What the help is for',
  objectives: 'Objectives',
  time: 'Days and period',
  money: 'Rate and who pays',
  working: 'Working together',
  ending: 'Exit and data protection',
};

/** Key of the next objective: above every one that the agreement has, or `used` before, so that a key never means two things. */
export function nextObjectiveKey(objectives: readonly Objective[], used: readonly number[] = []): number {
  return Math.max(0, ...objectives.map(({ key }) => key), ...used) + 1;
}
