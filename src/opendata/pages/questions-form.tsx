import { Button } from '../../govuk/button.tsx';
import { DateInput } from '../../govuk/date-input.tsx';
import { Input } from '../../govuk/input.tsx';
import { Form } from '../../web/form.tsx';
import { paths } from '../../web/paths.ts';
import { type FieldProblem, fieldOf, type Question } from '../schema/upload-form.ts';

interface QuestionsFormProps {
  job: string;
  questions: readonly Question[];
  problem: FieldProblem | null;
  typed: Readonly<Record<string, string>>;
}

/** The years and days that files do not say: one field each, with the file that it is of. */
export function QuestionsForm({ job, questions, problem, typed }: QuestionsFormProps) {
  return (
    <>
      <h2 class="govuk-heading-m">What these files do not say</h2>
      <Form action={paths.importJob(job)}>
        <input type="hidden" name="do" value="answer" />
        {questions.map(({ file, asks }, index) => {
          const name = fieldOf(index, asks);
          const errorMessage = problem?.field === name ? { text: problem.message } : undefined;
          return asks === 'year' ? (
            <Input
              name={name}
              label={{ text: `Year of ${file}`, class: 'app-break' }}
              hint={{ text: 'In which its academic or financial year starts. For 2018-19, enter 2018.' }}
              inputmode="numeric"
              class="govuk-input--width-4"
              value={typed[name]}
              errorMessage={errorMessage}
            />
          ) : (
            <DateInput
              id={name}
              namePrefix={name}
              fieldset={{ legend: { text: `Day of ${file}`, class: 'app-break' } }}
              hint={{ text: 'On which it was downloaded, such as 6 7 2022.' }}
              values={typed}
              errorMessage={errorMessage}
            />
          );
        })}
        <Button preventDoubleClick>Check again</Button>
      </Form>
    </>
  );
}
