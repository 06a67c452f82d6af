import type { ComponentChildren } from 'preact';
import { Button } from '../../../govuk/button.tsx';
import { Input } from '../../../govuk/input.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import type { DateError } from '../../../web/form-date.ts';
import { FormDateInput } from '../../../web/form-date-input.tsx';

/** A form of the work of a placement as it is shown: what stands in its boxes, and what is wrong with each, days apart. */
export interface WorkForm extends FormState {
  /** What is wrong with days, by the prefixes of their boxes. */
  days: Readonly<Record<string, DateError>>;
}

/** What is wrong with a form, for the summary: each once, linked to its field. */
export function summaryOf({ errors, days }: WorkForm): { text: string; href: string }[] {
  return [
    ...Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` })),
    ...Object.values(days).map(({ text, href }) => ({ text, href })),
  ];
}

/** The error of a field as components take it. */
export function faultOf({ errors }: WorkForm, field: string): { text: string } | undefined {
  return errors[field] === undefined ? undefined : { text: errors[field] };
}

interface FieldProps {
  form: WorkForm;
  name: string;
  label: string;
  hint?: string;
  /** What stands in it before anything is typed. */
  value?: string;
}

/** Several lines of words. */
export function Words({ form, name, label, hint, value = '', rows = 4 }: FieldProps & { rows?: number }) {
  return (
    <Textarea
      id={name}
      name={name}
      label={{ text: label, class: 'govuk-label--s' }}
      hint={hint === undefined ? undefined : { text: hint }}
      value={form.typed[name] ?? value}
      rows={rows}
      errorMessage={faultOf(form, name)}
    />
  );
}

/** One line of words, or a number. */
export function Line({ form, name, label, hint, value = '', width }: FieldProps & { width?: 5 | 10 }) {
  return (
    <Input
      id={name}
      name={name}
      label={{ text: label, class: 'govuk-label--s' }}
      hint={hint === undefined ? undefined : { text: hint }}
      value={form.typed[name] ?? value}
      class={width === undefined ? undefined : `govuk-input--width-${width}`}
      errorMessage={faultOf(form, name)}
    />
  );
}

/** A day in three boxes; `value` are the boxes before anything is typed. */
export function Day({
  form,
  name,
  label,
  hint,
  boxes = {},
}: Omit<FieldProps, 'value'> & { boxes?: Record<string, string> }) {
  return (
    <FormDateInput id={name} legend={label} hint={hint} values={{ ...boxes, ...form.typed }} error={form.days[name]} />
  );
}

/** The button that sends, and the way back without sending. */
export function Send({ words, back, children }: { words: string; back: string; children?: ComponentChildren }) {
  return (
    <div class="govuk-button-group">
      <Button preventDoubleClick>{words}</Button>
      {children}
      <a class="govuk-link" href={back}>
        Cancel
      </a>
    </div>
  );
}
