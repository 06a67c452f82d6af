import { Button } from '../../../govuk/button.tsx';
import { CharacterCount } from '../../../govuk/character-count.tsx';
import { SummaryList } from '../../../govuk/summary-list.tsx';
import { capital } from '../../../need/rules/wording.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import type { OutcomeShown, ReviewOutcomeShown } from '../../rules/designation/outcomes.ts';
import { Done, faultOf, type FormShown, summaryOf } from './form-shown.tsx';

interface OutcomesPageProps {
  school: { urn: number; name: string };
  applications: readonly OutcomeShown[];
  reviews: readonly ReviewOutcomeShown[];
  form: FormShown;
  /** The record that the form that came back was about. */
  about: string | null;
  done: string | null;
}

/** How applications and reviews of a school's leaders ended, for its board or trust, which may appeal as accountable officer. */
export function OutcomesPage({ school, applications, reviews, form, about, done }: OutcomesPageProps) {
  return (
    <Page
      title="Designations of your leaders"
      caption={school.name}
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: school.name, href: paths.school(school.urn) },
      ]}
      errors={summaryOf(form)}
    >
      <Done done={done} words={{ appealed: 'The appeal is with the service.' }} />
      <p class="app-lede">
        The outcome of applications by leaders of the school, and of reviews of their designations. Only the leader and
        the accountable officer, which is you, may appeal.
      </p>
      {applications.length + reviews.length === 0 && <p class="govuk-body">There is none.</p>}
      {applications.map((one) => (
        <>
          <SummaryList
            card={{ title: { text: `${one.applicant}: ${one.title}`, headingLevel: 2 } }}
            rows={[
              {
                key: { text: 'Outcome' },
                value: { text: `${capital(one.state)}, ${dayText(one.decidedOn)}, ${one.organisation}` },
              },
              { key: { text: 'Reason' }, value: { text: <span class="app-letter">{one.words ?? 'None given'}</span> } },
            ]}
          />
          {one.state === 'declined' && !one.appealed && (
            <Appeal
              action={paths.outcomeAppeal(school.urn, one.applicationId)}
              id={one.applicationId}
              form={form}
              about={about}
            />
          )}
        </>
      ))}
      {reviews.map((one) => (
        <>
          <SummaryList
            card={{ title: { text: `${one.leader}: review as ${one.title}`, headingLevel: 2 } }}
            rows={[
              {
                key: { text: 'Outcome' },
                value: { text: `${capital(one.stands)}, ${dayText(one.decidedOn)}, ${one.organisation}` },
              },
              { key: { text: 'Reason' }, value: { text: <span class="app-letter">{one.words}</span> } },
            ]}
          />
          {(one.stands === 'decided: ends' || one.stands === 'decided: keeps with conditions') && (
            <Appeal
              action={paths.reviewOutcomeAppeal(school.urn, one.reviewId)}
              id={one.reviewId}
              form={form}
              about={about}
            />
          )}
        </>
      ))}
    </Page>
  );
}

function Appeal({ action, id, form, about }: { action: string; id: string; form: FormShown; about: string | null }) {
  const own = about === id;
  return (
    <Form action={action}>
      <CharacterCount
        id={own ? 'words' : `words-${id}`}
        name="words"
        label={{ text: 'Why you appeal' }}
        value={own ? form.typed.words : undefined}
        errorMessage={own ? faultOf(form, 'words') : undefined}
        maxlength={4000}
        threshold={75}
      />
      <Button class="govuk-button--secondary" preventDoubleClick>
        Appeal as accountable officer
      </Button>
    </Form>
  );
}
