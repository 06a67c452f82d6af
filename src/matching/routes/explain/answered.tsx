import type { Context } from 'hono';
import type { VNode } from 'preact';
import type { AreaGeometry } from '../../../web/charts/geometry.ts';
import type { PlanQuestion } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import type { ExplainedPlan } from '../../pages/explain/explained-page.tsx';
import { PAIRS_TITLE, PairsPage } from '../../pages/explain/pairs.tsx';
import { LeftPage, WaysPage } from '../../pages/explain/ways.tsx';
import { WEIGHTS_TITLE, WeightsPage } from '../../pages/explain/weights.tsx';
import { ChooseNeedPage, OthersPage, WHY_NOT_TITLE, WhyNotPage } from '../../pages/explain/why-not.tsx';
import { WorkingPage } from '../../pages/explain/working.tsx';
import { WORTH_TITLE, WorthPage } from '../../pages/explain/worth.tsx';
import { toldOf } from '../../queries/explain/told.ts';
import { type Ground, namedNeed } from '../../rules/explain/ground.ts';
import { kindName } from '../../rules/explain/kind-words.ts';
import type { Answers, Question } from '../../rules/explain/question.ts';
import type { Leader, Need } from '../../rules/sides.ts';
import { whyUncovered } from '../../rules/uncovered.ts';

/** A plan that questions are asked of, and who reads the answers. */
export interface Asked {
  ground: Ground;
  of: ExplainedPlan;
  /** Those who may be given the answers: nobody else is. */
  readers: string;
  /** Outline of the area that the plan is of; null where there is not one. */
  boundary: AreaGeometry | null;
}

type Page = Promise<Response>;

/** Answers each question with its page; the query says of whom: `school` and `leader` by URN, or `need` and `leader` by key. */
export const answerOf: Readonly<Record<PlanQuestion, (c: Context, asked: Asked) => Page>> = {
  why: (c, asked) =>
    told(c, asked, { about: 'pairs' }, [PAIRS_TITLE, 'why'], (pairs) => <PairsPage of={asked.of} pairs={pairs} />),
  'why-not': whyNotOf,
  ways: waysOf,
  worth: (c, asked) =>
    told(c, asked, { about: 'worth' }, [WORTH_TITLE, 'worth'], (answer) => (
      <WorthPage of={asked.of} told={answer} nameOf={nameOf(asked)} boundary={asked.boundary} />
    )),
  weights: (c, asked) =>
    told(c, asked, { about: 'weights' }, [WEIGHTS_TITLE, 'weights'], (answer) => (
      <WeightsPage of={asked.of} told={answer} />
    )),
};

async function whyNotOf(c: Context, asked: Asked): Page {
  const { ground, of } = asked;
  const [need, leader] = [c.req.query('need') ?? c.req.query('school'), c.req.query('leader')];
  const choose = async (problem?: string): Page =>
    page(
      c,
      <ChooseNeedPage of={of} needs={ground.problem.needs.map(namedNeed)} problem={problem} />,
      problem === undefined ? 200 : 400,
    );
  if (need === undefined) return choose();
  const found = sideNamed(ground.problem.needs, need);
  if (found === undefined) return choose('Choose a school of this plan');
  const others = (problem?: string): Page =>
    told(
      c,
      asked,
      { about: 'others', need: found.key },
      [WHY_NOT_TITLE, 'why-not'],
      (answer) => <OthersPage of={of} others={answer} problem={problem} />,
      problem === undefined ? 200 : 400,
    );
  if (leader === undefined) return others();
  const who = sideNamed<Leader>([...ground.problem.leaders, ...ground.spare], leader);
  if (who === undefined)
    return others('That leader is not among those whom this plan weighs: choose one of those who are');
  const question: Extract<Question, { about: 'why-not' }> = { about: 'why-not', need: found.key, leader: who.key };
  return told(c, asked, question, [WHY_NOT_TITLE, 'why-not'], (answer) => <WhyNotPage of={of} answer={answer} />);
}

async function waysOf(c: Context, asked: Asked): Page {
  const { ground, of } = asked;
  const { problem, solution } = ground;
  const need = sideNamed<Need>(problem.needs, c.req.query('need') ?? c.req.query('school') ?? '');
  if (need === undefined) {
    const left = problem.needs.flatMap((one, k) =>
      (solution.assignment[k] ?? null) === null
        ? [{ ...namedNeed(one), weight: problem.instance.penalty[k]!, why: whyUncovered(k, problem, solution) }]
        : [],
    );
    return page(c, <LeftPage of={of} left={left} />);
  }
  return told(
    c,
    asked,
    { about: 'ways', need: need.key },
    [`How ${need.school.name} could have a leader`, 'ways'],
    (answer) => <WaysPage of={of} told={answer} nameOf={nameOf(asked)} />,
  );
}

async function told<A extends Question['about']>(
  c: Context,
  { ground, of, readers }: Asked,
  question: Extract<Question, { about: A }>,
  [title, here]: readonly [string, PlanQuestion],
  show: (answer: Answers[A]) => VNode,
  status: 200 | 400 = 200,
): Page {
  const state = await toldOf(ground, question, readers);
  if (state.is === 'done') return page(c, show(state.answer), status);
  const { pathname, search } = new URL(c.req.url);
  return page(
    c,
    <WorkingPage of={of} title={title} here={here} progress={state.progress} again={pathname + search} />,
    202,
  );
}

/** A need or a leader by its key or, where only one is from there, by the URN of its school. */
function sideNamed<T extends Need | Leader>(sides: readonly T[], text: string): T | undefined {
  return sides.find(({ key }) => key === text) ?? sides.find(({ school }) => String(school.urn) === text);
}

const nameOf = ({ ground }: Asked) => kindName(ground.problem.policy.support);
