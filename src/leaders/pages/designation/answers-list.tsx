import { SummaryList } from '../../../govuk/summary-list.tsx';
import type { Answers } from '../../rules/designation/application.ts';
import type { RuleSet } from '../../rules/designation/rule-set.ts';
import { APPLICATION_STEPS } from '../../rules/designation/steps.ts';
import { answerWords } from './question-field.tsx';

interface AnswersListProps {
  ruleSet: RuleSet;
  answers: Answers;
  /** Address of a step, where its answers can still be changed. */
  change?: (step: string) => string;
  /** Referees by name are left out where their answers stand apart. */
  withReferees?: boolean;
}

/** Everything an applicant wrote, step by step. */
export function AnswersList({ ruleSet, answers, change, withReferees = true }: AnswersListProps) {
  return (
    <>
      {APPLICATION_STEPS.filter(({ step }) => withReferees || step !== 'references').map(({ step, title }) => (
        <SummaryList
          card={{
            title: { text: title, headingLevel: 3 },
            ...(change !== undefined && {
              actions: { items: [{ text: 'Change', href: change(step), visuallyHiddenText: title.toLowerCase() }] },
            }),
          }}
          rows={
            step === 'references'
              ? ruleSet.references.map(({ from, title: key }) => {
                  const named = answers.references?.[from];
                  const words = [named?.name, named?.position, named?.email].filter(Boolean).join(', ');
                  return { key: { text: key }, value: { text: words || 'Not answered' } };
                })
              : ruleSet.questions[step].map((question) => ({
                  key: { text: question.label },
                  value: {
                    text: <span class="app-letter">{answerWords(question, answers[step]?.[question.key])}</span>,
                  },
                }))
          }
        />
      ))}
    </>
  );
}
