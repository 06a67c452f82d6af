import type { ExplainedPlan } from './explained-page.tsx';
import { ExplainedPage } from './explained-page.tsx';
import type { PlanQuestion } from '../../../web/paths.ts';

interface WorkingPageProps {
  of: ExplainedPlan;
  title: string;
  here: PlanQuestion;
  /** How many steps are done, of how many; null while others' questions come first. */
  progress: { done: number; of: number } | null;
  /** This page. */
  again: string;
}

/** An answer that takes longer than a moment: how far it is, and the way back to it. */
export function WorkingPage({ of, title, here, progress, again }: WorkingPageProps) {
  return (
    <ExplainedPage of={of} title={title} here={here}>
      <p class="app-lede" role="status">
        {progress === null
          ? 'Your question waits for others that were asked before.'
          : `This is being worked out: step ${progress.done + 1} of ${progress.of}.`}
      </p>
      <p class="govuk-body">
        You can leave this page: the answer is kept.{' '}
        <a class="govuk-link" href={again}>
          See whether it is ready
        </a>
      </p>
    </ExplainedPage>
  );
}
