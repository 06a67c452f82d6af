import { MEASURES, type MeasureCode, type Unit } from '../opendata/rules/measures.ts';
import { NEWEST_RESULTS } from '../opendata/rules/newest-results.ts';
import type { MissingReason } from '../opendata/rules/missing.ts';
import type { Fact, SourceRef } from '../schools/rules/facts.ts';
import { missingSentence } from '../schools/rules/figure-words.ts';
import { responsibleBody, type SchoolIdentity, type SchoolRecord } from '../schools/rules/school-record.ts';
import { SCHOOL_SECTIONS } from '../schools/rules/school-sections.ts';
import type { FileAnswer } from './files-named.ts';
import { type InheritedAnswer, originOf } from './inherited-answer.ts';
import { type InspectionAnswer, inspectionAnswer } from './inspection-answer.ts';

/** One published figure, or why there is no number. */
interface FigureAnswer {
  measure: MeasureCode;
  label: string;
  unit: Unit;
  /** Start year: 2018 is 2018-19. */
  year: number;
  value: number | null;
  /** The publisher's code, and what it means; null when there is a number. */
  missing: MissingReason | null;
  missingWords: string | null;
  source: SourceRef;
  /** The predecessor whose figure it is; null when it is the school's own. */
  inheritedFrom: InheritedAnswer | null;
}

/** What `school --json` prints. */
export type SchoolAnswer = Omit<SchoolIdentity, 'laCode' | 'laName' | 'headName' | 'headJobTitle'> & {
  area: { code: number; name: string };
  asAt: string;
  /** As the register names the head; null where it is blank. */
  head: { name: string | null; jobTitle: string | null };
  responsibleBody: string | null;
  groups: { uid: number; name: string; groupType: string; joinedOn: string | null; source: SourceRef }[];
  links: { urn: number; name: string; linkType: string; establishedOn: string | null; source: SourceRef }[];
  deprivation: { idaciDecile: number | null; idaciScore: number | null; source: SourceRef } | null;
  /** Newest first. */
  inspections: InspectionAnswer[];
  /** In the order of the sections of a school's page, then of the years. */
  figures: FigureAnswer[];
  files: FileAnswer[];
  resultsNote: string;
};

/** Everything published about a school. */
export function schoolAnswer(school: SchoolRecord, files: FileAnswer[]): SchoolAnswer {
  const { laCode, laName, headName, headJobTitle, ...identity } = school.identity;
  return {
    ...identity,
    area: { code: laCode, name: laName },
    asAt: school.asAt,
    head: { name: headName, jobTitle: headJobTitle },
    responsibleBody: responsibleBody(school.identity, school.groups),
    groups: school.groups.map(({ uid, name, groupType, joinedOn, source }) => ({
      uid,
      name,
      groupType,
      joinedOn,
      source,
    })),
    links: school.links.map(({ urn, name, linkType, establishedOn, source }) => ({
      urn,
      name,
      linkType,
      establishedOn,
      source,
    })),
    deprivation: school.deprivation,
    inspections: school.inspections.map((one) => inspectionAnswer(one, school.asAt)),
    figures: figuresOf(school.facts),
    files,
    resultsNote: NEWEST_RESULTS,
  };
}

/** Every source that a school's record refers to. */
export function sourcesOfRecord({
  identity,
  groups,
  links,
  deprivation,
  inspections,
  facts,
}: SchoolRecord): SourceRef[] {
  const lists = [groups, links, inspections, [...facts.values()], deprivation === null ? [] : [deprivation]];
  return [identity.source, ...lists.flat().map(({ source }) => source)];
}

/** Figures in the order of the sections of a school's page, then of the years. */
export function figuresOf(facts: SchoolRecord['facts']): FigureAnswer[] {
  const order = SCHOOL_SECTIONS.flatMap(({ measures }) => measures);
  const place = (measure: MeasureCode) => (order.includes(measure) ? order.indexOf(measure) : order.length);
  return [...facts]
    .map(([key, fact]) => figureAnswer(key.slice(0, key.indexOf(':')) as MeasureCode, fact))
    .toSorted(
      (a, b) =>
        place(a.measure) - place(b.measure) || MEASURES[a.measure].id - MEASURES[b.measure].id || a.year - b.year,
    );
}

function figureAnswer(measure: MeasureCode, { value, missing, year, source, inherited }: Fact): FigureAnswer {
  const { label, unit } = MEASURES[measure];
  return {
    measure,
    label,
    unit,
    year,
    value,
    missing,
    missingWords: missing === null ? null : missingSentence(missing),
    source,
    inheritedFrom: originOf(inherited),
  };
}
