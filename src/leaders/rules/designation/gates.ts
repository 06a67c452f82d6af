import { dayText } from '../../../schools/rules/figure-words.ts';
import type { Application, ReferenceShown, Sitting } from './application.ts';
import { daysAfter } from '../../../opendata/rules/london-time.ts';
import type { DesignationProcess } from './process.ts';
import { openRules, type RuledCheck, standingOf } from './rulings.ts';
import type { ApplicationState } from './states.ts';

interface Before {
  to: ApplicationState;
  application: Pick<Application, 'state' | 'moves'>;
  references: readonly Pick<ReferenceShown, 'name' | 'dueOn' | 'answer'>[];
  checks: readonly RuledCheck[];
  sitting: readonly Pick<Sitting, 'name' | 'declared' | 'scored'>[];
  process: Pick<DesignationProcess, 'appealDays' | 'panelAtLeast'>;
  /** ISO day. */
  today: string;
}

/** Everything that stands before a move and is not done, each in words; empty when it may be made. Who may make it is the table of states. */
export function openBefore({ to, application, references, checks, sitting, process, today }: Before): string[] {
  const { state, moves } = application;
  if (state === 'awaiting reference' && to === 'eligibility check')
    return references
      .filter(({ answer, dueOn }) => answer === null && dueOn >= today)
      .map(({ name, dueOn }) => `The reference of ${name} is asked for by ${dayText(dueOn)}`);
  if (state === 'eligibility check' && to === 'panel')
    return [
      ...openRules(checks).map(({ check }) => `Decide on “${check.label}”`),
      ...checks
        .filter((one) => standingOf(one) === 'not met')
        .map(({ check }) => `“${check.label}” was decided as not met: decide otherwise, or decline the applicant`),
    ];
  if (state === 'eligibility check' && to === 'declined')
    return checks.some((one) => standingOf(one) === 'not met') ? [] : ['No rule was decided as not met'];
  if (state === 'panel' && (to === 'designated' || to === 'deferred' || to === 'declined'))
    return openOnPanel(sitting, process.panelAtLeast);
  if (to === 'appeal') {
    const declined = moves.at(-1);
    const until = declined === undefined ? null : daysAfter(declined.at.slice(0, 10), process.appealDays);
    if (moves.some((move) => move.to === 'appeal')) return ['An appeal was heard already'];
    if (until !== null && until < today) return [`An appeal could be made until ${dayText(until)}`];
  }
  return [];
}

function openOnPanel(sitting: Before['sitting'], atLeast: number): string[] {
  const without = sitting.filter(({ declared }) => declared !== 'interest');
  const waiting = without.filter(({ scored }) => !scored).map(({ name }) => `${name} has not scored`);
  const few =
    without.length < atLeast
      ? [`The panel needs ${atLeast} members without an interest; it has ${without.length}`]
      : [];
  return [...few, ...waiting];
}
