import { Input } from '../../../govuk/input.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import type { DateError } from '../../../web/form-date.ts';

/** A form with typed dates: what stands in its boxes, what is wrong with each, and which boxes of a date are wrong. */
export interface DatedForm extends FormState {
  dates: Readonly<Record<string, DateError>>;
}

/** The message of a field, as components take it. */
export function faultOf({ errors }: Pick<FormState, 'errors'>, name: string): { text: string } | undefined {
  return errors[name] === undefined ? undefined : { text: errors[name] };
}

/** What is wrong with a date that was readable in itself, for the boxes of `prefix`: "the last day must be after the first". */
export function dateFault(form: DatedForm, prefix: string): DateError | undefined {
  const said = form.errors[`${prefix}-day`];
  if (form.dates[prefix] !== undefined || said === undefined) return form.dates[prefix];
  return { fault: 'wrong side', text: said, href: `#${prefix}-day`, parts: ['day', 'month', 'year'] };
}

interface FieldProps {
  form: FormState;
  name: string;
  label: string;
  hint?: string;
}

/** Several lines. */
export function Lines({ form, name, label, hint, rows = 4 }: FieldProps & { rows?: number }) {
  return (
    <Textarea
      name={name}
      rows={rows}
      label={{ text: label, class: 'govuk-label--s' }}
      hint={hint === undefined ? undefined : { text: hint }}
      value={form.typed[name]}
      errorMessage={faultOf(form, name)}
    />
  );
}

/** One line. */
export function Line({
  form,
  name,
  label,
  hint,
  width,
  prefix,
  suffix,
}: FieldProps & { width?: number; prefix?: string; suffix?: string }) {
  return (
    <Input
      name={name}
      label={{ text: label, class: 'govuk-label--s' }}
      hint={hint === undefined ? undefined : { text: hint }}
      value={form.typed[name]}
      class={width === undefined ? undefined : `govuk-input--width-${width}`}
      prefix={prefix === undefined ? undefined : { text: prefix }}
      suffix={suffix === undefined ? undefined : { text: suffix }}
      inputmode={width === undefined ? undefined : 'decimal'}
      errorMessage={faultOf(form, name)}
    />
  );
}
