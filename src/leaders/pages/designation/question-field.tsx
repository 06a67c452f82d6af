import { CharacterCount } from '../../../govuk/character-count.tsx';
import { Checkboxes } from '../../../govuk/checkboxes.tsx';
import { Input } from '../../../govuk/input.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import type { Question } from '../../rules/designation/rule-set.ts';
import { faultOf, type FormShown } from './form-shown.tsx';

/** One question of a rule set as a field of a form. */
export function QuestionField({ question, form }: { question: Question; form: FormShown }) {
  const { key, label, hint, type, most, optional } = question;
  const text = optional === true ? `${label} (optional)` : label;
  const shown = {
    name: key,
    errorMessage: faultOf(form, key),
    ...(hint !== undefined && { hint: { text: hint } }),
  };
  const value = form.typed[key];
  switch (type) {
    case 'text':
      return <Input {...shown} label={{ text, class: 'govuk-label--s' }} value={value} />;
    case 'words':
      return (
        <CharacterCount
          {...shown}
          label={{ text, class: 'govuk-label--s' }}
          value={value}
          rows={6}
          maxlength={most}
          threshold={75}
        />
      );
    case 'yes or no':
      return (
        <Radios
          {...shown}
          class="govuk-radios--inline"
          value={value}
          fieldset={{ legend: { text, class: 'govuk-fieldset__legend--s' } }}
          items={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ]}
        />
      );
    case 'tick':
      return <Checkboxes {...shown} values={value === undefined ? [] : [value]} items={[{ value: 'yes', text }]} />;
  }
}

/** An answer as people read it. */
export function answerWords(question: Question, said: string | undefined): string {
  if (!said) return 'Not answered';
  if (question.type === 'tick') return 'Agreed';
  if (question.type === 'yes or no') return said === 'yes' ? 'Yes' : 'No';
  return said;
}
