const SCORE = { unit: 'score', better: 'higher', decimals: 1 } as const;

/** The 95% limits of progress in key stage 2. Part of MEASURES. */
export const PROGRESS_LIMIT_MEASURES = {
  ks2_reading_progress_lower: { id: 12, label: 'Reading progress, lower 95% limit', ...SCORE },
  ks2_reading_progress_upper: { id: 13, label: 'Reading progress, upper 95% limit', ...SCORE },
  ks2_writing_progress_lower: { id: 14, label: 'Writing progress, lower 95% limit', ...SCORE },
  ks2_writing_progress_upper: { id: 15, label: 'Writing progress, upper 95% limit', ...SCORE },
  ks2_maths_progress_lower: { id: 16, label: 'Maths progress, lower 95% limit', ...SCORE },
  ks2_maths_progress_upper: { id: 17, label: 'Maths progress, upper 95% limit', ...SCORE },
} as const;
