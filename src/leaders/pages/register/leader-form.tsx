import { Button } from '../../../govuk/button.tsx';
import { Checkboxes } from '../../../govuk/checkboxes.tsx';
import { Input } from '../../../govuk/input.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import type { EntryChange } from '../../rules/register/changes.ts';
import type { SupportPolicy } from '../../rules/support-policy.ts';
import { ChangedNotice } from './changed-notice.tsx';
import { capital, faultIn, type Organisation, registerCrumbs, type RegisterForm, summaryOf } from './parts.tsx';

/** What somebody else changed while the form was open. */
export interface ChangedMeanwhile {
  version: number;
  by: readonly { by: string | null; at: string }[];
  changes: readonly EntryChange[];
}

interface LeaderFormPageProps {
  organisation: Organisation;
  /** The entry that is changed, with the version that the form is made from; null where one is added. */
  entry: { id: string; name: string; version: number } | null;
  support: Pick<SupportPolicy, 'fields'>;
  form: RegisterForm;
  changed: ChangedMeanwhile | null;
}

/** Where a leader is added to the register, or what is written down of one is changed. */
export function LeaderFormPage({ organisation, entry, support, form, changed }: LeaderFormPageProps) {
  const title = entry === null ? 'Add a leader' : `Change the entry of ${entry.name}`;
  const action =
    entry === null ? paths.registerPart(organisation.id, 'new') : paths.leader(organisation.id, entry.id, 'change');
  return (
    <Page
      title={title}
      caption="Leaders’ register"
      breadcrumbs={registerCrumbs(organisation, entry ?? undefined)}
      errors={summaryOf(form)}
    >
      {changed !== null && <ChangedNotice {...changed} />}
      <Form action={action}>
        {entry !== null && <input type="hidden" name="version" value={String(changed?.version ?? entry.version)} />}
        <Input
          name="name"
          label={{ text: 'Name' }}
          autocomplete="off"
          value={form.typed.name}
          errorMessage={faultIn(form, 'name')}
        />
        <Input
          name="email"
          type="email"
          label={{ text: 'Email address (optional)' }}
          hint={{
            text: 'Joins the entry to their account when they have a role in the home school. It is never shown to the public.',
          }}
          autocomplete="off"
          value={form.typed.email}
          errorMessage={faultIn(form, 'email')}
        />
        <Input
          name="homeUrn"
          label={{ text: 'URN of the home school' }}
          hint={{ text: 'The school that releases them: six figures, on the school’s page.' }}
          class="govuk-input--width-10"
          inputmode="numeric"
          value={form.typed.homeUrn}
          errorMessage={faultIn(form, 'homeUrn')}
        />
        <Checkboxes
          name="phases"
          class="govuk-checkboxes--small"
          fieldset={{ legend: { text: 'Phases', class: 'govuk-fieldset__legend--s' } }}
          values={form.chosen.phases ?? []}
          errorMessage={faultIn(form, 'phases')}
          items={[
            { value: 'primary', text: 'Primary' },
            { value: 'secondary', text: 'Secondary' },
          ]}
        />
        <Checkboxes
          name="fields"
          class="govuk-checkboxes--small"
          fieldset={{ legend: { text: 'Fields', class: 'govuk-fieldset__legend--s' } }}
          hint={{ text: 'What they can help with besides leading a school.' }}
          values={form.chosen.fields ?? []}
          errorMessage={faultIn(form, 'fields')}
          items={support.fields.map(({ code, label }) => ({ value: code, text: capital(label) }))}
        />
        <Textarea
          name="contexts"
          rows={4}
          label={{ text: 'Contexts worked in (optional)', class: 'govuk-label--s' }}
          hint={{ text: 'One a line: coastal town, one-form entry, many pupils new to English.' }}
          value={form.typed.contexts}
          errorMessage={faultIn(form, 'contexts')}
        />
        <Input
          name="furthestMinutes"
          label={{ text: 'Longest journey, minutes one way (optional)' }}
          class="govuk-input--width-4"
          inputmode="numeric"
          value={form.typed.furthestMinutes}
          errorMessage={faultIn(form, 'furthestMinutes')}
        />
        <Input
          name="mostSchools"
          label={{ text: 'Most schools at once' }}
          class="govuk-input--width-4"
          inputmode="numeric"
          value={form.typed.mostSchools}
          errorMessage={faultIn(form, 'mostSchools')}
        />
        <Input
          name="partnership"
          label={{ text: 'Partnership (optional)' }}
          value={form.typed.partnership}
          errorMessage={faultIn(form, 'partnership')}
        />
        <Button preventDoubleClick>{entry === null ? 'Add to the register' : 'Save'}</Button>
      </Form>
    </Page>
  );
}
