import { moveWords } from '../matching/rules/explain/changes.ts';
import type { Ground } from '../matching/rules/explain/ground.ts';
import { type KindName, kindName } from '../matching/rules/explain/kind-words.ts';
import type { OthersOfNeed } from '../matching/rules/explain/others.ts';
import { nextWords, partWords } from '../matching/rules/explain/pair-words.ts';
import type { PairExplained } from '../matching/rules/explain/pairs.ts';
import type { Range } from '../matching/rules/explain/range.ts';
import { askedWords, waysWords, wayWords } from '../matching/rules/explain/ways-words.ts';
import type { WaysToCover } from '../matching/rules/explain/ways.ts';
import { effectWords, weightsWords } from '../matching/rules/explain/weights-words.ts';
import type { WeightsEffect } from '../matching/rules/explain/weights-effect.ts';
import type { WhyNot } from '../matching/rules/explain/why-not.ts';
import { whyNotWords } from '../matching/rules/explain/why-not-words.ts';
import { othersWords } from '../matching/rules/explain/others-words.ts';
import { minutesWords } from '../matching/rules/explain/words.ts';
import { kindWords, timesWords, worthWords } from '../matching/rules/explain/worth-words.ts';
import type { Worth } from '../matching/rules/explain/worth.ts';
import type { Explained } from './explain.ts';
import { styled } from './style.ts';
import { paragraph, textTable } from './table.ts';

interface Told {
  area: { name: string };
  findings: { sentence: string; mend: string }[];
  explained: Explained[];
}

type Style = (text: string) => string;

/** So many lines of a long table are for people; the rest is in the answer as JSON. */
const MOST_TOLD = 15;

/** Answers about a plan for people, at most 100 columns wide. */
export function explainText(
  { area, findings, explained }: Told,
  ground: Ground,
  { colour }: { colour: boolean },
): string {
  const bold = styled(colour);
  const nameOf = kindName(ground.problem.policy.support);
  const { provedOptimal } = ground.solution;
  const proof = provedOptimal
    ? 'The plan is proved best, so costs said to be exact are.'
    : 'The plan is not proved best, so costs are said as a range.';
  return [
    bold(`${area.name}: the plan explained`),
    paragraph(`Costs are in minutes of one-way travel, or what weighs as much. ${proof}`),
    ...findings.map(({ sentence, mend }) => paragraph(`${sentence} ${mend}`)),
    ...(explained.length === 0 ? ['Every school in the plan has a leader.'] : []),
    ...explained.map((one) => textOf(one, bold, nameOf)),
  ].join('\n\n');
}

function textOf(one: Explained, bold: Style, nameOf: KindName): string {
  switch (one.about) {
    case 'pairs':
      return one.answer.map((pair) => pairText(pair, bold)).join('\n\n');
    case 'others':
      return othersText(one.answer, bold);
    case 'why-not':
      return whyNotText(one.answer, bold);
    case 'ways':
      return waysText(one.answer, bold, nameOf);
    case 'worth':
      return worthText(one.answer, bold, nameOf);
    case 'weights':
      return weightsText(one.answer, bold);
  }
}

const lines = (sentences: readonly string[], indent = ''): string[] => sentences.map((text) => paragraph(text, indent));

function whyNotText(told: WhyNot, bold: Style): string {
  return [
    bold(`Why not the leader from ${told.leader.name} for ${told.need.name}?`),
    ...lines(whyNotWords(told)),
    ...lines(told.is === 'possible' ? told.changes.moves.map(moveWords) : []),
  ].join('\n');
}

function pairText(pair: PairExplained, bold: Style): string {
  const { need, leader, cost, parts } = pair;
  return [
    paragraph(bold(`${need.name} with the leader from ${leader.name}: ${minutesWords(cost)}`)),
    ...lines(parts.filter(({ minutes }) => minutes > 0).map(partWords), '  '),
    ...lines([nextWords(pair)], '  '),
  ].join('\n');
}

function othersText({ need, chosen, possible, nobody, ruledOut, forOthers }: OthersOfNeed, bold: Style): string {
  const beside = chosen === null ? 'nobody in the plan' : `in the plan: the leader from ${chosen.name}`;
  const table = textTable(
    [
      { heading: 'Leader from', value: (row) => `${row.leader.name} (${row.leader.urn})`, fills: true },
      { heading: 'Km', value: (row) => row.km.toFixed(1), align: 'right' },
      { heading: 'At least', value: (row) => row.cost.least.toFixed(1), align: 'right' },
      { heading: 'At most', value: (row) => row.cost.most?.toFixed(1) ?? 'not known', align: 'right' },
    ],
    possible.slice(0, MOST_TOLD),
  );
  const more = possible.length - MOST_TOLD;
  return [
    bold(`${need.name} (${need.urn}), ${beside}`),
    'What the whole plan would cost more with each other leader, in minutes:',
    table,
    ...(more > 0 ? [`and ${more} more.`] : []),
    ...(nobody === null ? [] : [paragraph(`With nobody: ${columns(nobody)}.`)]),
    ...(forOthers === 0 ? [] : lines([othersWords(forOthers)])),
    ...(ruledOut.length === 0 ? [] : ['', bold('Within reach and ruled out')]),
    ...lines(
      ruledOut
        .slice(0, MOST_TOLD)
        .map(({ leader, sentence, mend }) => `${leader.name} (${leader.urn}): ${sentence} ${mend}`),
    ),
  ].join('\n');
}

const columns = ({ least, most }: Range): string =>
  `at least ${least.toFixed(1)}, at most ${most?.toFixed(1) ?? 'not known'}`;

function waysText(told: WaysToCover, bold: Style, nameOf: KindName): string {
  return [
    bold(`How ${told.need.name} (${told.need.urn}) could have a leader`),
    paragraph(waysWords(told, nameOf)),
    ...told.ways.flatMap((way, k) => [
      paragraph(`${k + 1}. ${askedWords(way.asked, nameOf)}`),
      ...lines(wayWords(way, told), '   '),
    ]),
    ...told.failed.map((asked) => paragraph(`Tested, and it does not do: ${askedWords(asked, nameOf)}.`)),
  ].join('\n');
}

function worthText(told: Worth, bold: Style, nameOf: KindName): string {
  return [
    bold('What more would be worth'),
    paragraph(worthWords(told, nameOf)),
    ...told.kinds.flatMap((kind) => ['', bold(`${nameOf(kind.kind)}s`), ...lines(kindWords(kind, nameOf))]),
    '',
    bold('Time of leaders who have none left'),
    ...lines(timesWords(told.time).slice(0, MOST_TOLD)),
  ].join('\n');
}

function weightsText(told: WeightsEffect, bold: Style): string {
  return [
    bold('What each weight does'),
    ...lines(weightsWords(told)),
    ...lines(told.effects.map((effect) => effectWords(effect, told.now))),
  ].join('\n');
}
