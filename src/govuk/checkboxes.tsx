import { type Attributes, classNames, type Optional } from './attributes.ts';
import { Choice, type ChoiceDivider, type ChoiceItem, choiceId } from './choice-item.tsx';
import { Fieldset, type FieldsetOptions } from './fieldset.tsx';
import { describedByOf, FieldMessages, type FieldOptions, FormGroup } from './form-group.tsx';

export interface CheckboxItem extends ChoiceItem {
  /** By default, the name of the set. */
  name?: string;
  /** `exclusive`: "none of these", which clears the others. */
  behaviour?: 'exclusive';
}

interface CheckboxesProps extends FieldOptions {
  name: string;
  items: readonly Optional<CheckboxItem | ChoiceDivider>[];
  /** Values of the items that are chosen. */
  values?: readonly (string | number)[];
  fieldset?: FieldsetOptions;
  idPrefix?: string;
  class?: string;
  attributes?: Attributes;
}

/** Any number of choices from a list. */
export function Checkboxes(props: CheckboxesProps) {
  const { name, idPrefix = name, items, values = [], fieldset, hint, errorMessage, formGroup } = props;
  const given = fieldset?.describedBy || props.describedBy;
  const describedBy = describedByOf(idPrefix, { ...props, describedBy: given });
  const content = (
    <>
      <FieldMessages id={idPrefix} hint={hint} errorMessage={errorMessage} />
      <div class={classNames('govuk-checkboxes', props.class)} data-module="govuk-checkboxes" {...props.attributes}>
        {formGroup?.beforeInput}
        {items.map((item, index) => {
          if (!item) return null;
          if ('divider' in item) return <div class="govuk-checkboxes__divider">{item.divider}</div>;
          return (
            <Choice
              {...item}
              kind="checkboxes"
              id={choiceId(item, idPrefix, index)}
              name={item.name || name}
              checked={item.checked ?? values.some((value) => String(value) === String(item.value))}
              describedBy={fieldset ? undefined : describedBy}
            />
          );
        })}
        {formGroup?.afterInput}
      </div>
    </>
  );
  return (
    <FormGroup errorMessage={errorMessage} formGroup={formGroup}>
      {fieldset ? (
        <Fieldset {...fieldset} describedBy={describedBy}>
          {content}
        </Fieldset>
      ) : (
        content
      )}
    </FormGroup>
  );
}
