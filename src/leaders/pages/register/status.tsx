import { Button } from '../../../govuk/button.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import type { LeaderEntry } from '../../rules/register/leader.ts';
import { ChangedNotice } from './changed-notice.tsx';
import type { ChangedMeanwhile } from './leader-form.tsx';
import { faultIn, type Organisation, registerCrumbs, type RegisterForm, summaryOf } from './parts.tsx';

interface StatusPageProps {
  organisation: Organisation;
  entry: LeaderEntry;
  form: RegisterForm;
  changed: ChangedMeanwhile | null;
}

/** Where an entry is paused, ended or restored. */
export function StatusPage({ organisation, entry, form, changed }: StatusPageProps) {
  const items = [
    { value: 'active', text: 'Active', hint: { text: 'In plans and in the directory' } },
    { value: 'paused', text: 'Paused', hint: { text: 'In no new plan for now; what is promised stays' } },
    { value: 'ended', text: 'Ended', hint: { text: 'Out of plans and of the directory; the entry stays readable' } },
  ];
  return (
    <Page
      title={`Status of ${entry.name}`}
      caption="Leaders’ register"
      breadcrumbs={registerCrumbs(organisation, entry)}
      errors={summaryOf(form)}
    >
      {changed !== null && <ChangedNotice {...changed} />}
      <Form action={paths.leader(organisation.id, entry.id, 'status')}>
        <input type="hidden" name="version" value={String(changed?.version ?? entry.version)} />
        <Radios
          name="status"
          value={form.typed.status}
          errorMessage={faultIn(form, 'status')}
          fieldset={{ legend: { text: 'The entry is', class: 'govuk-fieldset__legend--s' } }}
          items={items}
        />
        <Textarea
          name="why"
          rows={3}
          label={{ text: 'Why it is paused or ended', class: 'govuk-label--s' }}
          value={form.typed.why}
          errorMessage={faultIn(form, 'why')}
        />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </Page>
  );
}
