import type { Interest } from '../../../leaders/rules/interests.ts';
import { KIND_WORDS, type LeaderChange, type NeedChange, type RoundDecision } from './decision.ts';
import type { Names } from './names.ts';

/** What was decided, in a sentence: "Pair locked: Head of Ash Primary with Elm Primary." */
export function decisionSentence(decision: RoundDecision, names: Names): string {
  const about = [
    decision.leaderKey === null ? null : names.leader(decision.leaderKey),
    decision.needKey === null ? null : names.need(decision.needKey),
  ].filter((name) => name !== null);
  const detail = detailOf(decision);
  const what = about.length === 0 ? '' : `: ${about.join(' with ')}`;
  return `${KIND_WORDS[decision.kind]}${what}${detail === '' ? '' : `, ${detail}`}.`;
}

function detailOf(decision: RoundDecision): string {
  switch (decision.kind) {
    case 'set days':
      return `${decision.value.days} days`;
    case 'change need':
      return needChange(decision.value);
    case 'add need':
      return decision.value.need === undefined ? '' : needChange(decision.value.need);
    case 'change leader':
      return leaderChange(decision.value);
    case 'add leader':
      return decision.value.leader === undefined
        ? ''
        : `${decision.value.leader.days} days; ${leaderChange(decision.value.leader)}`;
    default:
      return '';
  }
}

function needChange({ days, from, to, confidentialKm }: NeedChange): string {
  return parts([
    days !== undefined && `${days} days`,
    from != null && `from ${from}`,
    to != null && `to ${to}`,
    confidentialKm != null && `nobody from nearer than ${confidentialKm} km`,
  ]);
}

function leaderChange(change: LeaderChange): string {
  const { mostSchools, fields, furthestMinutes, released, from, to, interests, pencePerDay } = change;
  return parts([
    mostSchools !== undefined && `up to ${mostSchools} at once`,
    fields !== undefined && fields.length > 0 && `fields ${fields.join(', ')}`,
    furthestMinutes != null && `at most ${furthestMinutes} minutes away`,
    released === true && 'released',
    released === false && 'not released',
    from != null && `from ${from}`,
    to != null && `to ${to}`,
    pencePerDay != null && `£${pencePerDay / 100} a day`,
    interests !== undefined && interests.length > 0 && `interests in ${interests.map(interestWords).join(', ')}`,
  ]);
}

function interestWords({ kind, urn, trustUid }: Interest): string {
  return urn === null ? `trust ${trustUid} (${kind})` : `${urn} (${kind})`;
}

function parts(words: readonly (string | false)[]): string {
  return words.filter((word) => word !== false).join(', ');
}
