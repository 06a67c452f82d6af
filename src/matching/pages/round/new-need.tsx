import type { SupportPolicy } from '../../../leaders/rules/support-policy.ts';
import { Select } from '../../../govuk/select.tsx';
import { errorsOf } from '../../../need/pages/round/rounds.tsx';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import type { PlanningRound } from '../../rules/round/round.ts';
import { type Deciding, DecidingFields, TellChanges } from './deciding.tsx';
import { NeedParts } from './need-parts.tsx';
import { type Organisation, planningCrumbs } from './planning-crumbs.tsx';

interface NewNeedPageProps {
  organisation: Organisation;
  round: PlanningRound;
  schools: readonly { urn: number; name: string }[];
  support: SupportPolicy;
  deciding: Deciding;
}

/** Where a service adds a need that it knows of: a specialist, or a lead head for a school in no category of need. */
export function NewNeedPage({ organisation, round, schools, support, deciding }: NewNeedPageProps) {
  const { typed, errors } = deciding.form;
  const message = (field: string) => (errors[field] === undefined ? undefined : { text: errors[field] });
  return (
    <Page
      title="Add a need"
      caption={round.title}
      breadcrumbs={planningCrumbs(organisation, round)}
      errors={errorsOf(deciding.form)}
    >
      <TellChanges deciding={deciding} />
      <Form action={paths.planningPart(organisation.id, round.id, 'new-need')}>
        <Select
          name="school"
          class="app-select--full"
          label={{ text: 'School' }}
          value={typed.school}
          errorMessage={message('school')}
          items={[
            { value: '', text: 'Choose a school' },
            ...schools.map(({ urn, name }) => ({ value: urn, text: name })),
          ]}
        />
        <Select
          name="field"
          class="app-select--full"
          label={{ text: 'What it needs' }}
          value={typed.field}
          errorMessage={message('field')}
          items={[
            { value: '', text: 'Choose a field' },
            { value: 'lead', text: 'A lead head' },
            ...support.fields.map(({ code, label }) => ({ value: code, text: `A specialist in ${label}` })),
          ]}
        />
        <NeedParts form={deciding.form} />
        <DecidingFields deciding={deciding} button="Add the need" />
      </Form>
    </Page>
  );
}
