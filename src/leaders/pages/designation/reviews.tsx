import { Button } from '../../../govuk/button.tsx';
import { CharacterCount } from '../../../govuk/character-count.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { Select } from '../../../govuk/select.tsx';
import { Table } from '../../../govuk/table.tsx';
import { capital } from '../../../need/rules/wording.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import { GROUNDS_WORDS, type Review } from '../../rules/designation/review.ts';
import { Done, faultOf, type FormShown, summaryOf } from './form-shown.tsx';

interface ReviewsPageProps {
  organisation: { id: string; name: string };
  reviews: readonly Review[];
  /** Designations that a review can be raised of; null for those who raise none. */
  designations: readonly { id: string; leader: string; title: string }[] | null;
  form: FormShown;
  done: string | null;
}

/** All reviews of a service, the nearest day first, and where one is raised that neither a date nor a file gives. */
export function ReviewsPage({ organisation, reviews, designations, form, done }: ReviewsPageProps) {
  return (
    <Page
      title={`Reviews of designations: ${organisation.name}`}
      heading="Reviews of designations"
      caption={organisation.name}
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Designation rounds', href: paths.designationRounds(organisation.id) },
      ]}
      errors={summaryOf(form)}
    >
      <Done done={done} words={{ raised: 'The review is raised.' }} />
      <p class="app-lede">
        A review is raised at the set times, after an inspection of the home school and when its head changes. None
        removes a designation by itself.
      </p>
      {reviews.length === 0 ? (
        <p class="govuk-body">There is none.</p>
      ) : (
        <ScrollRegion label="Reviews">
          <Table
            class="app-table"
            firstCellIsHeader
            head={[{ text: 'Leader' }, { text: 'Role' }, { text: 'Grounds' }, { text: 'By' }, { text: 'Now' }]}
            rows={reviews.map((review) => [
              {
                text: (
                  <a class="govuk-link" href={paths.designationReview(organisation.id, review.id)}>
                    {review.leader}
                  </a>
                ),
              },
              { text: capital(review.title) },
              { text: GROUNDS_WORDS[review.grounds] },
              { text: dayText(review.dueOn) },
              { text: capital(review.stands) },
            ])}
          />
        </ScrollRegion>
      )}
      {designations !== null && designations.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Raise a review</h2>
          <p class="govuk-body">
            For conduct or poor delivery. Look at a complaint first: is it in substance about the role?
          </p>
          <Form action={paths.designationReviews(organisation.id)}>
            <Select
              name="designation"
              label={{ text: 'Designation' }}
              value={form.typed.designation}
              errorMessage={faultOf(form, 'designation')}
              items={[
                { value: '', text: 'Choose a designation' },
                ...designations.map(({ id, leader, title }) => ({ value: id, text: `${leader}, ${title}` })),
              ]}
            />
            <Radios
              name="grounds"
              value={form.typed.grounds}
              errorMessage={faultOf(form, 'grounds')}
              fieldset={{ legend: { text: 'Grounds', class: 'govuk-fieldset__legend--s' } }}
              items={(['conduct', 'delivery'] as const).map((value) => ({ value, text: GROUNDS_WORDS[value] }))}
            />
            <CharacterCount
              name="words"
              label={{ text: 'What happened, and how it is known' }}
              hint={{ text: 'The leader reads it. Name no child.' }}
              value={form.typed.words}
              errorMessage={faultOf(form, 'words')}
              maxlength={4000}
              threshold={75}
            />
            <Button preventDoubleClick>Raise the review</Button>
          </Form>
        </>
      )}
    </Page>
  );
}
