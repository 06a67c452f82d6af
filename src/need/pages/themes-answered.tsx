import { Details } from '../../govuk/details.tsx';
import { paths } from '../../web/paths.ts';
import { type AnswersPolicy, answersTo } from '../rules/themes/answers-policy.ts';
import type { Theme } from '../rules/themes/theme.ts';

/** For each need that recurs: what kind of support answers it, and for which schools. */
export function ThemesAnswered({ themes, answers }: { themes: readonly Theme[]; answers: AnswersPolicy }) {
  const recurring = themes.filter(({ raised }) => raised >= answers.fewestSchools);
  if (recurring.length === 0)
    return <p class="govuk-body">No need recurs in {answers.fewestSchools} schools or more.</p>;
  return (
    <>
      {recurring.map((theme) => {
        const found = answersTo(theme, answers);
        return (
          <section>
            <h3 class="govuk-heading-s">{theme.label}</h3>
            {found.length === 0 ? (
              <p class="govuk-body">The policy names no kind of support for it yet.</p>
            ) : (
              <ul class="govuk-list govuk-list--bullet">
                {found.map(({ kind, text, source }) => (
                  <li>
                    {text} ({kind}). <small>{source}</small>
                  </li>
                ))}
              </ul>
            )}
            <Details summaryText={`The ${theme.schools.length} schools: ${theme.label}`}>
              <ul class="govuk-list">
                {theme.schools.map(({ urn, name }) => (
                  <li>
                    <a class="govuk-link" href={paths.need(urn)}>
                      {name}
                    </a>
                  </li>
                ))}
              </ul>
            </Details>
          </section>
        );
      })}
    </>
  );
}
