import { Button } from '../../govuk/button.tsx';
import { Details } from '../../govuk/details.tsx';
import { Select, type SelectItem } from '../../govuk/select.tsx';
import { paths } from '../../web/paths.ts';
import { CONTEXT_SET, type FeatureSet, OWN_SET, type OwnFeaturesPolicy } from '../rules/feature-set.ts';
import type { DoingBetter } from '../rules/better-school.ts';
import { MOST_LISTED, type SimilarChoice } from '../schema/similar-choice.ts';
import { FilterFields, type FilterPlaces } from './filter-fields.tsx';
import { OwnSetFields } from './own-set-fields.tsx';

export interface ChoiceFormProps {
  urn: number;
  choice: SimilarChoice;
  /** How many are listed and how far is nearby as the page stands. */
  k: number;
  km: number;
  sets: readonly FeatureSet[];
  own: OwnFeaturesPolicy;
  places: FilterPlaces;
  doingBetter: Pick<DoingBetter, 'standings' | 'chosen'>;
}

const COUNTS = [10, 20, 30, 40, 50, MOST_LISTED];
const DISTANCES = [5, 10, 15, 25, 50, 100, 200];

/** What the reader may choose: the set, the measure, how many and how near, filters, and features of one's own. One form, so that a choice keeps the others. */
export function ChoiceForm(props: ChoiceFormProps) {
  const { urn, choice, k, km, sets, doingBetter } = props;
  const isFiltered = Object.keys(choice.filter).length > 0;
  return (
    <form method="get" action={paths.similarSchools(urn)} class="app-no-print">
      {/* Sent with the form alone: the page then leads on to the address without what was left as it is. */}
      <input type="hidden" name="show" value="1" />
      <div class="app-filters">
        <Select
          name="set"
          label={{ text: 'Compare by' }}
          value={choice.set}
          items={[
            ...sets.map(({ set, title }) => ({ text: set === CONTEXT_SET ? 'Context (default)' : title, value: set })),
            { text: 'Your own set, made below', value: OWN_SET },
          ]}
        />
        <Select
          name="measure"
          label={{ text: 'Doing better on' }}
          value={choice.measure ?? ''}
          items={[
            { text: 'where this school stands lowest', value: '' },
            ...doingBetter.standings.map(({ measure, newest }): SelectItem => ({
              text: newest === null ? `${measure.label} (not published)` : measure.label,
              value: measure.measure,
              disabled: newest === null,
            })),
          ]}
        />
        <Select
          name="km"
          label={{ text: 'Nearby means within' }}
          value={km}
          items={choices(DISTANCES, km).map((distance) => ({ text: `${distance} km`, value: distance }))}
        />
        <Select
          name="k"
          label={{ text: 'Schools to list' }}
          value={k}
          items={choices(COUNTS, k).map((count) => ({ text: `${count}`, value: count }))}
        />
      </div>
      <Details summaryText="Only schools that …" open={isFiltered}>
        <FilterFields filter={choice.filter} places={props.places} />
      </Details>
      <Details summaryText="Make your own set" open={choice.set === OWN_SET}>
        <OwnSetFields own={props.own} choices={choice.own} context={sets[0]} />
      </Details>
      <input type="hidden" name="sort" value={choice.sort} />
      <Button class="govuk-button--secondary">Show</Button>
    </form>
  );
}

// What was asked for by address alone stands in the list too, so that the form says what the page shows.
function choices(usual: readonly number[], chosen: number): number[] {
  return [...new Set([...usual, chosen])].toSorted((a, b) => a - b);
}
