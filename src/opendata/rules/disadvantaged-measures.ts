const COUNT = { unit: 'count', better: 'neither', decimals: 0 } as const;
const SHARE = { unit: 'percent', better: 'higher', decimals: 0 } as const;

/**
 * A school's figures of its disadvantaged pupils and of its other pupils, as published beside those of all its pupils. Part
 * of MEASURES. Those of trusts and areas stand under the measures of all pupils, told apart by `pupils`. Disadvantaged pupils
 * are those eligible for free school meals in the last six years, looked after or adopted from care. Source: the Department's
 * metadata of the performance tables.
 */
export const DISADVANTAGED_MEASURES = {
  ks2_pupils_disadvantaged: { id: 130, label: 'Disadvantaged pupils at the end of key stage 2', ...COUNT },
  ks2_pupils_other: { id: 131, label: 'Other pupils at the end of key stage 2', ...COUNT },
  ks2_rwm_expected_disadvantaged: {
    id: 132,
    label: 'Disadvantaged pupils reaching the expected standard in reading, writing and maths',
    ...SHARE,
  },
  ks2_rwm_expected_other: {
    id: 133,
    label: 'Other pupils reaching the expected standard in reading, writing and maths',
    ...SHARE,
  },
  ks4_pupils_disadvantaged: { id: 134, label: 'Disadvantaged pupils at the end of key stage 4', ...COUNT },
  ks4_pupils_other: { id: 135, label: 'Other pupils at the end of key stage 4', ...COUNT },
  ks4_attainment8_disadvantaged: {
    id: 136,
    label: 'Attainment 8 of disadvantaged pupils',
    unit: 'score',
    better: 'higher',
    decimals: 1,
  },
  ks4_attainment8_other: {
    id: 137,
    label: 'Attainment 8 of other pupils',
    unit: 'score',
    better: 'higher',
    decimals: 1,
  },
  ks4_progress8_disadvantaged: {
    id: 138,
    label: 'Progress 8 of disadvantaged pupils',
    unit: 'score',
    better: 'higher',
    decimals: 2,
  },
  ks4_leavers_disadvantaged: { id: 139, label: 'Disadvantaged pupils who finished key stage 4', ...COUNT },
  ks4_leavers_other: { id: 140, label: 'Other pupils who finished key stage 4', ...COUNT },
  ks4_stayed_disadvantaged: {
    id: 141,
    label: 'Disadvantaged pupils staying in education or work for two terms after key stage 4',
    ...SHARE,
  },
  ks4_stayed_other: {
    id: 142,
    label: 'Other pupils staying in education or work for two terms after key stage 4',
    ...SHARE,
  },
} as const;
