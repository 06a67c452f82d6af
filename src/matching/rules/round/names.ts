import type { SupportPolicy } from '../../../leaders/rules/support-policy.ts';
import type { Leader, Need } from '../sides.ts';
import { supportWords } from '../support-policy.ts';

/** A leader in a list: a head whom published data alone proposes by the school, whoever was added by hand by their own name. */
export function leaderName({ key, title, school }: Pick<Leader, 'key' | 'title' | 'school'>): string {
  return key.startsWith('head:') ? `Head of ${school.name}` : `${title}, ${school.name}`;
}

/** A need in a list: the school, and what it needs where that is not a lead head. */
function needName(
  { school, support }: Pick<Need, 'support'> & { school: { name: string } },
  policy: SupportPolicy,
): string {
  return support === 'lead' ? school.name : `${school.name}: ${supportWords(policy, support)}`;
}

/** The names of a round's needs and leaders by key; a key that nothing is known of stands for itself. */
export interface Names {
  leader(key: string): string;
  need(key: string): string;
}

export function namesOf(
  { needs, leaders }: { needs: readonly Need[]; leaders: readonly Leader[] },
  policy: SupportPolicy,
): Names {
  const [needAt, leaderAt] = [
    new Map(needs.map((need) => [need.key, need])),
    new Map(leaders.map((leader) => [leader.key, leader])),
  ];
  return {
    leader: (key) => {
      const found = leaderAt.get(key);
      return found === undefined ? key : leaderName(found);
    },
    need: (key) => {
      const found = needAt.get(key);
      return found === undefined ? key : needName(found, policy);
    },
  };
}
