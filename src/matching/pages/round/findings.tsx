import type { Finding } from '../../rules/finding.ts';

/** What stands against a plan, or leaves it empty, each with what would mend it. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <section aria-labelledby="findings" class="app-panel">
      <h2 class="govuk-heading-m" id="findings">
        {findings.some(({ blocks }) => blocks) ? 'No plan can keep to all of this' : 'What leaves the plan small'}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {findings.map(({ sentence, mend }) => (
          <li>
            {sentence} {mend}
          </li>
        ))}
      </ul>
    </section>
  );
}
