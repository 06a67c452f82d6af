import type { SupportPolicy } from '../../../leaders/rules/support-policy.ts';
import { Input } from '../../../govuk/input.tsx';
import { Select } from '../../../govuk/select.tsx';
import { errorsOf } from '../../../need/pages/round/rounds.tsx';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import type { PlanningRound } from '../../rules/round/round.ts';
import { type Deciding, DecidingFields, TellChanges } from './deciding.tsx';
import { LeaderParts } from './leader-parts.tsx';
import { type Organisation, planningCrumbs } from './planning-crumbs.tsx';

interface NewLeaderPageProps {
  organisation: Organisation;
  round: PlanningRound;
  support: SupportPolicy;
  fields: readonly string[];
  deciding: Deciding;
}

/** Where a leader is added whom no published figure tells of. */
export function NewLeaderPage({ organisation, round, support, fields, deciding }: NewLeaderPageProps) {
  const { typed, errors } = deciding.form;
  const message = (field: string) => (errors[field] === undefined ? undefined : { text: errors[field] });
  return (
    <Page
      title="Add a leader"
      caption={round.title}
      breadcrumbs={planningCrumbs(organisation, round)}
      errors={errorsOf(deciding.form)}
    >
      <TellChanges deciding={deciding} />
      <Form action={paths.planningPart(organisation.id, round.id, 'new-leader')}>
        <Input
          name="school"
          label={{ text: 'URN of the home school' }}
          hint={{ text: 'Six digits, on the school’s page' }}
          class="govuk-input--width-5"
          inputmode="numeric"
          value={typed.school}
          errorMessage={message('school')}
        />
        <Input
          name="title"
          label={{ text: 'How the leader is named' }}
          hint={{ text: 'Such as “Maths lead” or a name with their role' }}
          value={typed.title}
          errorMessage={message('title')}
        />
        <Select
          name="role"
          label={{ text: 'Role' }}
          value={typed.role}
          errorMessage={message('role')}
          items={[
            { value: '', text: 'Choose a role' },
            ...support.roles.map(({ code, label }) => ({ value: code, text: label })),
          ]}
        />
        <Input
          name="days"
          label={{ text: 'Days in the term' }}
          class="govuk-input--width-4"
          inputmode="decimal"
          value={typed.days}
          errorMessage={message('days')}
        />
        <LeaderParts form={deciding.form} fields={fields} support={support} />
        <DecidingFields deciding={deciding} button="Add the leader" />
      </Form>
    </Page>
  );
}
