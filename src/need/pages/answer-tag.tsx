import { Tag } from '../../govuk/tag.tsx';
import type { AnswerState } from '../rules/eligibility/answer.ts';
import { capital } from '../rules/wording.ts';

const COLOURS: Record<AnswerState, string> = {
  meets: 'govuk-tag--yellow',
  'does not meet': 'govuk-tag--grey',
  'cannot be told': 'govuk-tag--light-blue',
  'left out': 'govuk-tag--grey',
};

/** What is said of a definition that came after the day that the school is judged as at. */
const WOULD: Partial<Record<AnswerState, string>> = { meets: 'Would meet', 'does not meet': 'Would not meet' };

/** Whether a school meets a definition, in a word or two; the colour says nothing that the words do not. */
export function AnswerTag({ state, cameLater = false }: { state: AnswerState; cameLater?: boolean }) {
  return <Tag class={COLOURS[state]}>{(cameLater ? WOULD[state] : undefined) ?? capital(state)}</Tag>;
}
