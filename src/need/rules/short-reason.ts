import type { IndicatorResult } from './assessment.ts';
import type { IndicatorCode } from './need-policy.ts';

// What being raised means, for indicators whose policy names no level; and levels that need their object to be understood.
const WITHOUT_LEVEL: Partial<Record<IndicatorCode, string>> = {
  attainment: 'below the minimum',
  trend: 'falling',
};
const LEVELS: Partial<Record<IndicatorCode, Record<string, string>>> = {
  minimum_standard: { certain: 'below', doubtful: 'below, with doubt' },
};

/** A raised indicator in a few words, as a list of schools has room for: "Latest inspection: requires improvement". */
export function shortReason({ code, label, level }: Pick<IndicatorResult, 'code' | 'label' | 'level'>): string {
  const said = level === null ? WITHOUT_LEVEL[code] : (LEVELS[code]?.[level] ?? level);
  return said === undefined ? label : `${label}: ${said}`;
}
