import { Button } from '../../../govuk/button.tsx';
import { CharacterCount } from '../../../govuk/character-count.tsx';
import { SummaryList } from '../../../govuk/summary-list.tsx';
import { Table } from '../../../govuk/table.tsx';
import { capital } from '../../../need/rules/wording.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import type { Application, DesignationRound } from '../../rules/designation/application.ts';
import { GROUNDS_WORDS, type Review } from '../../rules/designation/review.ts';
import { Done, faultOf, type FormShown, summaryOf } from './form-shown.tsx';
import { stepWords } from './review.tsx';

interface OwnDesignationProps {
  school: { urn: number; name: string };
  rounds: readonly DesignationRound[];
  applications: readonly { application: Application; round: DesignationRound }[];
  reviews: readonly Review[];
  form: FormShown;
  done: string | null;
}

/** What a leader of a school applied for, could apply for, and how designations of theirs are reviewed. */
export function OwnDesignationPage({ school, rounds, applications, reviews, form, done }: OwnDesignationProps) {
  const open = rounds.filter(({ id }) => !applications.some(({ application }) => application.roundId === id));
  return (
    <Page
      title="Your designation as a system leader"
      caption={school.name}
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: school.name, href: paths.school(school.urn) },
      ]}
      errors={summaryOf(form)}
    >
      <Done done={done} words={{ appealed: 'Your appeal is with the service.' }} />
      <h2 class="govuk-heading-m">Your applications</h2>
      {applications.length === 0 ? (
        <p class="govuk-body">You have made none.</p>
      ) : (
        <ScrollRegion label="Your applications">
          <Table
            class="app-table"
            firstCellIsHeader
            head={[{ text: 'Role' }, { text: 'Service' }, { text: 'State' }]}
            rows={applications.map(({ application, round }) => [
              {
                text: (
                  <a class="govuk-link" href={paths.ownApplication(school.urn, application.id)}>
                    {capital(round.title)}
                  </a>
                ),
              },
              { text: round.organisation },
              {
                text:
                  application.state === 'draft'
                    ? `In progress; submit by ${dayText(round.closesOn)}`
                    : capital(application.state),
              },
            ])}
          />
        </ScrollRegion>
      )}
      <h2 class="govuk-heading-m">Rounds that are open</h2>
      {open.length === 0 ? (
        <p class="govuk-body">No other round is open at present.</p>
      ) : (
        open.map((round) => (
          <Form action={paths.beginApplication(school.urn, round.id)}>
            <p class="govuk-body">
              <a class="govuk-link" href={paths.announcedRound(round.id)}>
                {capital(round.title)}, {round.organisation}
              </a>
              : open until {dayText(round.closesOn)}
            </p>
            <Button class="govuk-button--secondary" preventDoubleClick>
              Begin an application<span class="govuk-visually-hidden"> to be {round.title}</span>
            </Button>
          </Form>
        ))
      )}
      {reviews.length > 0 && <h2 class="govuk-heading-m">Reviews of your designations</h2>}
      {reviews.map((review) => (
        <>
          <SummaryList
            card={{
              title: {
                text: `${capital(review.title)}: ${GROUNDS_WORDS[review.grounds].toLowerCase()}`,
                headingLevel: 3,
              },
            }}
            rows={[
              { key: { text: 'Why' }, value: { text: <span class="app-letter">{review.evidence}</span> } },
              { key: { text: 'By' }, value: { text: dayText(review.dueOn) } },
              ...review.steps.map((step) => ({
                key: { text: dayText(step.at.slice(0, 10)) },
                value: { text: <span class="app-letter">{stepWords(step)}</span> },
              })),
            ]}
          />
          {(review.stands === 'decided: ends' || review.stands === 'decided: keeps with conditions') && (
            <Form action={paths.ownReviewAppeal(school.urn, review.id)}>
              <CharacterCount
                name="words"
                label={{ text: 'Appeal against this decision' }}
                hint={{ text: 'Say why. Somebody who did not decide hears it.' }}
                value={form.typed.words}
                errorMessage={faultOf(form, 'words')}
                maxlength={4000}
                threshold={75}
              />
              <Button class="govuk-button--secondary" preventDoubleClick>
                Appeal
              </Button>
            </Form>
          )}
        </>
      ))}
    </Page>
  );
}
