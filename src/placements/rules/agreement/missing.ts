import type { AgreementPolicy } from './agreement-policy.ts';
import { type AgreementContent, type AgreementPart, type Objective, PART_TITLES } from './content.ts';

/** A part of an agreement that is not filled in, with what it lacks in words. */
export interface MissingPart {
  part: AgreementPart;
  words: string;
}

/** What an agreement lacks before it can be signed: one entry for each part and each objective that is not filled in. */
export function missingOf(
  content: AgreementContent,
  { objectives: { least, most } }: Pick<AgreementPolicy, 'objectives'>,
): MissingPart[] {
  const { focus, objectives, time, money, working, ending } = content;
  const missing: MissingPart[] = [];
  const say = (part: AgreementPart, lacks: readonly (readonly [string, boolean])[], about = PART_TITLES[part]) => {
    const names = lacks.filter(([, isLacking]) => isLacking).map(([name]) => name);
    if (names.length > 0)
      missing.push({ part, words: `${about}: ${listed(names)} ${names.length === 1 ? 'is' : 'are'} missing.` });
  };
  say('focus', [
    ['how it improves the school', focus.improvement === ''],
    ['what the head needs of it', focus.need === ''],
  ]);
  if (objectives.length < least)
    missing.push({
      part: 'objectives',
      words: `Objectives: at least ${least} ${least === 1 ? 'is' : 'are'} needed, and there ${objectives.length === 1 ? 'is' : 'are'} ${objectives.length === 0 ? 'none' : objectives.length}.`,
    });
  if (objectives.length > most)
    missing.push({
      part: 'objectives',
      words: `Objectives: there are ${objectives.length}, and at most ${most} are agreed.`,
    });
  for (const [place, objective] of objectives.entries())
    say('objectives', lacksOf(objective), `Objective ${place + 1}`);
  say('time', [
    ['the number of days', time.halfDays === null],
    ['the first day', time.startsOn === null],
    ['the last day', time.endsOn === null],
    ['how often', time.frequency === ''],
  ]);
  say('money', [
    ['the rate', money.ratePence === null],
    ['whether VAT is added', money.vat === null],
    ['who pays', money.payer === null],
    ['the name of the fund', money.payer === 'fund' && money.fund === ''],
    ['the broker’s share', money.brokerage === null],
    ['the backfill of the home school', money.backfill === ''],
  ]);
  say('working', [
    ['access', working.access === ''],
    ['confidentiality', working.confidentiality === ''],
    ['how the responsible body is told', working.bodyTold === ''],
  ]);
  say('ending', [
    ['the way out', ending.exit === ''],
    ['data protection', ending.dataProtection === ''],
  ]);
  return missing;
}

/** What an objective lacks, in the order of its form. */
export function lacksOf(objective: Objective): [string, boolean][] {
  const { aim, measure, baseline, target, due, evidence, owner } = objective;
  return [
    ['the aim', aim === ''],
    ['the measure', measure === ''],
    ['the baseline', baseline === null],
    ['the target', target === ''],
    ['the date', due === null],
    ['the evidence', evidence === ''],
    ['the owner', owner === ''],
  ];
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
