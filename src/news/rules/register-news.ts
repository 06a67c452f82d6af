import { dayText } from '../../schools/rules/figure-words.ts';
import { NO_LONGER_LISTED, type RegisterChange } from '../../schools/rules/register-change.ts';
import type { DrawnNews, NewsDetail, NewsKind } from './news-item.ts';
import type { NewsPolicy } from './news-policy.ts';
import { isTooLong, monthsBefore } from './when-words.ts';

interface Told {
  kind: NewsKind;
  headline: string;
  sentences?: string[];
}

/**
 * The news of a change in the register or a list of members; null for what only looks like one: a school that is new to the
 * list and opened long before, a name spelt with other capitals, the half of a move between trusts that the other half tells.
 */
export function registerNews(change: RegisterChange, policy: NewsPolicy): DrawnNews | null {
  const told = wordsOf(change, policy);
  if (told === null || (change.on === null && isTooLong(change, policy))) return null;
  const { urn, laCode, schoolName, before, after, on, notBefore, notAfter, source } = change;
  const detail: NewsDetail = { likely: false, before, after, sentences: told.sentences ?? [] };
  return {
    school: { urn, name: schoolName, laCode },
    kind: told.kind,
    occasion: [on ?? notAfter, ...(told.kind === 'trust' ? [before ?? '', after ?? ''] : [])].join(' '),
    happenedOn: on,
    notBefore: on === null ? notBefore : null,
    notAfter: on === null ? notAfter : null,
    headline: told.headline,
    detail,
    source,
  };
}

function wordsOf(change: RegisterChange, policy: NewsPolicy): Told | null {
  const { kind, before, after } = change;
  switch (kind) {
    case 'opened':
      return opened(change, policy);
    case 'closed':
      return closed(change, policy);
    case 'joined trust':
      if (after === null) return null;
      return { kind: 'trust', headline: before === null ? `Joined ${after}` : `Moved from ${before} to ${after}` };
    case 'left trust':
      // A move is told once, by its joining.
      return before === null || after !== null ? null : { kind: 'trust', headline: `Left ${before}` };
    case 'renamed':
      return before === null || after === null || sameWords(before, after)
        ? null
        : { kind: 'renamed', headline: `Has a new name: ${after}, before ${before}` };
    case 'type changed':
      return before === null || after === null || sameWords(before, after)
        ? null
        : { kind: 'type', headline: `Is now of the type ${after}, before ${before}` };
    case 'authority changed':
      return before === null || after === null
        ? null
        : { kind: 'authority', headline: `Is now in ${after}, before in ${before}` };
  }
}

function opened({ schoolName, before, after, on, notAfter }: RegisterChange, policy: NewsPolicy): Told | null {
  // Without its day nobody can say that a school is new, and not only new to the list.
  if (on === null || on < monthsBefore(notAfter, policy.openings.withinMonths)) return null;
  const what = on > notAfter ? `Is to open on ${dayText(on)}` : 'Opened';
  const type = after === null ? '' : `: ${after}`;
  const from = before !== null && sameWords(before, schoolName) ? 'the school of the same name' : before;
  return { kind: 'opening', headline: `${what}${type}${from === null ? '' : `, in place of ${from}`}` };
}

function closed({ after, on, notAfter }: RegisterChange, policy: NewsPolicy): Told | null {
  if (on === null) {
    const gone = after === NO_LONGER_LISTED;
    return { kind: 'closure', headline: gone ? 'No longer listed in the register of open schools' : 'Closed' };
  }
  if (on < monthsBefore(notAfter, policy.openings.withinMonths)) return null;
  return { kind: 'closure', headline: on > notAfter ? `Is to close on ${dayText(on)}` : 'Closed' };
}

/** Alike but for capitals, punctuation and spaces: another register's way of writing. */
function sameWords(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replaceAll(/[^a-z0-9]/g, '');
}
