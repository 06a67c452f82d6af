import { MEASURES } from '../../opendata/rules/measures.ts';
import { academicYear, type PhaseGroup } from '../../schools/rules/facts.ts';
import { type MinimumStandard, type MinimumStandards, standardOf } from './minimum-standards.ts';
import type { CategoryRule, IndicatorPolicy, NeedPolicy, NewHeadLevel } from './need-policy.ts';
import { listed, percent, poorestTenth, subject } from './wording.ts';

/** One indicator of a policy as people read it. */
export interface IndicatorWords {
  label: string;
  /** Which schools it looks at. */
  schools: string;
  /** What it looks at. */
  what: string;
  /** What scores how many points, mildest first; the highest that is reached counts. */
  steps: { when: string; points: number }[];
  source: string;
}

/** An indicator of the policy with all its lines, years and points in words. Throws when a standard it names is not held. */
export function indicatorWords(indicator: IndicatorPolicy, standards: MinimumStandards): IndicatorWords {
  return {
    label: indicator.label,
    schools: 'keyStage' in indicator ? KEY_STAGE_SCHOOLS[indicator.keyStage] : phaseWords(indicator.phaseGroups),
    source: indicator.source,
    ...described(indicator, standards),
  };
}

const HEAD_STEPS: Record<NewHeadLevel, string> = {
  'new to the school': 'extracts name another head since the same day',
  'first headship': 'extracts name another head since the same day, whom no earlier one names as a head',
};

/** What of a school's record from before its present number counts. */
export function inheritedRule(rule: NeedPolicy['inherited']): string {
  const counted = [...(rule?.results ? ['results'] : []), ...(rule?.inspections ? ['inspections'] : [])];
  if (rule === undefined || counted.length === 0)
    return 'Only what is published under the present number of a school counts.';
  return (
    `A school that became an academy has a new number. Where it has no record of its own, the ${listed(counted)} of the ` +
    `one school it came from count, and each sentence says so; those of schools that merged or were split do not. ${rule.source}.`
  );
}

/** A rule that asks for at least a category, as a sentence. */
export function ruleWords({ category, reason }: CategoryRule): string {
  return `At least category ${category} when ${reason}.`;
}

/** What a minimum standard asked of a school. */
export function standardWords({ attainment, progress, upperLimitBelow, smallestCohort }: MinimumStandard): string {
  // The standards' own way of writing their lines: -5 and -0.5, not -5.0 and -0.50.
  const lines = listed(progress.map(({ measure, atLeast }) => `${atLeast} in ${subject(measure)}`));
  const limit = upperLimitBelow === null ? '' : ` or a 95% range that reaches ${upperLimitBelow}`;
  const asked =
    attainment === null
      ? `Progress 8 of at least ${listed(progress.map(({ atLeast }) => String(atLeast)))}${limit}`
      : `at least ${percent(attainment.atLeast)} of pupils reaching the expected standard in reading, writing and maths, or progress of at least ${lines}`;
  return `${asked}. It was not applied to fewer than ${smallestCohort} pupils`;
}

const SCHEME_WORDS = {
  'judgements only': 'judgements without an overall grade',
  'report card': 'report card',
} as const;

const KEY_STAGE_SCHOOLS = { ks2: 'Primary schools', ks4: 'Secondary schools' } as const;

function described(indicator: IndicatorPolicy, standards: MinimumStandards): Pick<IndicatorWords, 'what' | 'steps'> {
  switch (indicator.code) {
    case 'minimum_standard': {
      const standard = standardOf(standards, indicator.standard);
      return {
        what: `Results of ${newestOf(indicator.years)}, against ${standard.name}: ${standardWords(standard)}.`,
        steps: [
          {
            when: `below it, with a chance of under ${chanceOf(indicator.certainty)} of truly being below`,
            points: indicator.doubtfulPoints,
          },
          {
            when: `below it, with a chance of at least ${chanceOf(indicator.certainty)} of truly being below`,
            points: indicator.points,
          },
        ],
      };
    }
    case 'attainment': {
      const line = standardOf(standards, indicator.standard).attainment;
      return {
        what: `Pupils reaching the expected standard in reading, writing and maths in ${newestOf(indicator.years)}, whatever their progress.`,
        steps: [
          {
            when: `under ${percent(line?.atLeast ?? 0)}, with a chance of at least ${chanceOf(indicator.certainty)} of truly being below`,
            points: indicator.points,
          },
        ],
      };
    }
    case 'progress':
      return {
        what: `Progress scores of ${newestOf(indicator.years)}, each subject with its 95% range.`,
        steps: indicator.steps.map((step) => ({
          when: `${step.level}: ${progressLines(standardOf(standards, step.standard))}, with a chance of at least ${chanceOf(step.certainty)} of truly being below`,
          points: step.points,
        })),
      };
    case 'coasting': {
      const standard = standardOf(standards, indicator.standard);
      return {
        what: `Results of ${yearsBetween(indicator.years)} against ${standard.name}: ${standardWords(standard)}.`,
        steps: [{ when: `under it in each of the ${indicator.years.length} years`, points: indicator.points }],
      };
    }
    case 'trend':
      return {
        what: `A line through the progress scores of ${indicator.fewestYears} years or more from ${yearsBetween(indicator.years)}.`,
        steps: [
          {
            when: `falls by ${indicator.fall} or more over those years, with a chance of at least ${chanceOf(indicator.certainty)} of truly falling, and ends below ${indicator.endsBelow}`,
            points: indicator.points,
          },
        ],
      };
    case 'inspection':
      return {
        what: 'The overall grade of the latest graded inspection, whatever its age. Where that inspection gave none (judgements only, or a report card) it cannot be told.',
        steps: indicator.steps.map(({ outcomes, points }) => ({
          when: outcomes.map((outcome) => outcome.toLowerCase()).join(' or '),
          points,
        })),
      };
    case 'repeat_below_good':
      return {
        what: `How many of the latest inspections, one after another, were below good (${indicator.belowGood.map((outcome) => outcome.toLowerCase()).join(', ')}).`,
        steps: indicator.steps.map(({ inARow, points }, i) => ({
          when: `${inARow}${i === indicator.steps.length - 1 ? ' or more' : ''} in a row`,
          points,
        })),
      };
    case 'persistent_absence':
      return {
        what: `${MEASURES[indicator.measure].label} in ${newestOf(indicator.years)}, against schools of the same phase.`,
        steps: indicator.steps.map(({ abovePercentile, points }) => ({
          when: `higher than in ${share(abovePercentile)} of them`,
          points,
        })),
      };
    case 'disadvantage':
      return {
        what: `${MEASURES[indicator.measure].label} in ${newestOf(indicator.years)}, against schools of the same phase, and the neighbourhood of the school's postcode. Context, not a judgement on the school.`,
        steps: [
          {
            when: `higher than in ${share(indicator.abovePercentile)} of them${neighbourhood(indicator.idaciDecile)}`,
            points: indicator.points,
          },
        ],
      };
    case 'falling_roll':
      return {
        what: `Pupils on roll in ${academicYear(indicator.toYear)} against ${academicYear(indicator.fromYear)}. A loss of fewer than ${indicator.fewestPupils} pupils does not count.`,
        steps: indicator.steps.map(({ fallPercent, points }) => ({
          when: `a fall of ${fallPercent}% or more`,
          points,
        })),
      };
    case 'finance':
      return {
        what: `In-year balance of maintained schools in ${newestOf(indicator.years)}. Academies account in another return, which is not held.`,
        steps: [{ when: `a deficit of ${indicator.deficitPercent}% of income or more`, points: indicator.points }],
      };
    case 'new_head':
      return {
        what:
          indicator.headship === undefined
            ? 'The day a head started is not published, so this is known only of a school that is itself new.'
            : `The day a head started is not published. It is known of a school that is itself new, and of one of which two dated extracts tell who heads it: a ${indicator.headship.classes.join(' or ')} change counts. What people correct on a school’s page does not change it.`,
        steps: [
          ...(indicator.headship?.steps ?? []).map(({ level, points }) => ({ when: HEAD_STEPS[level], points })),
          {
            when: `opened as a new school in this school year or the ${indicator.schoolYears === 2 ? 'one' : `${indicator.schoolYears - 1}`} before`,
            points: indicator.points,
          },
        ],
      };
    case 'pooled_attainment':
    case 'destinations':
      return {
        what: `${MEASURES[indicator.measure].label}, ${yearsBetween(indicator.years)} together: the newest year counts in full and older ones less, brought to its level of the country.`,
        steps: indicator.steps.map(({ below, line, certainty, points }) => ({
          when: `under ${percent(below)} (${line}), with a chance of at least ${chanceOf(certainty)} of truly being below`,
          points,
        })),
      };
    case 'pooled_progress':
      return {
        what: `Progress scores of ${yearsBetween(indicator.years)} together, each subject with its 95% range: older years count less, the older and the less certain they are.`,
        steps: indicator.steps.map((step) => ({
          when: `${step.level}: ${progressLines(standardOf(standards, step.standard))}, with a chance of at least ${chanceOf(step.certainty)} of truly being below`,
          points: step.points,
        })),
      };
    case 'disadvantage_gap':
      return {
        what: `${MEASURES[indicator.disadvantaged.measure].label}, against the other pupils of the same school, ${yearsBetween(indicator.years)} together. Not raised where disadvantaged pupils do at least as well as those of the country.`,
        steps: [
          {
            when: `behind by more than ${indicator.over} percentage points, with a chance of at least ${chanceOf(indicator.certainty)} of truly being so`,
            points: indicator.points,
          },
        ],
      };
    case 'overall_absence':
    case 'pupil_teacher_ratio':
      return {
        what: `${MEASURES[indicator.measure].label} in ${newestOf(indicator.years)}, against schools of the same phase.${indicator.note === undefined ? '' : ` ${indicator.note}`}`,
        steps: indicator.steps.map(({ abovePercentile, points }) => ({
          when: `higher than in ${share(abovePercentile)} of them`,
          points,
        })),
      };
    case 'absence_rise':
      return {
        what: `${MEASURES[indicator.measure].label} in ${academicYear(indicator.toYear)} against ${academicYear(indicator.fromYear)}, beside what became of it in the middle school of the same phase. Not raised where it is no higher than there.`,
        steps: indicator.steps.map(({ pointsMore, points }) => ({
          when: `rose by ${pointsMore} percentage points more than there`,
          points,
        })),
      };
    case 'inclusion':
      return {
        what: `${listed(indicator.shown.map(({ measure }) => MEASURES[measure].label))} in ${newestOf(indicator.years)}, beside schools of the same phase. It is shown and never scored: no school is in need for the pupils it takes.`,
        steps: [],
      };
    case 'leadership_judgement':
    case 'education_judgement':
    case 'report_card_leadership':
    case 'report_card_areas':
      return {
        what: `${indicator.areas.length === 0 ? 'Every area' : listed(indicator.areas)} at the latest inspection, where that was graded by ${SCHEME_WORDS[indicator.scheme]}. It is not asked of other schools, and no other grade is converted into one.`,
        steps: indicator.steps.map(({ grades, points }) => ({
          when: grades.map((grade) => grade.toLowerCase()).join(' or '),
          points,
        })),
      };
    case 'category_of_concern':
      return {
        what: `The category of concern that Ofsted published with the latest inspection, where that was graded by ${indicator.schemes.map((scheme) => SCHEME_WORDS[scheme]).join(' or ')}.`,
        steps: indicator.steps.map(({ level, points }) => ({ when: level, points })),
      };
    case 'head_post':
      return {
        what: 'Whether the head’s post is vacant, or filled for the time being by the titles in the register. Where no title is given it is not known.',
        steps: indicator.steps.map(({ level, points }) => ({ when: level, points })),
      };
    case 'concern':
    case 'complaint':
    case 'governance':
    case 'safeguarding_review':
    case 'leadership_capacity':
    case 'staffing':
      return {
        what: `${indicator.question} No file tells: the service enters it with the day and the evidence. An entry counts for ${indicator.validMonths} months; “${indicator.clearLevel}” scores nothing, and without an entry it is not known.`,
        steps: indicator.steps.map(({ level, points }) => ({ when: level, points })),
      };
    default:
      return indicator satisfies never;
  }
}

function progressLines({ progress, upperLimitBelow }: MinimumStandard): string {
  const lines = progress.map(({ measure, atLeast }) => `${subject(measure)} under ${atLeast}`);
  const limit = upperLimitBelow === null ? '' : ` with its whole range below ${upperLimitBelow}`;
  return `${lines.join(' or ')}${limit}`;
}

function neighbourhood(decile: number): string {
  if (decile === 0) return '';
  const poorer = decile === 1 ? '' : ' or a poorer one';
  return `, or a neighbourhood in the ${poorestTenth(decile)}${poorer} for children in low-income families`;
}

function phaseWords(groups: readonly PhaseGroup[]): string {
  if (groups.length > 1) return 'All schools';
  return groups[0] === 'primary' ? 'Primary schools' : 'Secondary schools';
}

function newestOf(years: readonly number[]): string {
  return years.map(academicYear).join(', else ');
}

function yearsBetween(years: readonly number[]): string {
  return `${academicYear(Math.min(...years))} to ${academicYear(Math.max(...years))}`;
}

function chanceOf(probability: number): string {
  return percent(probability * 100);
}

function share(fraction: number): string {
  return percent(fraction * 100, Number.isInteger(Math.round(fraction * 1000) / 10) ? 0 : 1);
}
