import { Button } from '../../govuk/button.tsx';
import { Select } from '../../govuk/select.tsx';
import { Table } from '../../govuk/table.tsx';
import { Textarea } from '../../govuk/textarea.tsx';
import { Form } from '../../web/form.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { type FieldErrors, summaryOf } from '../rules/field-errors.ts';
import { londonDay } from '../../opendata/rules/london-time.ts';
import { DoneBanner } from './done-banner.tsx';

interface LegalHoldsPageProps {
  organisation: { id: string; name: string };
  holds: readonly {
    id: string;
    person: string;
    reason: string;
    placedAt: Date;
    placedBy: string | null;
    liftedAt: Date | null;
  }[];
  people: readonly { id: string; name: string }[];
  done?: string;
  typed?: Readonly<Record<string, string | undefined>>;
  errors?: FieldErrors;
}

const DONE = { placed: 'The hold has been placed.', lifted: 'The hold has been lifted.' };

/** Whose records are kept whatever the schedule or a request says, and why. */
export function LegalHoldsPage({ organisation, holds, people, done, typed = {}, errors = {} }: LegalHoldsPageProps) {
  const message = (field: string) => (errors[field] === undefined ? undefined : { text: errors[field] });
  return (
    <Page
      wide
      title="Legal holds"
      caption={organisation.name}
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Requests about personal data', href: paths.dataRequests(organisation.id) },
      ]}
      errors={summaryOf(errors)}
    >
      <DoneBanner done={done} sentences={DONE} />
      <p class="app-lede">
        While a hold stands, neither the retention schedule nor a request for erasure destroys a person’s records: for a
        claim, an inquiry or an investigation. A hold of one organisation binds all.
      </p>
      {holds.length === 0 ? (
        <p class="govuk-body">No hold has been placed.</p>
      ) : (
        <ScrollRegion label="Holds, those that stand first">
          <Table
            class="app-table"
            caption="Holds, those that stand first"
            captionClass="govuk-visually-hidden"
            firstCellIsHeader
            head={[{ text: 'Person' }, { text: 'Reason' }, { text: 'Placed' }, { text: 'Until' }]}
            rows={holds.map(({ id, person, reason, placedAt, placedBy, liftedAt }) => [
              { text: person },
              { text: reason },
              { text: `${londonDay(placedAt)}${placedBy === null ? '' : `, by ${placedBy}`}` },
              {
                text:
                  liftedAt === null ? (
                    <Form action={paths.liftLegalHold(organisation.id, id)}>
                      <Button class="govuk-button--secondary" preventDoubleClick>
                        Lift<span class="govuk-visually-hidden"> the hold on {person}</span>
                      </Button>
                    </Form>
                  ) : (
                    londonDay(liftedAt)
                  ),
              },
            ])}
          />
        </ScrollRegion>
      )}
      <h2 class="govuk-heading-m">Place a hold</h2>
      <Form action={paths.legalHolds(organisation.id)}>
        <Select
          name="person"
          label={{ text: 'Person' }}
          value={typed.person}
          errorMessage={message('person')}
          items={[{ text: 'Choose', value: '' }, ...people.map(({ id, name }) => ({ text: name, value: id }))]}
        />
        <Textarea
          name="reason"
          label={{ text: 'Why their records are to be kept' }}
          value={typed.reason}
          errorMessage={message('reason')}
        />
        <Button preventDoubleClick>Place hold</Button>
      </Form>
    </Page>
  );
}
