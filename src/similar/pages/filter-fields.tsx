import { Input } from '../../govuk/input.tsx';
import { Select } from '../../govuk/select.tsx';
import type { SchoolFilter } from '../rules/school-filter.ts';

/** Places and characters that can be chosen. */
export interface FilterPlaces {
  regions: readonly string[];
  areas: readonly { code: number; name: string }[];
  faiths: readonly string[];
}

const ANY = { text: 'any', value: '' };

/** What schools must be to be compared; each left at "any" asks for nothing. */
export function FilterFields({ filter, places }: { filter: SchoolFilter; places: FilterPlaces }) {
  const { regions, areas, faiths } = places;
  return (
    <>
      <p class="govuk-body">
        The list is then of the most similar among the schools that pass. A school of which the register does not say
        what is asked for does not pass.
      </p>
      <div class="app-filters">
        <Number name="within" label="Within km" value={filter.within} />
        <Choose name="region" label="Region" value={filter.region} items={regions} />
        <Select
          name="area"
          label={{ text: 'Local authority' }}
          value={filter.area ?? ''}
          items={[ANY, ...areas.map(({ code, name }) => ({ text: name, value: code }))]}
        />
        <Choose name="kind" label="Type" value={filter.kind} items={['maintained', 'academy', 'free school']} />
        <Choose name="place" label="Urban or rural" value={filter.place} items={['urban', 'rural']} />
        <Select
          name="faith"
          label={{ text: 'Religious character' }}
          value={filter.faith ?? ''}
          items={[
            ANY,
            { text: 'the same', value: 'same' },
            { text: 'none', value: 'none' },
            ...faiths.map((faith) => ({ text: faith, value: faith })),
          ]}
        />
        <Number name="rollFrom" label="Pupils from" value={filter.rollFrom} />
        <Number name="rollTo" label="Pupils to" value={filter.rollTo} />
        <Choose
          name="phase"
          label="Phase"
          value={filter.phase}
          items={['Primary', 'Middle deemed primary', 'Secondary', 'Middle deemed secondary', 'All-through']}
        />
        <Select
          name="sex"
          label={{ text: 'Girls or boys' }}
          value={filter.sex ?? ''}
          items={[ANY, { text: 'the same', value: 'same' }, { text: 'mixed' }, { text: 'girls' }, { text: 'boys' }]}
        />
        <Choose name="selective" label="Admission" value={filter.selective} items={['selective', 'not selective']} />
        <Select
          name="trust"
          label={{ text: 'Trust' }}
          value={filter.trust ?? ''}
          items={[ANY, { text: 'the same', value: 'same' }, { text: 'another or none', value: 'other' }]}
        />
      </div>
    </>
  );
}

function Choose(props: { name: string; label: string; value: string | undefined; items: readonly string[] }) {
  const { name, label, value, items } = props;
  return (
    <Select name={name} label={{ text: label }} value={value ?? ''} items={[ANY, ...items.map((text) => ({ text }))]} />
  );
}

function Number({ name, label, value }: { name: string; label: string; value: number | undefined }) {
  return (
    <Input
      name={name}
      label={{ text: label }}
      value={value ?? ''}
      inputmode="numeric"
      class="govuk-input--width-4"
      autocomplete="off"
    />
  );
}
