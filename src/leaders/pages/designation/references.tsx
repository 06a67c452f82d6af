import { Button } from '../../../govuk/button.tsx';
import { Details } from '../../../govuk/details.tsx';
import { Input } from '../../../govuk/input.tsx';
import { SummaryList } from '../../../govuk/summary-list.tsx';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import type { ReferenceShown } from '../../rules/designation/application.ts';
import type { RuleSet } from '../../rules/designation/rule-set.ts';
import type { OfApplication } from './application.tsx';
import { faultOf } from './form-shown.tsx';

/** Each reference: asked, reminded, answered; and where another is asked for. */
export function References(props: OfApplication) {
  const { file, ruleSet, runs } = props;
  return (
    <>
      {file.references.map((reference) => (
        <>
          <ReferenceCard reference={reference} ruleSet={ruleSet} />
          {runs && reference.answer === null && file.application.state === 'awaiting reference' && (
            <AskAnew {...props} reference={reference} />
          )}
        </>
      ))}
    </>
  );
}

/** One reference with its answer, where the reader may read it. */
export function ReferenceCard({ reference, ruleSet }: { reference: ReferenceShown; ruleSet: RuleSet }) {
  const { referee, name, position, dueOn, askedAt, remindedAt, answer } = reference;
  const asked = ruleSet.references.find(({ from }) => from === referee);
  const rows =
    answer === null
      ? [
          {
            key: { text: 'Answer' },
            value: {
              text: `Not given. Asked for by ${dayText(dueOn)}, on ${dayText(askedAt.slice(0, 10))}${remindedAt === null ? '' : `; reminded on ${dayText(remindedAt.slice(0, 10))}`}.`,
            },
          },
        ]
      : [
          { key: { text: 'Supports the application' }, value: { text: answer.supports ? 'Yes' : 'No' } },
          { key: { text: 'Reason' }, value: { text: <span class="app-letter">{answer.words}</span> } },
          ...(asked?.questions ?? []).map(({ key, label }) => ({
            key: { text: label },
            value: { text: <span class="app-letter">{answer.answers[key] ?? 'Not answered'}</span> },
          })),
        ];
  return (
    <SummaryList
      card={{ title: { text: `${asked?.title ?? referee}: ${name}, ${position}`, headingLevel: 3 } }}
      rows={rows}
    />
  );
}

function AskAnew({ organisation, round, file, reference, form }: OfApplication & { reference: ReferenceShown }) {
  const own = form.typed.reference === reference.id;
  const typed = own ? form.typed : {};
  const faults = (field: string) => (own ? faultOf(form, field) : undefined);
  return (
    <Details summaryText={`Ask anew in place of ${reference.name}`} open={own}>
      <p class="govuk-body">The link sent before opens nothing any more, and the days count anew.</p>
      <Form action={paths.designationDeed(organisation.id, round.id, file.application.id, 'references')}>
        <input type="hidden" name="reference" value={reference.id} />
        {(
          [
            ['name', 'Name', reference.name],
            ['position', 'Position', reference.position],
            ['email', 'Email address', reference.email],
          ] as const
        ).map(([field, text, value]) => (
          <Input
            id={own ? field : `${field}-${reference.referee}`}
            name={field}
            label={{ text }}
            value={typed[field] ?? value}
            errorMessage={faults(field)}
          />
        ))}
        <Button class="govuk-button--secondary" preventDoubleClick>
          Write to this referee
        </Button>
      </Form>
    </Details>
  );
}
