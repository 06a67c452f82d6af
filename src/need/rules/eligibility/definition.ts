import type { InspectionOutcome, InspectionScheme } from '../../../schools/rules/facts.ts';
import type { MinimumStandard } from '../minimum-standards.ts';

/** A count that the Department published of the schools that meet a definition. */
export interface PublishedCount {
  schools: number;
  /** ISO day of publication, or that the count is as at. */
  on: string;
  source: string;
  /** Why a count from what is held here differs. */
  difference: string;
}

/** A year that a definition asks about by measures that ended, of which nothing is held. */
export interface FormerYear {
  /** Start year of the results. */
  year: number;
  words: string;
  source: string;
}

/** What a definition by results asks of schools with results at one key stage. */
export interface ResultsPart {
  name: 'Primary' | 'Secondary';
  standard: MinimumStandard['id'];
  /** Start years of the results; the school must be under the standard in each, the newest of them being the definition's own. */
  years: readonly [number, ...number[]];
  former: readonly FormerYear[];
  /** Kinds of school that it does not apply to, in the words of the register. */
  leavesOut: { typeGroups: readonly string[]; types: readonly string[]; source: string };
  published: (PublishedCount & { /** Per cent of the schools that it applied to. */ share: number }) | null;
}

export interface ResultsRule {
  kind: 'results';
  /** Id of the file of minimum standards. */
  minimumStandards: string;
  /** Id of the need policy with the spread of pupils' scores, for years whose limits are not published. */
  spreadFrom: string;
  /** Schools closed on or before this day are left out, unless what followed them carries their results on. */
  closedBy: string;
  /** Types of school that carry on the results of the number before them. */
  carriedOnBy: readonly string[];
  closedSource: string;
  parts: readonly ResultsPart[];
}

/** Grades of a scheme without overall grades that count: one of the areas has one of the grades, and no area one that excludes it. */
export interface JudgementsCount {
  scheme: Exclude<InspectionScheme, 'overall grade'>;
  areas: readonly string[];
  grades: readonly string[];
  unlessAny: readonly string[];
  source: string;
}

/** Which inspections count. One of a scheme that is not named here cannot be told. */
export interface GradesCount {
  overallGrades: readonly InspectionOutcome[];
  judgements: readonly JudgementsCount[];
}

/** The latest inspection and the one before it. */
export interface RowRule {
  kind: 'inspections in a row';
  latest: GradesCount;
  before: GradesCount;
  /** Whether the responsible body must be the same since the latest inspection. */
  sameBody: boolean;
  sameBodySource: string | null;
  published: readonly PublishedCount[];
}

/** The category of concern that the latest inspection put the school into. */
export interface CategoryRule {
  kind: 'category of concern';
  category: 'special measures' | 'requires significant improvement';
  /** How the published column writes it, and how it writes the others; "none" is none. */
  publishedAs: readonly string[];
  otherCategories: readonly string[];
  /** Overall grades that say it themselves, and those that leave open which category it was. */
  overallGrades: readonly InspectionOutcome[];
  unclearGrades: readonly InspectionOutcome[];
}

export type EligibilityRule = ResultsRule | RowRule | CategoryRule;

/** A definition of the Department's that a school meets or does not meet, for as long as it was in force. */
export interface EligibilityDefinition {
  id: string;
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  /** What follows for a school that meets it. */
  follows: { words: string; source: string };
  rule: EligibilityRule;
}

/** Whether the definition was in force on a day (ISO). */
export function inForceOn({ validFrom, validTo }: EligibilityDefinition, day: string): boolean {
  return validFrom <= day && (validTo === null || day < validTo);
}
