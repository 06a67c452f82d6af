import { type Attributes, classNames, type Optional } from './attributes.ts';
import { Choice, type ChoiceDivider, type ChoiceItem, choiceId } from './choice-item.tsx';
import { Fieldset, type FieldsetOptions } from './fieldset.tsx';
import { describedByOf, FieldMessages, type FieldOptions, FormGroup } from './form-group.tsx';

interface RadiosProps extends Omit<FieldOptions, 'describedBy'> {
  name: string;
  items: readonly Optional<ChoiceItem | ChoiceDivider>[];
  /** Value of the item that is chosen. */
  value?: string | number;
  fieldset?: FieldsetOptions;
  idPrefix?: string;
  class?: string;
  attributes?: Attributes;
}

/** One choice from a short list. */
export function Radios(props: RadiosProps) {
  const { name, idPrefix = name, items, value, fieldset, hint, errorMessage, formGroup } = props;
  const content = (
    <>
      <FieldMessages id={idPrefix} hint={hint} errorMessage={errorMessage} />
      <div class={classNames('govuk-radios', props.class)} data-module="govuk-radios" {...props.attributes}>
        {formGroup?.beforeInput}
        {items.map((item, index) => {
          if (!item) return null;
          if ('divider' in item) return <div class="govuk-radios__divider">{item.divider}</div>;
          const chosen = value !== undefined && value !== '' && String(item.value) === String(value);
          const id = choiceId(item, idPrefix, index);
          return <Choice {...item} kind="radios" id={id} name={name} checked={item.checked ?? chosen} />;
        })}
        {formGroup?.afterInput}
      </div>
    </>
  );
  return (
    <FormGroup errorMessage={errorMessage} formGroup={formGroup}>
      {fieldset ? (
        <Fieldset
          {...fieldset}
          describedBy={describedByOf(idPrefix, { describedBy: fieldset.describedBy, hint, errorMessage })}
        >
          {content}
        </Fieldset>
      ) : (
        content
      )}
    </FormGroup>
  );
}
