import { Button } from '../../../govuk/button.tsx';
import { Input } from '../../../govuk/input.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { Select } from '../../../govuk/select.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { ASKERS } from '../../rules/offer/request.ts';
import { faultOf } from './parts.tsx';

interface RequestPageProps {
  /** For whom it is asked: the reader's own school, or one that the service chooses. */
  by: { kind: 'school'; urn: number; name: string; services: readonly { id: string; name: string }[] } | OfService;
  types: readonly { code: string; label: string }[];
  supports: readonly { code: string; label: string }[];
  /** Of this form: sent twice, it makes one record. */
  once: string;
  form: FormState;
  /** An open placement of the same kind, which keeps this one from being made. */
  openAlready: string | null;
}

interface OfService {
  kind: 'service';
  organisation: { id: string; name: string };
  /** Null: any school, by its URN. */
  schools: readonly { urn: number; name: string }[] | null;
}

/** Where help is asked for. */
export function RequestPage({ by, types, supports, once, form, openAlready }: RequestPageProps) {
  const { typed } = form;
  const isSchool = by.kind === 'school';
  const name = isSchool ? by.name : by.organisation.name;
  return (
    <Page
      title={`Ask for help: ${name}`}
      heading={isSchool ? 'Ask for help' : 'Ask for help for a school'}
      caption={name}
      breadcrumbs={[{ text: 'Home', href: paths.home() }]}
      errors={errorsOf(form)}
    >
      <p class="app-lede">
        {isSchool
          ? 'An experienced leader of another school works alongside you. The service looks at what you ask for, finds somebody who suits, and agrees with you what is to be done.'
          : 'The request is looked at like one from the school itself, and its head reads it.'}
      </p>
      {isSchool && by.services.length === 0 ? (
        <p class="govuk-body">No service of your area or trust takes requests here yet.</p>
      ) : (
        <Form action={isSchool ? paths.askForHelp(by.urn) : paths.askForSchool(by.organisation.id)}>
          <input type="hidden" name="once" value={typed.once ?? once} />
          {isSchool ? (
            <Radios
              name="service"
              value={typed.service ?? (by.services.length === 1 ? by.services[0]!.id : undefined)}
              errorMessage={faultOf(form, 'service')}
              fieldset={{ legend: { text: 'Whom do you ask?', class: 'govuk-fieldset__legend--m' } }}
              items={by.services.map((service) => ({ value: service.id, text: service.name }))}
            />
          ) : (
            <ServiceFields by={by} form={form} />
          )}
          <Input
            name="focus"
            label={{ text: 'What help is wanted with', class: 'govuk-label--s' }}
            hint={{ text: 'In a line, such as: reading in years 1 and 2' }}
            value={typed.focus}
            errorMessage={openAlready === null ? faultOf(form, 'focus') : undefined}
          />
          <Textarea
            name="detail"
            label={{ text: 'What is needed', class: 'govuk-label--s' }}
            hint={{
              text: 'In your own words. The leader who is asked reads this. Leave out names of pupils and staff.',
            }}
            value={typed.detail}
            errorMessage={faultOf(form, 'detail')}
          />
          <Textarea
            name="hopedOutcome"
            rows={3}
            label={{ text: 'What should be different afterwards', class: 'govuk-label--s' }}
            value={typed.hopedOutcome}
            errorMessage={faultOf(form, 'hopedOutcome')}
          />
          <Input
            name="when"
            label={{ text: 'When', class: 'govuk-label--s' }}
            hint={{ text: 'Such as: from January, for two terms' }}
            class="govuk-!-width-two-thirds"
            value={typed.when}
            errorMessage={faultOf(form, 'when')}
          />
          <Select
            name="supportType"
            label={{ text: 'Kind of help', class: 'govuk-label--s' }}
            value={typed.supportType ?? ''}
            errorMessage={faultOf(form, 'supportType')}
            items={[{ value: '', text: 'Choose' }, ...types.map(({ code, label }) => ({ value: code, text: label }))]}
          />
          <Select
            name="support"
            label={{ text: 'Who should give it', class: 'govuk-label--s' }}
            value={typed.support ?? ''}
            errorMessage={faultOf(form, 'support')}
            items={[
              { value: '', text: 'Choose' },
              ...supports.map(({ code, label }) => ({ value: code, text: label })),
            ]}
          />
          <h2 class="govuk-heading-m">Whom the service should talk to</h2>
          <Input
            name="contactName"
            label={{ text: 'Name and role' }}
            value={typed.contactName}
            errorMessage={faultOf(form, 'contactName')}
          />
          <Input
            name="contactEmail"
            type="email"
            label={{ text: 'Email address' }}
            value={typed.contactEmail}
            errorMessage={faultOf(form, 'contactEmail')}
          />
          <Input
            name="contactPhone"
            type="tel"
            class="govuk-input--width-20"
            label={{ text: 'Telephone (optional where there is an email address)' }}
            value={typed.contactPhone}
            errorMessage={faultOf(form, 'contactPhone')}
          />
          {openAlready !== null && (
            <p class="govuk-inset-text">
              <a class="govuk-link" href={paths.placement(openAlready)}>
                Go to the placement of this kind that is open already
              </a>
            </p>
          )}
          <Button preventDoubleClick>Send the request</Button>
        </Form>
      )}
    </Page>
  );
}

function ServiceFields({ by, form }: { by: OfService; form: FormState }) {
  const { typed } = form;
  return (
    <>
      {by.schools === null ? (
        <Input
          name="urn"
          class="govuk-input--width-10"
          inputmode="numeric"
          label={{ text: 'URN of the school', class: 'govuk-label--s' }}
          value={typed.urn}
          errorMessage={faultOf(form, 'urn')}
        />
      ) : (
        <Select
          name="urn"
          label={{ text: 'School', class: 'govuk-label--s' }}
          value={typed.urn ?? ''}
          errorMessage={faultOf(form, 'urn')}
          items={[
            { value: '', text: 'Choose' },
            ...by.schools.map(({ urn, name }) => ({ value: urn, text: `${name} (${urn})` })),
          ]}
        />
      )}
      <Radios
        name="asker"
        class="govuk-radios--small"
        value={typed.asker}
        errorMessage={faultOf(form, 'asker')}
        fieldset={{ legend: { text: 'On whose behalf', class: 'govuk-fieldset__legend--s' } }}
        items={ASKERS.map(([value, text]) => ({ value, text }))}
      />
      <Input
        name="onBehalfOf"
        label={{ text: 'Who it is, where it is not the school itself' }}
        hint={{ text: 'Such as: the North partnership' }}
        value={typed.onBehalfOf}
        errorMessage={faultOf(form, 'onBehalfOf')}
      />
    </>
  );
}
