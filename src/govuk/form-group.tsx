import type { ComponentChildren } from 'preact';
import { type Attributes, classNames, type Text } from './attributes.ts';
import { ErrorMessage, type ErrorMessageOptions } from './error-message.tsx';
import { Hint, type HintOptions } from './hint.tsx';

/** The box around a field. */
export interface FormGroupOptions {
  class?: string;
  attributes?: Attributes;
  beforeInput?: Text;
  afterInput?: Text;
}

/** What every field may be given beside its name. */
export interface FieldOptions {
  hint?: HintOptions;
  errorMessage?: ErrorMessageOptions;
  formGroup?: FormGroupOptions;
  /** Ids of elements elsewhere that describe the field. */
  describedBy?: string;
}

interface FormGroupProps extends Pick<FieldOptions, 'errorMessage' | 'formGroup'> {
  children: ComponentChildren;
}

/** The box around a field, with a red edge when something is wrong with it. */
export function FormGroup({ errorMessage, formGroup, children }: FormGroupProps) {
  return (
    <div
      class={classNames('govuk-form-group', errorMessage && 'govuk-form-group--error', formGroup?.class)}
      {...formGroup?.attributes}
    >
      {children}
    </div>
  );
}

/** The hint and the error of a field; their ids are what `describedByOf` gives. */
export function FieldMessages({
  id,
  hint,
  errorMessage,
}: { id: string } & Pick<FieldOptions, 'hint' | 'errorMessage'>) {
  return (
    <>
      {hint && <Hint {...hint} id={`${id}-hint`} />}
      {errorMessage && <ErrorMessage {...errorMessage} id={`${id}-error`} />}
    </>
  );
}

/** Ids of all that describes a field, for its `aria-describedby`; undefined when nothing does. */
export function describedByOf(id: string, { describedBy, hint, errorMessage }: FieldOptions): string | undefined {
  return classNames(describedBy, hint && `${id}-hint`, errorMessage && `${id}-error`) || undefined;
}
