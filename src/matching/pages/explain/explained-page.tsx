import type { ComponentChildren } from 'preact';
import type { BreadcrumbItem } from '../../../govuk/breadcrumbs.tsx';
import type { ErrorSummaryItem } from '../../../govuk/error-summary.tsx';
import { InsetText } from '../../../govuk/inset-text.tsx';
import { Page } from '../../../web/layout.tsx';
import type { PlanQuestion } from '../../../web/paths.ts';
import type { Named } from '../../rules/explain/ground.ts';

/** Which plan is explained, and where its pages are: the same pages serve the plan of an area and a proposal of a round. */
export interface ExplainedPlan {
  /** "Luton". */
  name: string;
  /** From the home page to the plan itself. */
  breadcrumbs: readonly BreadcrumbItem[];
  provedOptimal: boolean;
  /** What leaves the plan empty or smaller than hoped. */
  findings: readonly { sentence: string; mend: string }[];
  /** What addresses name a need by: the URN of its school, or its key where a school may have several. */
  asks: 'school' | 'need';
  href: (part: PlanQuestion, about?: { need?: Named; leader?: Named }) => string;
}

interface ExplainedPageProps {
  of: ExplainedPlan;
  title: string;
  here: PlanQuestion;
  errors?: readonly ErrorSummaryItem[];
  children?: ComponentChildren;
}

const QUESTIONS: readonly [PlanQuestion, string][] = [
  ['why', 'Why each pair'],
  ['why-not', 'Why not another'],
  ['ways', 'How to cover who is left'],
  ['worth', 'What more would be worth'],
  ['weights', 'What each weight does'],
];

/** Around each page that explains a plan: what costs are, how sure, and the way to the other questions. */
export function ExplainedPage({ of, title, here, errors, children }: ExplainedPageProps) {
  return (
    <Page
      title={`${title}: ${of.name}`}
      heading={title}
      caption={of.name}
      wide
      breadcrumbs={of.breadcrumbs}
      errors={errors}
    >
      <nav aria-label="Questions about this plan">
        <ul class="govuk-list app-choices">
          {QUESTIONS.map(([part, text]) => (
            <li>
              <a class="govuk-link" href={of.href(part)} aria-current={part === here ? 'page' : undefined}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {of.findings.map(({ sentence, mend }) => (
        <InsetText>
          {sentence} {mend}
        </InsetText>
      ))}
      {children}
      <p class="app-source">
        Costs are in minutes of one-way travel, or what the policy weighs as much.{' '}
        {of.provedOptimal
          ? 'This plan is proved best; a cost is called exact where the plan it is set against is too.'
          : 'This plan is not proved best, so no cost is exact: each is said as a range that holds it.'}{' '}
        A person decides; none of this says anything about how good a leader somebody is.
      </p>
    </Page>
  );
}
