import type { IndicatorCode } from './need-policy.ts';

/** What an indicator is about, in the order in which people read them. */
export const INDICATOR_GROUPS = [
  'standards',
  'gaps',
  'inclusion',
  'attendance',
  'leadership',
  'governance',
  'people',
  'finance',
  'roll',
  'concerns',
] as const;

export type IndicatorGroup = (typeof INDICATOR_GROUPS)[number];

const GROUP_OF: Readonly<Record<IndicatorCode, IndicatorGroup>> = {
  minimum_standard: 'standards',
  attainment: 'standards',
  pooled_attainment: 'standards',
  progress: 'standards',
  pooled_progress: 'standards',
  coasting: 'standards',
  trend: 'standards',
  destinations: 'standards',
  inspection: 'standards',
  repeat_below_good: 'standards',
  education_judgement: 'standards',
  report_card_areas: 'standards',
  disadvantage_gap: 'gaps',
  disadvantage: 'inclusion',
  inclusion: 'inclusion',
  persistent_absence: 'attendance',
  overall_absence: 'attendance',
  absence_rise: 'attendance',
  leadership_judgement: 'leadership',
  report_card_leadership: 'leadership',
  new_head: 'leadership',
  head_post: 'leadership',
  leadership_capacity: 'leadership',
  governance: 'governance',
  pupil_teacher_ratio: 'people',
  staffing: 'people',
  finance: 'finance',
  falling_roll: 'roll',
  category_of_concern: 'concerns',
  safeguarding_review: 'concerns',
  concern: 'concerns',
  complaint: 'concerns',
};

/** The heading of a group on a page. */
export const GROUP_TITLES: Readonly<Record<IndicatorGroup, string>> = {
  standards: 'Standards',
  gaps: 'Gaps between pupils',
  inclusion: 'Whom the school serves',
  attendance: 'Attendance',
  leadership: 'Leadership',
  governance: 'Governance',
  people: 'People',
  finance: 'Finance',
  roll: 'Pupils on roll',
  concerns: 'Concerns',
};

/** What an indicator is about. */
export function groupOf(code: IndicatorCode): IndicatorGroup {
  return GROUP_OF[code];
}

/** Things of indicators in their groups, in the order of the groups and within each in the order given; groups without any are left out. */
export function grouped<T extends { code: IndicatorCode }>(
  items: readonly T[],
): { group: IndicatorGroup; items: T[] }[] {
  return INDICATOR_GROUPS.flatMap((group) => {
    const own = items.filter(({ code }) => groupOf(code) === group);
    return own.length === 0 ? [] : [{ group, items: own }];
  });
}
