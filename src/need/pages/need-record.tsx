import { Button } from '../../govuk/button.tsx';
import { Textarea } from '../../govuk/textarea.tsx';
import { dayText } from '../../schools/rules/figure-words.ts';
import { Form } from '../../web/form.tsx';
import { paths } from '../../web/paths.ts';
import { londonMoment } from '../../opendata/rules/london-time.ts';
import type { NeedRecord, RecordedComment, RecordedDecision } from '../rules/need-record.ts';

/** A comment that could not be taken: what was typed, and why not. */
export interface TypedComment {
  typed: string;
  problem: string;
}

interface HistoryProps {
  urn: number;
  decisions: readonly RecordedDecision[];
  /** Date of the data that the page is about; earlier decisions say theirs. */
  asAt: string;
}

/** Every decision on a school's category, the newest first. */
export function DecisionHistory({ urn, decisions, asAt }: HistoryProps) {
  return (
    <section aria-labelledby="decisions">
      <h2 class="govuk-heading-m" id="decisions">
        What people decided
      </h2>
      {decisions.length === 0 ? (
        <p class="govuk-body">Nobody has confirmed or changed the category yet.</p>
      ) : (
        <ol class="govuk-list">
          {decisions.map((one) => (
            <li>
              <p class="govuk-body">
                <strong>
                  {one.category === one.computed
                    ? `Category ${one.category} confirmed`
                    : `Category ${one.category}, changed from ${one.computed}`}
                </strong>
                <br />
                <Who {...one} />
                {one.asAt !== asAt && `, on data as at ${dayText(one.asAt)}`}
                <br />
                <a class="govuk-link app-no-print" href={paths.needDecision(urn, one.id)}>
                  Show it as it was<span class="govuk-visually-hidden">, category {one.category}</span>
                </a>
              </p>
              {one.reason !== null && <blockquote class="govuk-inset-text app-letter">{one.reason}</blockquote>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

interface CommentsProps {
  urn: number;
  comments: NeedRecord['comments'];
  asAt: string;
  /** Whether the reader may add one, and whether for the school. */
  writes: 'school' | 'service' | null;
  refused: TypedComment | null;
}

/** What school and service said of the need, in the order in which they said it, with a box to say more. */
export function Comments({ urn, comments, asAt, writes, refused }: CommentsProps) {
  return (
    <section aria-labelledby="comments">
      <h2 class="govuk-heading-m" id="comments">
        Comments
      </h2>
      {comments.length === 0 ? (
        <p class="govuk-body">Nobody has commented yet.</p>
      ) : (
        <ol class="govuk-list">
          {comments.map((one) => (
            <Comment comment={one} asAt={asAt} />
          ))}
        </ol>
      )}
      {writes !== null && (
        <Form action={paths.commentOnNeed(urn)} class="app-no-print">
          <Textarea
            name="comment"
            label={{ text: 'Add a comment' }}
            hint={{
              text:
                writes === 'school'
                  ? 'The local authority and the trust of the school read it, with your name.'
                  : 'The school reads it, with your name. Comments cannot be changed afterwards.',
            }}
            value={refused?.typed}
            errorMessage={refused === null ? undefined : { text: refused.problem }}
          />
          <Button class="govuk-button--secondary" preventDoubleClick>
            Add comment
          </Button>
        </Form>
      )}
    </section>
  );
}

function Comment({ comment, asAt }: { comment: RecordedComment; asAt: string }) {
  return (
    <li>
      <p class="govuk-body">
        <strong>{comment.fromSchool ? 'The school' : 'The service'}</strong>
        <br />
        <Who {...comment} />
        {comment.asAt !== asAt && `, on data as at ${dayText(comment.asAt)}`}
      </p>
      <blockquote class="govuk-inset-text app-letter">{comment.body}</blockquote>
    </li>
  );
}

function Who({ by, role, organisation, at }: Pick<RecordedComment, 'by' | 'role' | 'organisation' | 'at'>) {
  return (
    <>
      {by}, {role}
      {organisation !== '' && ` for ${organisation}`}, {londonMoment(new Date(at))}
    </>
  );
}
