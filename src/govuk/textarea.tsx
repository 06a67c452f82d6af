import { type Attributes, classNames } from './attributes.ts';
import { describedByOf, FieldMessages, type FieldOptions, FormGroup } from './form-group.tsx';
import { Label, type LabelOptions } from './label.tsx';

export interface TextareaProps extends FieldOptions {
  name: string;
  label: LabelOptions;
  /** By default, the name. */
  id?: string;
  value?: string;
  rows?: number;
  disabled?: boolean;
  autocomplete?: string;
  spellcheck?: boolean;
  class?: string;
  attributes?: Attributes;
}

/** Several lines of text. */
export function Textarea(props: TextareaProps) {
  const { name, id = name, label, hint, errorMessage, formGroup } = props;
  return (
    <FormGroup errorMessage={errorMessage} formGroup={formGroup}>
      <Label {...label} for={id} />
      <FieldMessages id={id} hint={hint} errorMessage={errorMessage} />
      {formGroup?.beforeInput}
      <textarea
        class={classNames('govuk-textarea', errorMessage && 'govuk-textarea--error', props.class)}
        id={id}
        name={name}
        rows={props.rows || 5}
        spellcheck={props.spellcheck}
        disabled={props.disabled}
        aria-describedby={describedByOf(id, props)}
        autocomplete={props.autocomplete}
        {...props.attributes}
      >
        {props.value}
      </textarea>
      {formGroup?.afterInput}
    </FormGroup>
  );
}
