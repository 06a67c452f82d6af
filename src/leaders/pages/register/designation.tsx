import { Button } from '../../../govuk/button.tsx';
import { Input } from '../../../govuk/input.tsx';
import { InsetText } from '../../../govuk/inset-text.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { Select } from '../../../govuk/select.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { Form } from '../../../web/form.tsx';
import { FormDateInput } from '../../../web/form-date-input.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import type { Designation } from '../../rules/register/designation.ts';
import type { SupportPolicy } from '../../rules/support-policy.ts';
import {
  capital,
  dayOr,
  faultIn,
  type Organisation,
  registerCrumbs,
  type RegisterForm,
  roleWords,
  summaryOf,
} from './parts.tsx';

interface DesignationPageProps {
  organisation: Organisation;
  leader: { id: string; name: string };
  /** The roles that can be designated. */
  roles: SupportPolicy['roles'];
  /** The designation that a new one takes the place of. */
  earlier: Designation | null;
  form: RegisterForm;
}

/** Where a designation is written down; one that takes the place of another leaves that one readable. */
export function DesignationPage({ organisation, leader, roles, earlier, form }: DesignationPageProps) {
  const title =
    earlier === null ? `Write down a designation of ${leader.name}` : `Change a designation of ${leader.name}`;
  return (
    <Page
      title={title}
      caption="Leaders’ register"
      breadcrumbs={registerCrumbs(organisation, leader)}
      errors={summaryOf(form)}
    >
      {earlier === null ? (
        <p class="govuk-body">
          No national body designates leaders today, so each designation says who gave it, on what it rests and when it
          is looked at again.
        </p>
      ) : (
        <InsetText>
          In the place of: {roleWords({ roles }, [earlier.role])}, {earlier.body},{' '}
          {dayOr(earlier.designatedOn, 'day not known')}. It stays in the history as it is.
        </InsetText>
      )}
      <Form action={paths.leader(organisation.id, leader.id, 'designation')}>
        {earlier !== null && <input type="hidden" name="supersedes" value={earlier.id} />}
        <Select
          name="role"
          label={{ text: 'Role' }}
          value={form.typed.role}
          errorMessage={faultIn(form, 'role')}
          items={[
            { text: 'Choose a role', value: '' },
            ...roles.map(({ code, label }) => ({ text: capital(label), value: code })),
          ]}
        />
        <Input
          name="body"
          label={{ text: 'Designating body' }}
          value={form.typed.body}
          errorMessage={faultIn(form, 'body')}
        />
        <FormDateInput
          id="designated"
          legend="Day of designation (leave empty if not known)"
          hint="For example, 27 3 2024"
          values={form.typed}
          error={form.dates.designated}
        />
        <Textarea
          name="evidence"
          rows={4}
          label={{ text: 'Evidence', class: 'govuk-label--s' }}
          hint={{
            text: 'What it rests on: inspection reports, support given before, references. Leave out health and names of pupils.',
          }}
          value={form.typed.evidence}
          errorMessage={faultIn(form, 'evidence')}
        />
        <Input
          name="ruleSet"
          label={{ text: 'Under which rules' }}
          hint={{ text: 'For example: local criteria of 2024; National College 2014; not known.' }}
          value={form.typed.ruleSet}
          errorMessage={faultIn(form, 'ruleSet')}
        />
        <Radios
          name="status"
          value={form.typed.status}
          errorMessage={faultIn(form, 'status')}
          fieldset={{ legend: { text: 'How it stands', class: 'govuk-fieldset__legend--s' } }}
          items={[
            { value: 'in force', text: 'In force' },
            { value: 'under review', text: 'Under review', hint: { text: 'A designation under review still counts' } },
            { value: 'ended', text: 'Ended' },
          ]}
        />
        <FormDateInput
          id="review"
          legend="Day of the next review (leave empty for the usual time of the role)"
          values={form.typed}
          error={form.dates.review}
        />
        {earlier !== null && (
          <Textarea
            name="words"
            rows={3}
            label={{ text: 'Why it takes the place of the earlier one', class: 'govuk-label--s' }}
            value={form.typed.words}
            errorMessage={faultIn(form, 'words')}
          />
        )}
        <Button preventDoubleClick>Write it down</Button>
      </Form>
    </Page>
  );
}
