import type { AreaPlan } from '../matching/rules/area-plan.ts';
import { paragraph, textTable } from './table.ts';

/** A plan for people, at most 100 columns wide. */
export function planText(plan: AreaPlan, { colour }: { colour: boolean }): string {
  const bold = (text: string) => (colour ? `\x1b[1m${text}\x1b[22m` : text);
  const heading = `${plan.area.name}: who should work alongside whom (published data as at ${plan.asAt})`;
  return [bold(heading), needText(plan, bold), pairsText(plan, bold), uncoveredText(plan, bold), proofText(plan, bold)]
    .filter((part) => part !== '')
    .join('\n\n');
}

type Style = (text: string) => string;

function needText({ inNeed }: AreaPlan, bold: Style): string {
  if (inNeed.length === 0) return 'No school is in a category that calls for a leader.';
  const table = textTable(
    [
      { heading: 'Cat', value: (row) => row.category },
      { heading: 'School', value: (row) => `${row.name} (${row.urn})`, fills: true },
      { heading: 'Days', value: (row) => String(row.days), align: 'right' },
      { heading: 'Points', value: (row) => String(row.points), align: 'right' },
    ],
    inNeed,
  );
  return `${bold(`Schools that need help first (${inNeed.length})`)}\n${table}`;
}

function pairsText({ assignments, inNeed }: AreaPlan, bold: Style): string {
  if (inNeed.length === 0) return '';
  const title = bold(`The plan: ${assignments.length} of ${inNeed.length} schools with a head alongside`);
  const whyInNeed = new Map(inNeed.map(({ urn, reasons }) => [urn, reasons[0]]));
  const pairs = assignments.map((pair) => {
    const why = whyInNeed.get(pair.schoolUrn);
    return [
      paragraph(`${pair.schoolName} (${pair.schoolUrn}), ${pair.days} days a year, with`),
      paragraph(`${pair.leaderTitle} (${pair.leaderSchoolUrn}).`, '  '),
      ...(why === undefined ? [] : [paragraph(`Need: ${why}`, '    ')]),
      ...pair.reasons.map((reason) => paragraph(reason, '    ')),
    ].join('\n');
  });
  return [title, ...pairs].join('\n');
}

function uncoveredText({ uncovered }: AreaPlan, bold: Style): string {
  if (uncovered.length === 0) return '';
  const title = bold(`Without a leader in this plan (${uncovered.length})`);
  const lines = uncovered.map(({ name, urn, category, why }) =>
    [paragraph(`${category}  ${name} (${urn})`), paragraph(why, '   ')].join('\n'),
  );
  return [title, ...lines].join('\n');
}

function proofText(plan: AreaPlan, bold: Style): string {
  if (plan.inNeed.length === 0) return '';
  const { objective, bound, gap, provedOptimal, seconds, byHand, assignments, leaders, leaderDays } = plan;
  const proof = provedOptimal
    ? 'Proved optimal: no other plan under this policy costs less.'
    : `Not proved optimal: a better plan could cost at most ${(gap * 100).toFixed(2)}% less.`;
  const parts = plan.parts.filter(({ minutes }) => minutes !== 0);
  const lines = [
    `Cost ${number(objective)}, lower bound ${number(bound)}, gap ${(gap * 100).toFixed(2)}%, found in ${seconds.toFixed(1)} s. ${proof}`,
    `Cost is in minutes of one-way travel: ${parts.map(({ label, minutes }) => `${lowerFirst(label)} ${number(minutes)}`).join(', ')}.`,
    `By hand (most pressing school first, each its cheapest free leader): cost ${number(byHand.objective)}, ${byHand.covered} schools against ${assignments.length}.`,
    `${leaders} heads within reach meet the published criteria and could give ${number(leaderDays)} days a year. None of them is designated or has been asked: a person decides, and each placement is negotiated.`,
    plan.resultsNote,
  ];
  return [bold('Proof and limits'), ...lines.map((line) => paragraph(line))].join('\n');
}

function number(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
