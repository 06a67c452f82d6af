import { Button } from '../../../govuk/button.tsx';
import { InsetText } from '../../../govuk/inset-text.tsx';
import { NotificationBanner } from '../../../govuk/notification-banner.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { Input } from '../../../govuk/input.tsx';
import { Table } from '../../../govuk/table.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import type { Participation, RecordedAgreement } from '../../rules/round/agreement.ts';
import { Day, errorsOf, type FormState } from './rounds.tsx';

/** What it means that academies take part by agreement, for whoever reads it. */
function ByAgreement() {
  return (
    <InsetText>
      An academy answers to its trust and to the Department, not to the local authority. It takes part in a local
      authority’s rounds only by agreement. Without one it is in no round, gets no letter and no days; what published
      data says of it is still in the lists.
    </InsetText>
  );
}

interface AgreementsPageProps {
  organisation: { id: string; name: string };
  schools: readonly Participation[];
}

/** The academies of an area, with who takes part in the rounds of its local authority. */
export function AgreementsPage({ organisation, schools }: AgreementsPageProps) {
  const academies = schools.filter(({ byAgreement }) => byAgreement);
  const joined = academies.filter(({ takesPart }) => takesPart).length;
  return (
    <Page
      title={`Academies by agreement: ${organisation.name}`}
      heading="Academies by agreement"
      caption={organisation.name}
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Rounds of moderation', href: paths.needRounds(organisation.id) },
      ]}
    >
      <p class="app-lede">
        {joined} of {academies.length} {academies.length === 1 ? 'academy takes' : 'academies take'} part.
      </p>
      <ByAgreement />
      {academies.length === 0 ? (
        <p class="govuk-body">There is no assessed academy among the schools of {organisation.name}.</p>
      ) : (
        <ScrollRegion label="Academies">
          <Table
            caption="Academies, by name"
            captionClass="govuk-visually-hidden"
            class="app-table"
            firstCellIsHeader
            head={[{ text: 'Academy' }, { text: 'Takes part' }, { text: 'What is written down' }]}
            rows={academies.map(({ urn, name, takesPart, agreement }) => [
              {
                text: (
                  <a class="govuk-link" href={paths.needAgreement(urn)}>
                    {name}
                  </a>
                ),
              },
              { text: takesPart ? 'Yes' : 'No' },
              { text: agreement === null ? 'Nothing' : agreementWords(agreement) },
            ])}
          />
        </ScrollRegion>
      )}
    </Page>
  );
}

/** "Agreed by A, for the trust, from 1 September 2026, with no end set" or "Withdrawn by A, 1 May 2027". */
export function agreementWords({ takesPart, agreedBy, agreedFor, on, until }: RecordedAgreement): string {
  if (!takesPart) return `Withdrawn by ${agreedBy}, ${dayText(on)}`;
  const end = until === null ? 'with no end set' : `until ${dayText(until)}`;
  return `Agreed by ${agreedBy}, for the ${agreedFor}, from ${dayText(on)}, ${end}`;
}

interface AgreementPageProps {
  school: { urn: number; name: string };
  academy: boolean;
  agreements: readonly RecordedAgreement[];
  /** Of the agreements, the one of each service that stands. */
  standing: readonly RecordedAgreement[];
  reader: { records: boolean; withdraws: boolean };
  form: FormState;
  done: string | null;
}

const DONE: Record<string, string> = {
  agreed: 'The agreement is written down.',
  withdrawn: 'The agreement is withdrawn.',
};

/** The agreement of one academy: what stands, what was before, and where it is written down or withdrawn. */
export function AgreementPage({ school, academy, agreements, standing, reader, form, done }: AgreementPageProps) {
  const { typed, errors } = form;
  const message = (field: string) => (errors[field] === undefined ? undefined : { text: errors[field] });
  return (
    <Page
      title={`${school.name}: taking part by agreement`}
      heading="Taking part by agreement"
      caption={school.name}
      backLink={{ href: paths.need(school.urn), text: 'Back to the need of the school' }}
      errors={errorsOf(form)}
    >
      {done !== null && DONE[done] !== undefined && (
        <NotificationBanner type="success">{DONE[done]}</NotificationBanner>
      )}
      <ByAgreement />
      {!academy && <p class="govuk-body">{school.name} is no academy: it takes part without an agreement.</p>}
      {academy && standing.length === 0 && (
        <p class="govuk-body">
          <strong>{school.name} does not take part.</strong>
        </p>
      )}
      {standing.map((one) => (
        <section aria-label={`Agreement with ${one.service}`}>
          <p class="govuk-body">
            <strong>{school.name} takes part</strong> in the rounds of {one.service}. {agreementWords(one)}.
          </p>
          <p class="govuk-body app-letter">{one.scope}</p>
          {reader.withdraws && (
            <Form action={paths.needAgreement(school.urn, 'withdraw')}>
              <input type="hidden" name="agreement" value={one.id} />
              <Input
                name="words"
                label={{ text: 'Who withdraws it, with their role' }}
                hint={{ text: 'It ends today. Decisions and letters stay in the history and hold no longer.' }}
                value={typed.words}
                errorMessage={message('words')}
              />
              <Button class="govuk-button--warning" preventDoubleClick>
                Withdraw the agreement
              </Button>
            </Form>
          )}
        </section>
      ))}
      {academy && reader.records && <Record school={school} changes={standing.length > 0} form={form} />}
      {agreements.length > 0 && (
        <section aria-labelledby="before">
          <h2 class="govuk-heading-m" id="before">
            Everything that was written down
          </h2>
          <ol class="govuk-list">
            {agreements.map((one) => (
              <li>
                {agreementWords(one)} (with {one.service}; written down by {one.by}
                {one.fromSchool && ' for the school'})
              </li>
            ))}
          </ol>
        </section>
      )}
    </Page>
  );
}

function Record({
  school,
  changes,
  form: { typed, errors },
}: Pick<AgreementPageProps, 'school' | 'form'> & { changes: boolean }) {
  const message = (field: string) => (errors[field] === undefined ? undefined : { text: errors[field] });
  return (
    <section aria-labelledby="record">
      <h2 class="govuk-heading-m" id="record">
        {changes ? 'Write down a new agreement' : 'Write the agreement down'}
      </h2>
      <Form action={paths.needAgreement(school.urn)}>
        <Input
          name="agreedBy"
          label={{ text: 'Who agreed, with their role' }}
          value={typed.agreedBy}
          errorMessage={message('agreedBy')}
        />
        <Radios
          name="agreedFor"
          class="govuk-radios--inline"
          fieldset={{ legend: { text: 'For whom', class: 'govuk-fieldset__legend--s' } }}
          errorMessage={message('agreedFor')}
          value={typed.agreedFor}
          items={[
            { value: 'trust', text: 'The trust' },
            { value: 'academy', text: 'The academy' },
          ]}
        />
        <Day id="on" legend="From" typed={typed} error={message('on')} />
        <Day id="until" legend="Until" typed={typed} error={message('until')} hint="Leave empty where no end is set" />
        <Textarea
          name="scope"
          rows={3}
          label={{ text: 'What was agreed' }}
          hint={{
            text: 'For example: category, letter and days of support each term; which data beyond published figures.',
          }}
          value={typed.scope}
          errorMessage={message('scope')}
        />
        <Button preventDoubleClick>Write it down</Button>
      </Form>
    </section>
  );
}
