import { coveredWords } from './changes.ts';
import { minutesWords, rangeWords } from './words.ts';
import type { WhyNot } from './why-not.ts';

/** A "why not" in sentences that both heads could read, the answer first. Who loses whom is `moveWords`. */
export function whyNotWords(answer: WhyNot): string[] {
  const { need, leader, instead } = answer;
  if (answer.is === 'chosen') return [`The plan has this pair: the leader from ${leader.name} helps ${need.name}.`];
  if (answer.is === 'impossible') return [answer.sentence, answer.mend];
  const { cost, pairCost, changes, asPlanned } = answer;
  return [
    costWords(answer),
    instead === null
      ? `Alone, the pair weighs ${minutesWords(pairCost.this)}; leaving the school without a leader weighs ${minutesWords(pairCost.instead)}.`
      : `Alone, the pair weighs ${minutesWords(pairCost.this)}, and the one in the plan, with the leader from ${instead.name}, ${minutesWords(pairCost.instead)}. The rest is what it does to others.`,
    ...(asPlanned < -0.05
      ? [
          `The plan found with this pair is ${minutesWords(-asPlanned)} better than the plan shown, which was not proved best: make the plan again with more time.`,
        ]
      : []),
    coveredWords(changes),
    ...(cost.exact
      ? []
      : ['Not exact: at least one of the two plans is not proved best, so the true figure lies between the two.']),
  ];
}

function costWords({ cost, leader, need }: Extract<WhyNot, { is: 'possible' }>): string {
  const pair = `With the leader from ${leader.name} at ${need.name}`;
  if (cost.exact && cost.least === 0) return `${pair}, the whole plan costs the same: it is as good a choice.`;
  if (cost.exact && cost.least < 0) return `${pair}, the whole plan costs ${minutesWords(-cost.least)} less.`;
  return `${pair}, the whole plan costs ${rangeWords(cost)} more.`;
}
