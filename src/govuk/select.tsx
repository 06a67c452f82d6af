import { type Attributes, classNames, type Optional } from './attributes.ts';
import { describedByOf, FieldMessages, type FieldOptions, FormGroup } from './form-group.tsx';
import { Label, type LabelOptions } from './label.tsx';

export interface SelectItem {
  text: string | number;
  /** What is sent; by default the text. */
  value?: string | number;
  selected?: boolean;
  disabled?: boolean;
  attributes?: Attributes;
}

interface SelectProps extends FieldOptions {
  name: string;
  label: LabelOptions;
  items?: readonly Optional<SelectItem>[];
  /** By default, the name. */
  id?: string;
  /** Value of the item that is chosen. */
  value?: string | number;
  disabled?: boolean;
  class?: string;
  attributes?: Attributes;
}

/** One choice from a list that is too long for radios. */
export function Select(props: SelectProps) {
  const { name, id = name, label, items = [], value, hint, errorMessage, formGroup } = props;
  return (
    <FormGroup errorMessage={errorMessage} formGroup={formGroup}>
      <Label {...label} for={id} />
      <FieldMessages id={id} hint={hint} errorMessage={errorMessage} />
      {formGroup?.beforeInput}
      <select
        class={classNames('govuk-select', props.class, errorMessage && 'govuk-select--error')}
        id={id}
        name={name}
        disabled={props.disabled}
        aria-describedby={describedByOf(id, props)}
        {...props.attributes}
      >
        {items.map((item) => item && <Choice {...item} selected={isChosen(item, value)} />)}
      </select>
      {formGroup?.afterInput}
    </FormGroup>
  );
}

function Choice({ text, value, selected, disabled, attributes }: SelectItem) {
  return (
    <option
      value={value === undefined ? undefined : String(value)}
      selected={selected}
      disabled={disabled}
      {...attributes}
    >
      {text}
    </option>
  );
}

function isChosen(item: SelectItem, value: SelectProps['value']): boolean {
  if (item.selected !== undefined) return item.selected;
  return value !== undefined && value !== '' && String(item.value ?? item.text) === String(value);
}
