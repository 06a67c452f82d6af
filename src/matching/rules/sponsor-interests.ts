import { groupBy } from './group-by.ts';
import type { Leader, Need } from './sides.ts';

/**
 * Leaders with the interests that the register tells: in each school of a need that has a sponsor in common with the home school.
 * Sponsors may stand behind several trusts, so being in different ones does not make two schools independent.
 *
 * @param sponsors unique ids of the sponsors of each school, by URN
 */
export function withSponsorInterests(
  leaders: readonly Leader[],
  needs: readonly Need[],
  sponsors: ReadonlyMap<number, readonly number[]>,
): Leader[] {
  const urns = [...new Set(needs.map(({ school }) => school.urn))];
  const sponsored = groupBy(
    urns.flatMap((urn) => (sponsors.get(urn) ?? []).map((sponsor) => ({ urn, sponsor }))),
    ({ sponsor }) => sponsor,
  );
  return leaders.map((leader) => {
    const shared = (sponsors.get(leader.school.urn) ?? []).flatMap((sponsor) => sponsored.get(sponsor) ?? []);
    if (shared.length === 0) return leader;
    const known = [...new Set(shared.map(({ urn }) => urn))].map((urn) => ({
      kind: 'sponsor' as const,
      urn,
      trustUid: null,
    }));
    return { ...leader, interests: [...leader.interests, ...known] };
  });
}
