import { DateInput } from '../govuk/date-input.tsx';
import { DATE_PARTS, type DateError } from './form-date.ts';

interface FormDateInputProps {
  /** Prefix of the three boxes, as `readDate` is given it. */
  id: string;
  legend: string;
  hint?: string;
  /** What stands in the boxes, by their full names: `<id>-day` and so on. */
  values?: Readonly<Record<string, string>>;
  error?: DateError;
  legendClass?: string;
}

/** A day in three boxes; only those that are wrong are marked. */
export function FormDateInput({
  id,
  legend,
  hint,
  values = {},
  error,
  legendClass = 'govuk-fieldset__legend--s',
}: FormDateInputProps) {
  const marks = Object.fromEntries(
    DATE_PARTS.map((part) => [part, error === undefined ? {} : { error: error.parts.includes(part) }]),
  );
  return (
    <DateInput
      id={id}
      namePrefix={id}
      values={values}
      {...marks}
      {...(hint !== undefined && { hint: { text: hint } })}
      errorMessage={error === undefined ? undefined : { text: error.text }}
      fieldset={{ legend: { text: legend, class: legendClass } }}
    />
  );
}
