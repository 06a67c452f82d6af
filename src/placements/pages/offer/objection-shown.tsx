import { Button } from '../../../govuk/button.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import type { Placement } from '../../rules/placement.ts';
import { faultOf } from './parts.tsx';

export interface ObjectionProps {
  objection: {
    words: string;
    by: string;
    at: Date;
    outcome: 'leader stays' | 'leader goes' | 'taken back' | null;
    outcomeWords: string | null;
  };
  placement: Placement;
  writes: boolean;
  form: FormState;
}

const OUTCOMES = {
  'leader stays': 'The leader stays',
  'leader goes': 'The leader goes',
  'taken back': 'Taken back',
} as const;

/** What a head has against the leader, what became of it, and where the service answers it. */
export function ObjectionShown({ objection, placement, writes, form }: ObjectionProps) {
  const { words, by, at, outcome, outcomeWords } = objection;
  return (
    <section aria-label="Objection to the leader">
      <div class="govuk-inset-text">
        <p class="govuk-body">
          {by} of {placement.supported.name} objected to the leader ({londonMoment(at)}):{' '}
          <span class="app-letter">{words}</span>
        </p>
        {outcome !== null && (
          <p class="govuk-body">
            <strong>{OUTCOMES[outcome]}.</strong> <span class="app-letter">{outcomeWords}</span>
          </p>
        )}
      </div>
      {writes && outcome === null && (
        <Form action={paths.answerObjection(placement.id)}>
          <input type="hidden" name="version" value={placement.version} />
          <Radios
            name="outcome"
            value={form.typed.outcome}
            errorMessage={faultOf(form, 'outcome')}
            fieldset={{ legend: { text: 'Answer the objection', class: 'govuk-fieldset__legend--m' } }}
            items={[
              { value: 'leader stays', text: OUTCOMES['leader stays'] },
              {
                value: 'leader goes',
                text: OUTCOMES['leader goes'],
                hint: { text: 'Another leader is looked for; their days are given back' },
              },
            ]}
          />
          <Textarea
            name="words"
            rows={3}
            label={{ text: 'Why' }}
            hint={{ text: 'The head who objected reads it.' }}
            value={form.typed.words}
            errorMessage={faultOf(form, 'words')}
          />
          <Button preventDoubleClick>Answer</Button>
        </Form>
      )}
    </section>
  );
}
