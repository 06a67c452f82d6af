import { Button } from '../../../govuk/button.tsx';
import { Checkboxes } from '../../../govuk/checkboxes.tsx';
import { Details } from '../../../govuk/details.tsx';
import { Input } from '../../../govuk/input.tsx';
import { Select } from '../../../govuk/select.tsx';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import { type BoardFilters, boardQuery, NO_FILTERS } from '../../rules/board/filters.ts';
import { RISK_WORDS } from '../../rules/board/risk-words.ts';
import { STATE_TAGS } from '../../rules/state-words.ts';
import { STATES } from '../../rules/states.ts';

export interface FilterChoices {
  brokers: readonly { id: string; name: string }[];
  types: readonly { code: string; label: string }[];
}

interface BoardFilterFormProps {
  organisation: { id: string };
  filters: BoardFilters;
  choices: FilterChoices;
}

/** What of the board to see. Kept with the person who chooses, until they choose otherwise. */
export function BoardFilterForm({ organisation, filters, choices }: BoardFilterFormProps) {
  const chosen = boardQuery({ ...filters, order: NO_FILTERS.order, page: 1 });
  return (
    <div class="app-no-print">
      <Details summaryText={chosen === '' ? 'Filter' : 'Filter (some are left out)'} open={chosen !== ''}>
        <Form action={paths.placementsFilter(organisation.id)}>
          <Input
            id="text"
            name="text"
            label={{ text: 'School, leader or reference' }}
            value={filters.text}
            autocomplete="off"
          />
          <Checkboxes
            name="state"
            fieldset={{ legend: { text: 'State' } }}
            class="govuk-checkboxes--small"
            items={STATES.map((state) => ({ value: state, text: STATE_TAGS[state].text }))}
            values={filters.states}
          />
          <Checkboxes
            name="risk"
            fieldset={{ legend: { text: 'Risk' } }}
            class="govuk-checkboxes--small"
            items={[
              ...(['red', 'amber', 'green'] as const).map((risk) => ({ value: risk, text: RISK_WORDS[risk] })),
              { value: 'none', text: 'None set' },
            ]}
            values={filters.risks}
          />
          <Checkboxes
            name="late"
            fieldset={{ legend: { text: 'Lateness' } }}
            class="govuk-checkboxes--small"
            items={[{ value: 'yes', text: 'Only where the next step is late' }]}
            values={filters.lateOnly ? ['yes'] : []}
          />
          <Select
            id="broker"
            name="broker"
            label={{ text: 'Broker' }}
            items={[
              { value: '', text: 'Anybody' },
              { value: 'me', text: 'Me' },
              { value: 'nobody', text: 'Not assigned' },
              ...choices.brokers.map(({ id, name }) => ({ value: id, text: name })),
            ]}
            value={filters.broker ?? ''}
          />
          <Select
            id="kind"
            name="kind"
            label={{ text: 'Kind of help' }}
            items={[
              { value: '', text: 'Any' },
              ...choices.types.map(({ code, label }) => ({ value: code, text: label })),
            ]}
            value={filters.supportType ?? ''}
          />
          <input type="hidden" name="order" value={filters.order} />
          <div class="govuk-button-group">
            <Button>Filter</Button>
            <Button class="govuk-button--secondary" name="clear" value="yes">
              Clear the filters
            </Button>
          </div>
        </Form>
      </Details>
    </div>
  );
}
