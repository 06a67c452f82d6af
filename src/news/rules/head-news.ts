import { dayText } from '../../schools/rules/figure-words.ts';
import type { SourceRef } from '../../schools/rules/facts.ts';
import type { ChangeClass } from '../../schools/rules/headship/compare-people.ts';
import type { FirstHeadship } from '../../schools/rules/headship/first-headship.ts';
import { listed } from '../../need/rules/wording.ts';
import type { DrawnNews, NewsSchool } from './news-item.ts';
import type { NewsPolicy } from './news-policy.ts';
import { isTooLong } from './when-words.ts';

/** A change of head between two extracts, as the headships of schools tell it. */
export interface HeadChange {
  notBefore: string;
  notAfter: string;
  class: Exclude<ChangeClass, 'same'>;
  reason: string;
  left: readonly string[];
  came: readonly string[];
  first: FirstHeadship | null;
  inheritedFrom: number | null;
  sources: readonly SourceRef[];
}

/** The news of a change of head; null where the policy does not tell changes of its class. */
export function headNews(school: NewsSchool, change: HeadChange, policy: NewsPolicy): DrawnNews | null {
  const { class: sure, left, came, notBefore, notAfter, inheritedFrom } = change;
  const [before, after] = change.sources;
  if (before === undefined || after === undefined || sure === 'unclear') return null;
  if (!policy.heads.classes.includes(sure) || isTooLong(change, policy)) return null;
  return {
    school,
    kind: 'head',
    occasion: notAfter,
    happenedOn: null,
    notBefore,
    notAfter,
    headline: headlineOf(sure === 'likely', left, came),
    detail: {
      likely: sure === 'likely',
      before: left.length === 0 ? null : listed(left),
      after: came.length === 0 ? null : listed(came),
      sentences: [
        ...(sure === 'likely' ? [`Likely, not certain. ${change.reason}`] : []),
        ...firstWords(change.first),
        ...(inheritedFrom === null ? [] : [`The earlier name is of the school before it, URN ${inheritedFrom}.`]),
      ],
    },
    source: after,
    sightings: {
      before: { urn: inheritedFrom ?? school.urn, importId: before.importId },
      after: { urn: school.urn, importId: after.importId },
    },
  };
}

function headlineOf(likely: boolean, left: readonly string[], came: readonly string[]): string {
  if (came.length === 0) {
    const gone = `${listed(left)} ${left.length === 1 ? 'is' : 'are'} no longer named as head`;
    return likely ? `Likely a change of head: ${gone}` : gone;
  }
  const heads = came.length === 1 ? 'head' : 'heads';
  const what = likely ? `Likely ${came.length === 1 ? 'a new' : 'new'} ${heads}` : `New ${heads}`;
  return `${what}: ${listed(came)}${left.length === 0 ? '' : `, after ${listed(left)}`}`;
}

function firstWords(first: FirstHeadship | null): string[] {
  if (first === null) return [];
  // The reason names its day as the register writes it.
  const reason = first.reason.replaceAll(/\d{4}-\d{2}-\d{2}/g, (day) => dayText(day));
  if (first.answer === 'not seen before') return [`May be a first headship: ${lowerFirst(reason)}`];
  if (first.answer === 'seen before')
    return [`Not a first headship, if the name is of one person: ${lowerFirst(reason)}`];
  return [`Whether it is a first headship is not clear. ${reason}`];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
