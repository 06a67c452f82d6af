import type { Phase, SchoolFacts } from '../../schools/rules/facts.ts';
import { keyStageOf } from '../../schools/rules/key-stage.ts';
import { absenceRise } from './absence-rise.ts';
import type { Assessing } from './assessing.ts';
import type { Assessment, IndicatorResult } from './assessment.ts';
import { attainment } from './attainment.ts';
import { categorise } from './category.ts';
import { coasting } from './coasting.ts';
import { compared } from './compared.ts';
import { contextShare } from './context-share.ts';
import { disadvantage } from './disadvantage.ts';
import { disadvantageGap } from './disadvantage-gap.ts';
import { entered } from './entered.ts';
import { fallingRoll } from './falling-roll.ts';
import { finance } from './finance.ts';
import { headPost } from './head-post.ts';
import { originsOf, tellInherited } from './inherited-sources.ts';
import { inspection, repeatBelowGood } from './inspection.ts';
import { categoryOfConcern, inspectionRead, judgement } from './judgement.ts';
import { minimumStandard } from './minimum-standard.ts';
import type { IndicatorPolicy } from './need-policy.ts';
import { newHead } from './new-head.ts';
import { persistentAbsence } from './persistent-absence.ts';
import { progress } from './progress.ts';
import { progressOverYears } from './progress-over-years.ts';
import { shareOfPupils } from './share-of-pupils.ts';
import { trend } from './trend.ts';

/**
 * One school's need under a policy: every indicator of its phase, the points, the category and why. It depends on nothing
 * but its arguments, so an old assessment can be drawn again from the same facts and policy.
 */
export function assess(school: SchoolFacts, at: Assessing): Assessment {
  const origins = originsOf(school);
  const indicators = indicatorsOf(at.policy.indicators, school)
    .filter((indicator) => concerns(indicator, school, at))
    .map((indicator) => tellInherited(judge(school, indicator, at), origins));
  return {
    urn: school.urn,
    policyId: at.policy.id,
    asAt: at.asAt,
    ...categorise(indicators, at.policy),
    indicators,
    missing: indicators.filter(({ state }) => state === 'missing').map(({ code }) => code),
  };
}

function concerns(indicator: IndicatorPolicy, school: SchoolFacts, at: Assessing): boolean {
  if ('question' in indicator && at.entries === undefined) return false;
  if (('scheme' in indicator || 'schemes' in indicator) && inspectionRead(school, indicator, at.asAt) === null) {
    return false;
  }
  return true;
}

// The same for all schools of a phase, of which there are five.
const ofPhases = new WeakMap<readonly IndicatorPolicy[], Map<Phase, readonly IndicatorPolicy[]>>();

/** The policy's indicators of a school's phase. */
function indicatorsOf(
  all: readonly IndicatorPolicy[],
  { phase, phaseGroup }: Pick<SchoolFacts, 'phase' | 'phaseGroup'>,
): readonly IndicatorPolicy[] {
  const phases = ofPhases.get(all) ?? new Map<Phase, readonly IndicatorPolicy[]>();
  const known = phases.get(phase);
  if (known !== undefined) return known;
  const found = all.filter((indicator) =>
    'keyStage' in indicator ? indicator.keyStage === keyStageOf(phase) : indicator.phaseGroups.includes(phaseGroup),
  );
  ofPhases.set(all, phases.set(phase, found));
  return found;
}

function judge(school: SchoolFacts, indicator: IndicatorPolicy, at: Assessing): IndicatorResult {
  switch (indicator.code) {
    case 'minimum_standard':
      return minimumStandard(school, indicator, at);
    case 'attainment':
      return attainment(school, indicator, at);
    case 'progress':
      return progress(school, indicator, at);
    case 'coasting':
      return coasting(school, indicator, at);
    case 'trend':
      return trend(school, indicator, at);
    case 'inspection':
      return inspection(school, indicator, at);
    case 'repeat_below_good':
      return repeatBelowGood(school, indicator, at);
    case 'persistent_absence':
      return persistentAbsence(school, indicator, at);
    case 'disadvantage':
      return disadvantage(school, indicator, at);
    case 'falling_roll':
      return fallingRoll(school, indicator);
    case 'finance':
      return finance(school, indicator, at);
    case 'new_head':
      return newHead(school, indicator, at);
    case 'pooled_attainment':
    case 'destinations':
      return shareOfPupils(school, indicator, at);
    case 'pooled_progress':
      return progressOverYears(school, indicator, at);
    case 'disadvantage_gap':
      return disadvantageGap(school, indicator, at);
    case 'overall_absence':
    case 'pupil_teacher_ratio':
      return compared(school, indicator, at);
    case 'absence_rise':
      return absenceRise(school, indicator, at);
    case 'inclusion':
      return contextShare(school, indicator, at);
    case 'leadership_judgement':
    case 'education_judgement':
    case 'report_card_leadership':
    case 'report_card_areas':
      return judgement(school, indicator, at);
    case 'category_of_concern':
      return categoryOfConcern(school, indicator, at);
    case 'head_post':
      return headPost(school, indicator, at);
    case 'concern':
    case 'complaint':
    case 'governance':
    case 'safeguarding_review':
    case 'leadership_capacity':
    case 'staffing':
      return entered(school, indicator, at);
    default:
      return indicator satisfies never;
  }
}
