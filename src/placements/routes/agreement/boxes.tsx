import { dateBoxes } from '../../../web/form-date.ts';
import { figureKey } from '../../queries/agreement/published-figures.ts';
import type { AgreementContent, FormPart, Objective } from '../../rules/agreement/content.ts';

/** What a part of a draft says, as the boxes of its form hold it. */
export function boxesOfPart(
  { focus, time, money, working, ending }: AgreementContent,
  part: FormPart,
): Record<string, string> {
  switch (part) {
    case 'focus':
      return { ...focus };
    case 'working':
      return { ...working };
    case 'ending':
      return { ...ending };
    case 'time':
      return {
        days: time.halfDays === null ? '' : String(time.halfDays / 2),
        frequency: time.frequency,
        ...dateBoxes('starts', time.startsOn),
        ...dateBoxes('ends', time.endsOn),
      };
    case 'money': {
      const { ratePence, vat, payer, fund, brokerage, backfill } = money;
      return {
        rate: ratePence === null ? '' : poundsBox(ratePence),
        vat: vat === null ? '' : vat ? 'yes' : 'no',
        payer: payer ?? '',
        fund,
        brokerage: brokerage?.way ?? '',
        percent: brokerage !== null && 'basisPoints' in brokerage ? String(brokerage.basisPoints / 100) : '',
        flat: brokerage !== null && 'pence' in brokerage ? poundsBox(brokerage.pence) : '',
        backfill,
      };
    }
  }
}

/** What an objective says, as the boxes of its form hold it. */
export function boxesOfObjective({
  aim,
  measure,
  baseline,
  target,
  due,
  evidence,
  owner,
}: Objective): Record<string, string> {
  return {
    aim,
    measure,
    target,
    evidence,
    owner,
    baseline: baseline?.kind ?? '',
    figure: baseline?.kind === 'published' ? figureKey(baseline) : '',
    value: baseline?.kind === 'school' ? baseline.value : '',
    source: baseline?.kind === 'school' ? baseline.source : '',
    ...dateBoxes('taken', baseline?.kind === 'school' ? baseline.on : null),
    ...dateBoxes('due', due),
  };
}

function poundsBox(pence: number): string {
  return `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, '0')}`;
}
