import { SummaryList } from '../../../govuk/summary-list.tsx';
import { Table } from '../../../govuk/table.tsx';
import { Tag } from '../../../govuk/tag.tsx';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import type { Objective } from '../../rules/agreement/content.ts';
import type { LifePolicy, Status } from '../../rules/life/life-policy.ts';
import { CONTINUES_WORDS, type Review, type ReviewAnswer } from '../../rules/life/review.ts';

interface ReviewShownProps {
  review: Review;
  /** Of the agreement in force. */
  objectives: readonly Objective[];
  statuses: LifePolicy['review']['statuses'];
}

/** A review in words: what the service, the leader and the head say, and each objective with its colour named. */
export function ReviewShown({ review, objectives, statuses }: ReviewShownProps) {
  const { heldOn, working, appropriate, change, continues, exitOn, nextSteps, answers } = review;
  const facts: [string, string | null][] = [
    ['Held on', heldOn === null ? null : dayText(heldOn)],
    ['Is it working?', working],
    ['Is it the right help?', appropriate],
    ['What should change?', change],
    ['Does it continue?', continues === null ? null : CONTINUES_WORDS[continues]],
    ['The help ends on', exitOn === null ? null : dayText(exitOn)],
    ['Next steps', nextSteps],
  ];
  return (
    <>
      <SummaryList
        rows={facts.map(([key, value]) => ({
          key: { text: key },
          value: { text: value ?? 'Not said yet', class: 'app-letter' },
        }))}
      />
      <ScrollRegion label="Objectives in the review">
        <Table
          caption="Objectives"
          captionClass="govuk-table__caption--s"
          class="app-table"
          firstCellIsHeader
          head={[{ text: 'Objective' }, { text: 'How it stands' }, { text: 'Details' }]}
          rows={objectives.map(({ key, aim }, place) => {
            const said = review.objectives.find(({ objective }) => objective === key);
            return [
              { text: `${place + 1}. ${aim}` },
              { text: said?.status == null ? 'Not said yet' : <StatusTag status={said.status} statuses={statuses} /> },
              { text: said === undefined || said.details === '' ? 'Not said yet' : said.details, class: 'app-letter' },
            ];
          })}
        />
      </ScrollRegion>
      {(['leader', 'supported head'] as const).map((part) => (
        <Answer part={part} answer={answers.find((answer) => answer.part === part)} />
      ))}
    </>
  );
}

const WHO = { leader: 'What the leader says', 'supported head': 'What the supported head says' };

function Answer({ part, answer }: { part: ReviewAnswer['part']; answer: ReviewAnswer | undefined }) {
  return (
    <section>
      <h3 class="govuk-heading-s">{WHO[part]}</h3>
      {answer === undefined ? (
        <p class="govuk-body">Not answered yet.</p>
      ) : (
        <>
          <SummaryList
            rows={[
              ['Is it working?', answer.working],
              ['Is it the right help?', answer.appropriate],
              ['What should change?', answer.change],
            ].map(([key, value]) => ({ key: { text: key }, value: { text: value, class: 'app-letter' } }))}
          />
          {answer.byService && <p class="govuk-body">Written down by {answer.by ?? 'the service'} as it was told.</p>}
        </>
      )}
    </section>
  );
}

const COLOURS: Readonly<Record<Status, string>> = { green: 'green', amber: 'yellow', red: 'red' };

function StatusTag({ status, statuses }: { status: Status; statuses: ReviewShownProps['statuses'] }) {
  const label = statuses.find(({ code }) => code === status)?.label ?? status;
  return <Tag class={`govuk-tag--${COLOURS[status]}`}>{label}</Tag>;
}
