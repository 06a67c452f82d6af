import type { SourceRef } from '../../../schools/rules/facts.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { wordsOf } from '../../../schools/rules/headship/folded.ts';
import { nameOf } from '../../../schools/rules/headship/head-sighting.ts';
import type { Headship } from '../../../schools/rules/headship/headships.ts';

export type SeenAsHead = Pick<Headship, 'person' | 'firstSeen' | 'lastSeen' | 'began' | 'ended' | 'sources'>;

/** Since when the register names the applicant as head of the home school, or why that cannot be told. */
export type InPost =
  | {
      known: true;
      name: string;
      /** ISO days: the headship began after the first, null where no extract bounds it, and by the second. */
      since: { earliest: string | null; latest: string };
      /** The last extract that names them. */
      asAt: string;
      source: SourceRef | null;
    }
  | { known: false; why: string; asAt: string | null; source: SourceRef | null };

/**
 * The running headship of somebody of the applicant's name: every word of the published surname stands in the name of the account, and the
 * first names begin alike. Another name may still be theirs; then it cannot be told, and a person decides.
 */
export function postOf(applicant: string, heads: readonly SeenAsHead[]): InPost {
  const running = heads.filter(({ ended, person }) => ended === null && person !== null);
  const words = wordsOf(applicant);
  const own = running.find(({ person }) => {
    const last = wordsOf(person!.last);
    const [first = ''] = wordsOf(person!.first);
    return (
      last.length > 0 && last.every((word) => words.includes(word)) && (words[0] ?? '').startsWith(first.charAt(0))
    );
  });
  if (own === undefined) {
    const [latest] = running;
    if (latest === undefined)
      return { known: false, why: 'No register that is held names a head of the school.', asAt: null, source: null };
    const why = `The register names ${nameOf(latest.person!)} as head on ${dayText(latest.lastSeen)}, which is not the name of the applicant’s account.`;
    return { known: false, why, asAt: latest.lastSeen, source: latest.sources.at(-1) ?? null };
  }
  const { began } = own;
  const earliest = began === null || began.class === 'unclear' ? null : began.notBefore;
  return {
    known: true,
    name: nameOf(own.person!),
    since: { earliest, latest: began?.notAfter ?? own.firstSeen },
    asAt: own.lastSeen,
    source: own.sources.at(-1) ?? null,
  };
}

/** "Named as head by 30 September 2018 at the latest, and not yet on 31 January 2018; last named on 6 July 2022." */
export function inPostWords({ name, since, asAt }: Extract<InPost, { known: true }>): string {
  const bound = since.earliest === null ? '' : `, and not yet on ${dayText(since.earliest)}`;
  return `The register names ${name} as head by ${dayText(since.latest)} at the latest${bound}; last on ${dayText(asAt)}.`;
}
