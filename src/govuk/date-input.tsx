import { type Attributes, classNames, type Optional } from './attributes.ts';
import { Fieldset, type FieldsetOptions } from './fieldset.tsx';
import { describedByOf, FieldMessages, type FieldOptions, FormGroup } from './form-group.tsx';
import { Input } from './input.tsx';

/** One of the fields of a date. */
export interface DatePart {
  /** By default `day`, `month` or `year`, by its place. */
  name?: string;
  /** By default the name. */
  label?: string;
  value?: string | number;
  /** True: this part is wrong. False: it is not, so the date's error marks the others. */
  error?: boolean;
  id?: string;
  inputmode?: 'numeric' | 'text';
  autocomplete?: string;
  pattern?: string;
  class?: string;
  attributes?: Attributes;
}

interface DateInputProps extends Omit<FieldOptions, 'describedBy'> {
  id: string;
  /** Put before the name of each part, with a hyphen. */
  namePrefix?: string;
  /** Values of the parts, by their names with the prefix. */
  values?: Readonly<Record<string, string | number>>;
  /** Settings for a part; false leaves it out. */
  day?: DatePart | false;
  month?: DatePart | false;
  year?: DatePart | false;
  /** The parts, where they are not day, month and year in this order. */
  items?: readonly Optional<DatePart>[];
  fieldset?: FieldsetOptions;
  class?: string;
  attributes?: Attributes;
}

type PartName = 'day' | 'month' | 'year';
const PART_NAMES: readonly PartName[] = ['day', 'month', 'year'];

/** A date that people know or can look up, typed as day, month and year. */
export function DateInput(props: DateInputProps) {
  const { id, fieldset, hint, errorMessage, formGroup } = props;
  const parts = partsOf(props);
  const anyMarked = parts.some((part) => part.error || isMarked(part));
  const content = (
    <>
      <FieldMessages id={id} hint={hint} errorMessage={errorMessage} />
      <div class={classNames('govuk-date-input', props.class)} id={id || undefined} {...props.attributes}>
        {formGroup?.beforeInput}
        {parts.map((part) => (
          <Part
            {...part}
            id={part.id || `${id}-${part.name}`}
            wrong={isWrong(part, Boolean(errorMessage), anyMarked)}
          />
        ))}
        {formGroup?.afterInput}
      </div>
    </>
  );
  return (
    <FormGroup errorMessage={errorMessage} formGroup={formGroup}>
      {fieldset ? (
        // JAWS does not read the description of a fieldset of text inputs unless its role is group.
        <Fieldset
          {...fieldset}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the tag is a fieldset already
          role="group"
          describedBy={describedByOf(id, { describedBy: fieldset.describedBy, hint, errorMessage })}
        >
          {content}
        </Fieldset>
      ) : (
        content
      )}
    </FormGroup>
  );
}

/** A part with its defaults filled in. */
interface FullPart extends DatePart {
  name: string;
  width: 2 | 4;
  /** Name as sent, with the prefix. */
  sentName: string;
}

function partsOf({ items = [], namePrefix, values = {}, ...named }: DateInputProps): FullPart[] {
  const listed =
    items.length > 0 ? items.map((item) => item || undefined) : PART_NAMES.map((name) => namedPart(name, named[name]));
  return listed.flatMap((part): FullPart[] => {
    if (!part) return [];
    const known = PART_NAMES.find((name) => part.name === name || part.name === (named[name] || undefined)?.name);
    const settings = known ? named[known] || undefined : undefined;
    const name = part.name ?? '';
    const sentName = namePrefix ? `${namePrefix}-${name}` : name;
    const value = part.value ?? settings?.value ?? values[sentName];
    return [{ ...part, name, sentName, value, width: known === 'year' ? 4 : 2 }];
  });
}

function namedPart(name: PartName, settings: DatePart | false | undefined): DatePart | undefined {
  return settings === false ? undefined : { name, ...settings };
}

function isMarked(part: DatePart): boolean {
  return part.class?.includes('govuk-input--error') ?? false;
}

/** A part is wrong when it says so, or when the date is and no part says that it is the one. */
function isWrong(part: DatePart, dateIsWrong: boolean, anyMarked: boolean): boolean {
  return part.error || isMarked(part) || (part.error !== false && dateIsWrong && !anyMarked);
}

function Part({ wrong, width, sentName, name, label, class: extra, ...part }: FullPart & { wrong: boolean }) {
  const size = !extra?.includes('govuk-input--width-') && `govuk-input--width-${width}`;
  const mark = wrong && !extra?.includes('govuk-input--error') && 'govuk-input--error';
  return (
    <div class="govuk-date-input__item">
      <Input
        {...part}
        name={sentName}
        inputmode={part.inputmode ?? 'numeric'}
        label={{ text: label ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}`, class: 'govuk-date-input__label' }}
        class={classNames('govuk-date-input__input', mark, size, extra)}
      />
    </div>
  );
}
