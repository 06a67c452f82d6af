import { halfDaysInWords } from '../../../calendar/half-days.ts';

/** An entry of the register, with what the order asks. */
export interface LeaderInReach {
  leaderId: string;
  name: string;
  email: string | null;
  home: { urn: number; name: string };
  /** In a straight line between the schools; null where one has no place on the map. */
  km: number | null;
  fields: readonly string[];
  /** Of the supported school's phase. */
  knowsPhase: boolean;
  /** Half days left this term; null: nothing was said. */
  left: number | null;
  /** Interests on record that concern the school, in words. */
  interests: readonly string[];
  /** Schools they help now, and the most they would. */
  helps: number;
  mostSchools: number;
}

export interface RankedLeader extends LeaderInReach {
  reasons: string[];
}

/**
 * Leaders of the register in the order in which they suit a placement: those with the field and the days before those without, then by
 * distance. Nobody is left out but by the caller; what stands against somebody is said.
 *
 * @param field the field that is asked for, or null for a lead head
 * @param halfDays what is planned, or null when it is not known
 */
export function rankLeaders(
  leaders: readonly LeaderInReach[],
  { field, fieldWords, halfDays }: { field: string | null; fieldWords: string; halfDays: number | null },
): RankedLeader[] {
  const scored = leaders.map((leader) => {
    const hasField = field === null || leader.fields.includes(field);
    const hasDays = leader.left !== null && leader.left >= (halfDays ?? 1);
    const isFull = leader.helps >= leader.mostSchools;
    const against =
      Number(!hasField) + Number(!hasDays) + Number(!leader.knowsPhase) + Number(isFull) + 2 * leader.interests.length;
    const reasons = [
      ...(field === null
        ? []
        : [hasField ? `Gives ${fieldWords}.` : `Does not name ${fieldWords} among their fields.`]),
      leader.km === null
        ? 'How far away is not known.'
        : `${leader.km.toFixed(1)} km between the schools in a straight line.`,
      daysReason(leader.left, halfDays),
      ...(leader.knowsPhase ? [] : ['Works in another phase.']),
      ...(isFull ? [`Helps ${leader.helps} of ${leader.mostSchools} schools already.`] : []),
      ...leader.interests.map((words) => `On record: ${words}`),
    ];
    return { leader: { ...leader, reasons }, against };
  });
  return scored
    .toSorted(
      (a, b) =>
        a.against - b.against ||
        (a.leader.km ?? Infinity) - (b.leader.km ?? Infinity) ||
        a.leader.name.localeCompare(b.leader.name),
    )
    .map(({ leader }) => leader);
}

function daysReason(left: number | null, asked: number | null): string {
  if (left === null) return 'Has not said which days they could give this term.';
  if (left <= 0) return 'Has no days left this term.';
  const has = `Has ${halfDaysInWords(left)} left this term`;
  return asked !== null && left < asked ? `${has}, fewer than the ${halfDaysInWords(asked)} planned.` : `${has}.`;
}
