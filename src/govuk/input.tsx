import type { ComponentChildren } from 'preact';
import { type Attributes, classNames, hasText, type Text } from './attributes.ts';
import { describedByOf, FieldMessages, type FieldOptions, FormGroup } from './form-group.tsx';
import { Label, type LabelOptions } from './label.tsx';

/** Words before or after what is typed, such as a unit. */
interface Affix {
  text?: Text;
  class?: string;
  attributes?: Attributes;
}

export interface InputProps extends FieldOptions {
  name: string;
  label: LabelOptions;
  /** By default, the name. */
  id?: string;
  type?: 'text' | 'search' | 'email' | 'tel' | 'url' | 'password' | 'number';
  value?: string | number;
  disabled?: boolean;
  inputmode?: 'none' | 'text' | 'decimal' | 'numeric' | 'tel' | 'search' | 'email' | 'url';
  autocomplete?: string;
  autocapitalize?: 'none' | 'off' | 'on' | 'sentences' | 'words' | 'characters';
  pattern?: string;
  spellcheck?: boolean;
  prefix?: Affix;
  suffix?: Affix;
  inputWrapper?: { class?: string; attributes?: Attributes };
  /** For example `govuk-input--width-10`. */
  class?: string;
  attributes?: Attributes;
}

/** One line of text. */
export function Input(props: InputProps) {
  const { name, id = name, label, hint, errorMessage, formGroup } = props;
  // Spread, because JSX would have one type of input at a time, not a choice of them.
  const type: Attributes = { type: props.type ?? 'text' };
  return (
    <FormGroup errorMessage={errorMessage} formGroup={formGroup}>
      <Label {...label} for={id} />
      <FieldMessages id={id} hint={hint} errorMessage={errorMessage} />
      <Wrapped {...props}>
        <input
          class={classNames('govuk-input', props.class, errorMessage && 'govuk-input--error')}
          id={id}
          name={name}
          spellcheck={props.spellcheck}
          value={props.value}
          disabled={props.disabled}
          aria-describedby={describedByOf(id, props)}
          autocomplete={props.autocomplete}
          autocapitalize={props.autocapitalize}
          pattern={props.pattern}
          inputmode={props.inputmode}
          {...type}
          {...props.attributes}
        />
      </Wrapped>
    </FormGroup>
  );
}

function Wrapped({ prefix, suffix, formGroup, inputWrapper, children }: InputProps & { children: ComponentChildren }) {
  const beside = [prefix?.text, suffix?.text, formGroup?.beforeInput, formGroup?.afterInput];
  if (!beside.some(hasText)) return <>{children}</>;
  return (
    <div class={classNames('govuk-input__wrapper', inputWrapper?.class)} {...inputWrapper?.attributes}>
      {formGroup?.beforeInput}
      <AffixText kind="prefix" affix={prefix} />
      {children}
      <AffixText kind="suffix" affix={suffix} />
      {formGroup?.afterInput}
    </div>
  );
}

function AffixText({ kind, affix }: { kind: 'prefix' | 'suffix'; affix?: Affix }) {
  if (!affix || !hasText(affix.text)) return null;
  return (
    <div class={classNames(`govuk-input__${kind}`, affix.class)} aria-hidden="true" {...affix.attributes}>
      {affix.text}
    </div>
  );
}
