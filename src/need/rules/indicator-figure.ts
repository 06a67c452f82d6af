import { MEASURES } from '../../opendata/rules/measures.ts';
import { academicYear, type Phase } from '../../schools/rules/facts.ts';
import type { IndicatorResult } from './assessment.ts';
import { keyStageOf } from '../../schools/rules/key-stage.ts';
import { chance, percent, score } from './wording.ts';

/** The numbers of an indicator as people read them, each null when the indicator has none. */
export interface IndicatorFigure {
  /** What the figure is of, for example "Progress 8, 2018-19". */
  name: string;
  figure: string;
  /** What it was set against. */
  line: { name: string; text: string } | null;
  /** 95% range of the figure. */
  range: string | null;
  /** Chance of truly being on the worse side of the line, and what that is called. */
  chance: string | null;
  chanceName: string;
  /** How any number of this kind is written. */
  format: (value: number) => string;
  /** The stretch of numbers that such figures lie in, for a picture. */
  scale: readonly [low: number, high: number] | null;
}

interface Kind {
  name: string;
  line: string;
  format: (value: number) => string;
  scale: readonly [low: number, high: number] | null;
}

const SHARE: Omit<Kind, 'line'> = {
  name: 'Reaching the expected standard in reading, writing and maths',
  format: (value) => percent(value),
  scale: [0, 100],
};

/** The numbers of one indicator of a school of this phase, or null when it rests on none: an inspection, a head new in post. */
export function indicatorFigure(result: IndicatorResult, phase: Phase): IndicatorFigure | null {
  const kind = kindOf(result, phase);
  if (kind === null || result.value === null) return null;
  const { value, year, threshold, interval, probability } = result;
  return {
    name: year === null ? kind.name : `${kind.name}, ${academicYear(year)}`,
    figure: kind.format(value),
    line: threshold === null ? null : { name: kind.line, text: kind.format(threshold) },
    range: interval === undefined ? null : `${kind.format(interval[0])} to ${kind.format(interval[1])}`,
    chance: probability === undefined || interval === undefined ? null : chance(probability),
    chanceName: `Chance of truly being ${result.code === 'disadvantage_gap' ? 'over' : 'below'} the line`,
    format: kind.format,
    scale: kind.scale,
  };
}

function kindOf(result: IndicatorResult, phase: Phase): Kind | null {
  switch (result.code) {
    case 'minimum_standard':
      return { ...(keyStageOf(phase) === 'ks4' ? progressKind(phase) : SHARE), line: 'Minimum standard' };
    case 'attainment':
      return { ...SHARE, line: 'Minimum standard' };
    case 'progress': {
      const [subject] = result.measures;
      const kind = progressKind(phase);
      return { ...kind, name: subject === undefined ? kind.name : MEASURES[subject].label, line: 'Line' };
    }
    case 'pooled_attainment':
    case 'destinations':
      return { ...SHARE, name: 'Expected share of pupils, years together', line: 'Line' };
    case 'pooled_progress': {
      const kind = progressKind(phase);
      const [subject] = result.measures;
      return {
        ...kind,
        name: `${subject === undefined ? kind.name : MEASURES[subject].label}, years together`,
        line: 'Line',
      };
    }
    case 'disadvantage_gap':
      return {
        name: 'Gap in percentage points, years together',
        line: 'Line',
        format: (value) => value.toFixed(0).replace(/^-0$/, '0'),
        // More is worse here, and the picture colours what is below a line.
        scale: null,
      };
    case 'overall_absence':
    case 'absence_rise':
      return { ...absenceKind, name: 'Sessions missed' };
    case 'pupil_teacher_ratio':
      return { ...absenceKind, name: 'Pupils to each teacher', format: (value) => value.toFixed(1) };
    case 'coasting':
      return { ...SHARE, line: 'Line for coasting schools' };
    case 'persistent_absence':
      return absenceKind;
    case 'disadvantage':
      return { ...absenceKind, name: 'Eligible for free school meals in the past six years' };
    case 'falling_roll':
      return { name: 'Pupils on roll', line: 'Raised at or under', format: String, scale: null };
    case 'finance':
      return {
        name: 'In-year balance as a share of income',
        line: 'Raised at or under',
        format: (value) => percent(value, 1),
        scale: null,
      };
    // A trend is about several years, and an inspection about none: their sentences say all there is.
    case 'trend':
    case 'inspection':
    case 'repeat_below_good':
    case 'new_head':
    case 'inclusion':
    case 'leadership_judgement':
    case 'education_judgement':
    case 'report_card_leadership':
    case 'report_card_areas':
    case 'category_of_concern':
    case 'head_post':
    case 'concern':
    case 'complaint':
    case 'governance':
    case 'safeguarding_review':
    case 'leadership_capacity':
    case 'staffing':
      return null;
    default:
      return result.code satisfies never;
  }
}

const absenceKind: Kind = {
  name: 'Persistently absent',
  line: 'Middle school of its phase',
  format: (value) => percent(value, 1),
  scale: null,
};

function progressKind(phase: Phase): Omit<Kind, 'line'> {
  return keyStageOf(phase) === 'ks4'
    ? { name: 'Progress 8', format: (value) => score(value, 'ks4_progress8'), scale: [-1.5, 1.5] }
    : {
        name: 'Lowest progress of the three subjects',
        format: (value) => score(value, 'ks2_reading_progress'),
        scale: [-8, 8],
      };
}
