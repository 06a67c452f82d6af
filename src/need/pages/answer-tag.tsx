import { Tag } from '../../govuk/tag.tsx';
import type { AnswerState } from '../rules/eligibility/answer.ts';
import { capital } from '../rules/wording.ts';

const COLOURS: Record<AnswerState, string> = {
  meets: 'govuk-tag--yellow',
  'does not meet': 'govuk-tag--grey',
  'cannot be told': 'govuk-tag--light-blue',
  'left out': 'govuk-tag--grey',
};

/** Whether a school meets a definition, in a word or two; the colour says nothing that the words do not. */
export function AnswerTag({ state }: { state: AnswerState }) {
  return <Tag class={COLOURS[state]}>{capital(state)}</Tag>;
}
