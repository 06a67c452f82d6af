import { LEAD } from '../../leaders/rules/support-policy.ts';
import type { Decided } from '../../need/rules/decision.ts';
import type { SchoolFacts } from '../../schools/rules/facts.ts';
import { type Leader, type Need } from './sides.ts';

/** Role of a head who meets the published criteria and whom nobody has designated. */
export const PROSPECT_ROLE = 'headteacher';

/** The need for a lead head that a school's category stands for, with nothing more known of it. `days` are those of the period. */
export function leadNeed(school: SchoolFacts, assessment: Decided, days: number): Need {
  return {
    key: `${school.urn}:${LEAD}`,
    school,
    assessment,
    support: LEAD,
    days,
    from: null,
    to: null,
    confidentialKm: null,
    earlierHomes: [],
    laCode: school.laCode,
    partnership: null,
  };
}

/** A head whom published data alone proposes: everything that only a person could tell is not known. */
export function prospectLeader(
  school: SchoolFacts,
  title: string,
  { days, mostSchools }: Pick<Leader, 'days' | 'mostSchools'>,
): Leader {
  return {
    key: `head:${school.urn}`,
    school,
    title,
    role: PROSPECT_ROLE,
    fields: [],
    days,
    mostSchools,
    held: 0,
    furthestMinutes: null,
    from: null,
    to: null,
    released: null,
    interests: [],
    impact: null,
    pencePerDay: null,
    homeRisk: 'none',
    lendingOverride: null,
    organisationId: null,
  };
}
