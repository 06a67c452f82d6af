import { halfDaysInWords } from '../../../calendar/half-days.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { type AgreementContent, type AgreementPart, type Baseline, type Objective, PART_TITLES } from './content.ts';
import { brokerageText, PAYER_WORDS, poundsText } from './money-words.ts';

/** A piece of an agreement in words: a part, or one objective, with its facts by name. '' is "not said yet". */
export interface AgreementSection {
  /** Stays the same through versions: "money", "objective 2". */
  key: string;
  part: AgreementPart;
  title: string;
  rows: readonly { name: string; value: string }[];
}

/** An agreement in words, in the order in which it is read: the page, the Word file and the comparison of versions are made of it. */
export function sectionsOf(content: AgreementContent): AgreementSection[] {
  const { focus, objectives, time, money, working, ending } = content;
  return [
    section('focus', [
      ['How it improves the school', focus.improvement],
      ['What the head needs of it', focus.need],
    ]),
    ...objectives.map(objectiveSection),
    section('time', [
      ['Days', time.halfDays === null ? '' : halfDaysInWords(time.halfDays)],
      ['First day', dayOr(time.startsOn)],
      ['Last day', dayOr(time.endsOn)],
      ['How often', time.frequency],
    ]),
    section('money', [
      ['Rate', money.ratePence === null ? '' : `${poundsText(money.ratePence)} a day, half days pro rata`],
      ['VAT', money.vat === null ? '' : money.vat ? 'VAT is added' : 'No VAT is added'],
      [
        'Who pays',
        money.payer === null ? '' : `${PAYER_WORDS[money.payer]}${money.fund === '' ? '' : `: ${money.fund}`}`,
      ],
      ['Broker’s share', money.brokerage === null ? '' : brokerageText(money.brokerage)],
      ['Backfill of the home school', money.backfill],
    ]),
    section('working', [
      ['Access to staff, classes and data', working.access],
      ['Confidentiality', working.confidentiality],
      ['How the responsible body is told', working.bodyTold],
    ]),
    section('ending', [
      ['Way out', ending.exit],
      ['Data protection', ending.dataProtection],
    ]),
  ];
}

function section(part: AgreementPart, rows: readonly (readonly [string, string])[]): AgreementSection {
  return { key: part, part, title: PART_TITLES[part], rows: rows.map(([name, value]) => ({ name, value })) };
}

function objectiveSection(objective: Objective, place: number): AgreementSection {
  const { key, aim, measure, baseline, target, due, evidence, owner } = objective;
  return {
    key: `objective ${key}`,
    part: 'objectives',
    title: `Objective ${place + 1}`,
    rows: [
      { name: 'Aim', value: aim },
      { name: 'Measure', value: measure },
      { name: 'Baseline', value: baseline === null ? '' : baselineText(baseline) },
      { name: 'Target', value: target },
      { name: 'By', value: dayOr(due) },
      { name: 'Evidence', value: evidence },
      { name: 'Owner', value: owner },
    ],
  };
}

/** "62%: reaching the expected standard in reading, 2018 to 2019, published (file 11, line 731)". */
export function baselineText(baseline: Baseline): string {
  if (baseline.kind === 'school')
    return `${baseline.value}, from the school’s own data: ${baseline.source}, ${dayText(baseline.on)}`;
  const { text, value, label, year, source } = baseline;
  const figure = value === null ? `No figure published (${text})` : text;
  return `${figure}: ${label}, ${year} to ${year + 1}, published (file ${source.importId}, line ${source.line})`;
}

function dayOr(day: string | null): string {
  return day === null ? '' : dayText(day);
}
