import { Button } from '../../govuk/button.tsx';
import { InsetText } from '../../govuk/inset-text.tsx';
import { Select } from '../../govuk/select.tsx';
import type { BreadcrumbItem } from '../../govuk/breadcrumbs.tsx';
import type { PhaseGroup } from '../../schools/rules/facts.ts';
import { dayText } from '../../schools/rules/figure-words.ts';
import { Page } from '../../web/layout.tsx';
import { ResultsNotice } from '../../web/results-notice.tsx';
import type { AnswersPolicy } from '../rules/themes/answers-policy.ts';
import type { ThemesRead } from '../rules/themes/theme.ts';
import { ThemesAnswered } from './themes-answered.tsx';
import { ThemesTable } from './themes-table.tsx';

interface ThemesPageProps {
  /** The area or trust. */
  name: string;
  kind: 'area' | 'trust';
  breadcrumbs: readonly BreadcrumbItem[];
  address: string;
  csv: string;
  /** Null while nothing is assessed. */
  read: ThemesRead | null;
  phase: PhaseGroup | undefined;
  answers: AnswersPolicy | null;
}

/** Which needs recur in the schools of an area or a trust, whether they grow, and what could answer them for several schools at once. */
export function ThemesPage(props: ThemesPageProps) {
  const { name, breadcrumbs, read, answers } = props;
  return (
    <Page title={`${name}: themes and trends of need`} caption="Need for help" wide breadcrumbs={breadcrumbs}>
      {read === null || answers === null || read.schools === 0 ? (
        <p class="app-lede">
          No school of {name} is assessed{props.phase === undefined ? ' yet' : ' in this phase'}.
        </p>
      ) : (
        <Read {...props} read={read} answers={answers} />
      )}
      {read !== null && read.schools === 0 && props.phase !== undefined && <Filter {...props} />}
    </Page>
  );
}

function Read(props: ThemesPageProps & { read: ThemesRead; answers: AnswersPolicy }) {
  const { name, kind, read, answers, csv } = props;
  const { schools, themes, since, asAt, policy } = read;
  const recurring = themes.filter(({ raised }) => raised >= answers.fewestSchools).length;
  return (
    <>
      <p class="app-lede">
        {recurring} {recurring === 1 ? 'need recurs' : 'needs recur'} in {answers.fewestSchools} or more of the{' '}
        {schools} {schools === 1 ? 'school' : 'schools'} of {name}. Published data as at {dayText(asAt)}.
      </p>
      <Filter {...props} />
      <p class="govuk-body app-no-print">
        <a class="govuk-link" href={csv}>
          Download as CSV
        </a>
      </p>
      <ResultsNotice />
      <h2 class="govuk-heading-l">Which needs recur, and whether they grow</h2>
      <ThemesTable themes={themes} kind={kind} />
      <h2 class="govuk-heading-l">What could answer them together</h2>
      <ThemesAnswered themes={themes} answers={answers} />
      <h2 class="govuk-heading-m">How this is worked out</h2>
      <InsetText>
        Of so many needs one or two will stand out by chance alone. A range that lies wholly above England’s share is a
        reason to look, and the schools know more than the figures.
      </InsetText>
      <p class="govuk-body">
        A need is counted where its indicator is raised; schools that could not be judged are in neither number.
        England’s share is that of as many primary and secondary schools as were judged here. What people of the service
        entered about a school is not counted.
      </p>
      <p class="govuk-body">
        {since.by === 'stored run'
          ? `Changes are since the need worked out as at ${dayText(since.day)} under the same policy.`
          : `There is no earlier working-out under this policy, so changes are since the same indicators on figures a year older, as at ${dayText(since.day)}.`}{' '}
        Only schools judged both times are compared; a change is called growing or shrinking when its range (95%) leaves
        out none at all.
      </p>
      <p class="govuk-body-s">
        Policies: “{policy.title}” (policies/need/{policy.id}.json) and “{answers.title}” (policies/need/{answers.id}
        .json).
      </p>
    </>
  );
}

function Filter({ address, phase }: Pick<ThemesPageProps, 'address' | 'phase'>) {
  return (
    <form class="app-filters" method="get" action={address}>
      <Select
        name="phase"
        label={{ text: 'Phase' }}
        value={phase ?? ''}
        items={[
          { text: 'All', value: '' },
          { text: 'Primary', value: 'primary' },
          { text: 'Secondary', value: 'secondary' },
        ]}
      />
      <Button class="govuk-button--secondary">Show</Button>
    </form>
  );
}
