import { Button } from '../../govuk/button.tsx';
import { InsetText } from '../../govuk/inset-text.tsx';
import { Radios } from '../../govuk/radios.tsx';
import { Textarea } from '../../govuk/textarea.tsx';
import { dayText } from '../../schools/rules/figure-words.ts';
import { Form } from '../../web/form.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { raisedOf } from '../rules/area-needs.ts';
import { type Decided, decisionWords } from '../rules/decision.ts';
import type { NeedPolicy } from '../rules/need-policy.ts';
import type { RecordedDecision } from '../rules/need-record.ts';
import { shortReason } from '../rules/short-reason.ts';
import { CategoryTag } from './category-tag.tsx';
import { DecisionHistory } from './need-record.tsx';

export interface ModerationProblem {
  field: 'category' | 'reason';
  message: string;
}

/** What the form held when it came back, whatever it was. */
export interface TypedDecision {
  category?: unknown;
  reason?: unknown;
}

interface ModerationPageProps {
  need: Decided & { name: string };
  policy: NeedPolicy;
  decisions: readonly RecordedDecision[];
  problems: readonly ModerationProblem[];
  typed: TypedDecision;
  /** Whether the service judges it: an academy takes part by agreement alone. */
  joined: boolean;
}

/** Where a person of the service confirms the category of a school or sets another, and says why. */
export function ModerationPage({ need, policy, decisions, problems, typed, joined }: ModerationPageProps) {
  const { urn, name, computed, decision, category } = need;
  const messageOf = (field: ModerationProblem['field']) => {
    const found = problems.find((problem) => problem.field === field);
    return found && { text: found.message };
  };
  const chosen = typed.category === undefined ? category : textOf(typed.category);
  return (
    <Page
      title={`${name}: confirm or change the category`}
      caption={name}
      heading="Confirm or change the category"
      backLink={{ href: paths.need(urn), text: 'Back to the need of the school' }}
      errors={problems.map(({ field, message }) => ({ text: message, href: `#${field}` }))}
    >
      <p class="app-lede">
        Published data as at {dayText(need.asAt)} says <CategoryTag category={computed} /> with {need.points} points.
      </p>
      {decision !== null && (
        <p class="govuk-body">
          Category {category} now stands: {decisionWords(decision, computed)}.
        </p>
      )}
      <Raised need={need} />
      {joined ? (
        <Form action={paths.moderateNeed(urn)}>
          <input type="hidden" name="policyId" value={need.policyId} />
          <input type="hidden" name="asAt" value={need.asAt} />
          <input type="hidden" name="computed" value={computed} />
          <Radios
            name="category"
            fieldset={{ legend: { text: 'Which category is this school in?', class: 'govuk-fieldset__legend--m' } }}
            errorMessage={messageOf('category')}
            value={chosen}
            items={policy.categories.toReversed().map(({ code, label, daysPerYear }) => ({
              value: code,
              text: `${code}: ${label}`,
              hint: {
                text: `${daysPerYear} days of support a year${code === computed ? '; what published data says' : ''}${code === category ? '; stands now' : ''}`,
              },
            }))}
          />
          <Textarea
            name="reason"
            label={{ text: 'Why', class: 'govuk-label--m' }}
            hint={{
              text: 'Needed when you set another category than published data says. Only the service reads it: the school sees the category, the evidence and the comments, and not these words.',
            }}
            value={textOf(typed.reason)}
            errorMessage={messageOf('reason')}
          />
          <p class="govuk-body">
            Your decision takes the place of the category that was worked out, in the lists and plans of your
            organisation. It stays in the history with your name. To undo it, decide again.
          </p>
          <Button preventDoubleClick>Save decision</Button>
        </Form>
      ) : (
        <InsetText>
          {name} is an academy without an agreement to take part, so nothing can be decided about it: what published
          data says stands as a proposal.{' '}
          <a class="govuk-link" href={paths.needAgreement(urn)}>
            Write an agreement down
          </a>
        </InsetText>
      )}
      <DecisionHistory urn={urn} decisions={decisions} asAt={need.asAt} />
    </Page>
  );
}

function Raised({ need }: Pick<ModerationPageProps, 'need'>) {
  const raised = raisedOf(need);
  if (raised.length === 0) return <p class="govuk-body">No indicator is raised.</p>;
  return (
    <>
      <p class="govuk-body">What calls for help, with its points:</p>
      <ul class="govuk-list govuk-list--bullet">
        {raised.map((result) => (
          <li>
            {shortReason(result)} ({result.points})
          </li>
        ))}
      </ul>
    </>
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
