import type { PlanQuestion } from '../../../web/paths.ts';

const QUESTIONS: readonly [PlanQuestion, string][] = [
  ['why', 'What each pair costs, part by part, and who comes next'],
  ['why-not', 'Why not another leader, and what that would cost the plan'],
  ['ways', 'How to cover the schools without a leader'],
  ['worth', 'What more leaders or more of their time would be worth, and where'],
  ['weights', 'What each weight of the policy does'],
];

/** Ways from a plan to what explains it. */
export function QuestionsOfPlan({ href }: { href: (part: PlanQuestion) => string }) {
  return (
    <section aria-labelledby="questions" class="app-no-print">
      <h2 class="govuk-heading-m" id="questions">
        Ask of this plan
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {QUESTIONS.map(([part, text]) => (
          <li>
            <a class="govuk-link" href={href(part)}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
