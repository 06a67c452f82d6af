import { Radios } from '../../../govuk/radios.tsx';
import { Select } from '../../../govuk/select.tsx';
import { errorsOf } from '../../../need/pages/round/rounds.tsx';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import type { PlanningRound } from '../../rules/round/round.ts';
import { type Deciding, DecidingFields, TellChanges } from './deciding.tsx';
import { type Organisation, planningCrumbs } from './planning-crumbs.tsx';

interface PairPageProps {
  organisation: Organisation;
  round: PlanningRound;
  /** Keys of the leaders and needs to choose from, in order of name. */
  leaders: readonly string[];
  needs: readonly string[];
  deciding: Deciding;
}

/** Where a pair is locked or forbidden. */
export function PairPage({ organisation, round, leaders, needs, deciding }: PairPageProps) {
  const {
    names,
    form: { typed, errors },
  } = deciding;
  const message = (field: string) => (errors[field] === undefined ? undefined : { text: errors[field] });
  return (
    <Page
      title="Lock or forbid a pair"
      caption={round.title}
      breadcrumbs={planningCrumbs(organisation, round)}
      errors={errorsOf(deciding.form)}
    >
      <TellChanges deciding={deciding} />
      <Form action={paths.planningPart(organisation.id, round.id, 'pair')}>
        <Radios
          name="what"
          value={typed.what}
          errorMessage={message('what')}
          fieldset={{ legend: { text: 'What to do', class: 'govuk-fieldset__legend--s' } }}
          items={[
            { value: 'lock', text: 'Lock: every plan has this pair' },
            { value: 'forbid', text: 'Forbid: no plan has this pair' },
          ]}
        />
        <Select
          name="need"
          class="app-select--full"
          label={{ text: 'Need' }}
          value={typed.need}
          errorMessage={message('need')}
          items={[{ value: '', text: 'Choose a need' }, ...needs.map((key) => ({ value: key, text: names.need(key) }))]}
        />
        <Select
          name="leader"
          class="app-select--full"
          label={{ text: 'Leader' }}
          value={typed.leader}
          errorMessage={message('leader')}
          items={[
            { value: '', text: 'Choose a leader' },
            ...leaders.map((key) => ({ value: key, text: names.leader(key) })),
          ]}
        />
        <DecidingFields deciding={deciding} button="Decide" />
      </Form>
    </Page>
  );
}
