import { MEASURES, type MeasureCode } from '../../../opendata/rules/measures.ts';
import type { SchoolFacts } from '../../../schools/rules/facts.ts';
import type { KeyStage } from '../../../schools/rules/key-stage.ts';
import type { MinimumStandards } from '../minimum-standards.ts';
import type { NeedPolicy } from '../need-policy.ts';
import { spreadOf } from '../progress-estimate.ts';
import type { Fitted } from './fit-drift.ts';
import { type Forecast, type Forecasts, scoreForecasts, shareForecasts } from './forecast.ts';
import { priorsOf, scoreHistories, shareHistories, yearsTold } from './histories.ts';
import { reliability, type ReliabilityBin } from './reliability.ts';
import { together, toldBy, type ToldBy, type Verdict, verdictOn } from './verdict.ts';

/** A cohort of this many pupils is small: from the fewest that the minimum standards were applied to. */
export const SMALL = { from: 11, to: 20 };
/** Fewer schools than this say nothing of how chances hold. */
const FEWEST = 100;

/** One thing told of all schools: is the figure of the year below the line? */
export interface Question {
  keyStage: KeyStage;
  measure: MeasureCode;
  /** Percentage of pupils, or score: in the unit of the measure. */
  kind: 'share' | 'score';
  line: number;
  /** The standard whose line it is, as it reads in a sentence. */
  standard: string;
  /** Start year that was told, from the years before it. */
  year: number;
}

/** What came of a question. */
export interface Answered extends Question {
  /** How far schools move in a year, as learned before: as the luck of so many pupils for a share, in points for a score. */
  drift: Fitted;
  all: Verdict;
  /** Of small cohorts alone; null where there are too few, or pupils are not published. */
  small: Verdict | null;
  bins: ReliabilityBin[];
}

/** All that was told of one kind of figure. */
export interface Group {
  keyStage: KeyStage;
  kind: Question['kind'];
  year: number;
  questions: Answered[];
  all: Verdict;
  small: Verdict | null;
  bins: ReliabilityBin[];
}

/** A measure with the lines of the standards that are set in it. */
export interface Subject {
  keyStage: KeyStage;
  measure: MeasureCode;
  kind: Question['kind'];
  lines: { line: number; standard: string }[];
}

/** The measures that the minimum standards set lines in, each once. */
export function subjectsOf({ standards }: MinimumStandards): Subject[] {
  const found = new Map<MeasureCode, Subject>();
  for (const { keyStage, name: standard, attainment, progress } of standards) {
    const parts = [
      ...(attainment === null ? [] : [{ kind: 'share' as const, ...attainment }]),
      ...progress.map((line) => ({ kind: 'score' as const, ...line })),
    ];
    for (const { kind, measure, atLeast: line } of parts) {
      const subject = found.get(measure) ?? { keyStage, measure, kind, lines: [] };
      subject.lines.push({ line, standard });
      found.set(measure, subject);
    }
  }
  return [...found.values()];
}

/** What was told of a measure, line by line, by each method. */
export interface Told {
  question: Question;
  drift: Fitted;
  all: ToldBy;
  small: ToldBy | null;
}

type Calibrating = Pick<NeedPolicy, 'indicators' | 'pupilSpread'>;

/** Tells every line of a measure in each year that can be told from the ones before. The long part of calibration. */
export function tellings(schools: readonly SchoolFacts[], subject: Subject, policy: Calibrating): Told[] {
  const { keyStage, measure, kind, lines } = subject;
  const years = resultYears(policy);
  const answer = (year: number, forecasts: Forecasts | null) =>
    forecasts === null
      ? []
      : lines.flatMap(({ line, standard }) =>
          answerOf({ keyStage, measure, kind, line, standard, year }, forecasts.drift, forecasts.against(line)),
        );
  if (kind === 'share') {
    const histories = shareHistories(schools, measure, pupilsOf(keyStage), years);
    const priors = priorsOf(histories);
    return yearsTold(histories).flatMap((year) => answer(year, shareForecasts(histories, priors, year)));
  }
  const histories = scoreHistories(schools, spreadOf(policy.pupilSpread, measure), years);
  const { decimals } = MEASURES[measure];
  return yearsTold(histories).flatMap((year) => answer(year, scoreForecasts(histories, year, decimals)));
}

/** What came of it all, by kind of figure and year. */
export function groupsOf(tellings: readonly Told[]): Group[] {
  const groups = new Map<string, Told[]>();
  for (const told of tellings) {
    const { keyStage, kind, year } = told.question;
    const key = `${keyStage} ${kind} ${year}`;
    groups.set(key, [...(groups.get(key) ?? []), told]);
  }
  return [...groups.values()].map(groupOf);
}

/** Every figure that calibration reads. */
export function calibrationReads(policy: Calibrating, standards: MinimumStandards): (readonly [MeasureCode, number])[] {
  const measures = standards.standards.flatMap(({ attainment, progress }) => [
    ...(attainment === null ? [] : [attainment.measure]),
    ...progress.map(({ measure }) => measure),
  ]);
  const limits = policy.pupilSpread.flatMap(({ pupils, lower, upper }) => [pupils, lower ?? [], upper ?? []].flat());
  return [...new Set([...measures, ...limits])].flatMap((measure) =>
    resultYears(policy).map((year) => [measure, year] as const),
  );
}

/** The years whose results the policy's indicators look at, oldest first. */
export function resultYears({ indicators }: Pick<NeedPolicy, 'indicators'>): number[] {
  const years = indicators.flatMap((indicator) => ('keyStage' in indicator ? indicator.years : []));
  return [...new Set(years)].toSorted((a, b) => a - b);
}

/** Pupils that the shares of a key stage are of. */
export function pupilsOf(keyStage: KeyStage): MeasureCode {
  return keyStage === 'ks2' ? 'ks2_pupils' : 'ks4_pupils';
}

function answerOf(question: Question, drift: Fitted, schools: readonly Forecast[]): Told[] {
  if (schools.length < FEWEST) return [];
  const small = schools.filter(isSmall);
  return [
    {
      question,
      drift,
      all: toldBy(schools, question.line),
      small: small.length < FEWEST ? null : toldBy(small, question.line),
    },
  ];
}

function isSmall({ pupils }: Forecast): boolean {
  return pupils !== null && pupils >= SMALL.from && pupils <= SMALL.to;
}

function groupOf(members: readonly Told[]): Group {
  const { keyStage, kind, year } = members[0]!.question;
  const all = together(members.map((member) => member.all));
  const small = members.flatMap((member) => member.small ?? []);
  return {
    keyStage,
    kind,
    year,
    questions: members.map((member) => ({
      ...member.question,
      drift: member.drift,
      all: verdictOn(member.all),
      small: member.small === null ? null : verdictOn(member.small),
      bins: reliability(member.all.ours),
    })),
    all: verdictOn(all),
    small: small.length === 0 ? null : verdictOn(together(small)),
    bins: reliability(all.ours),
  };
}
