import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Button } from '../../../govuk/button.tsx';
import { Tag } from '../../../govuk/tag.tsx';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import type { Objective } from '../../rules/agreement/content.ts';
import type { DatedMove } from '../../rules/life/dated-moves.ts';
import type { LifePolicy } from '../../rules/life/life-policy.ts';
import type { Review } from '../../rules/life/review.ts';
import type { Placement } from '../../rules/placement.ts';
import { MOVE_WORDS } from '../../rules/state-words.ts';
import { PlacementFrame } from '../placement-frame.tsx';
import { ReviewShown } from './review-shown.tsx';
import { StatusKey } from './status-key.tsx';

interface ReviewPageProps {
  placement: Placement;
  part: PlacementPart;
  reviews: readonly Review[];
  objectives: readonly Objective[];
  statuses: LifePolicy['review']['statuses'];
  /** ISO day on which the review in the middle is due; null where the period is not agreed. */
  dueOn: string | null;
  /** Moves that the reader may make here now. */
  moves: readonly DatedMove[];
  can: { hold: boolean; answer: boolean; extend: boolean };
  done: string | null;
}

/** Reviews of a placement, and how it is extended, paused and ended. */
export function ReviewPage(props: ReviewPageProps) {
  const { placement, part, reviews, objectives, statuses, dueOn, moves, can, done } = props;
  const open = reviews.find(({ recordedAt }) => recordedAt === null) ?? null;
  const recorded = reviews.filter(({ recordedAt }) => recordedAt !== null);
  return (
    <PlacementFrame placement={placement} part={part} current="review" done={done}>
      {dueOn !== null && recorded.length === 0 && (
        <p class="govuk-body">The review in the middle of the work is due on {dayText(dueOn)}.</p>
      )}
      {open === null ? (
        can.hold && (
          <Form action={paths.lifePage(placement.id, 'review/begin')}>
            <p class="govuk-body">
              When a review is begun, the leader and the supported head are asked by mail what they think.
            </p>
            <Button preventDoubleClick>Begin a review</Button>
          </Form>
        )
      ) : (
        <section aria-labelledby="open-review">
          <h2 class="govuk-heading-m" id="open-review">
            Review in progress <Tag class="govuk-tag--yellow">Not recorded</Tag>
          </h2>
          <ul class="govuk-list app-no-print">
            {can.hold && (
              <li>
                <a class="govuk-link" href={paths.lifePage(placement.id, 'review/words')}>
                  Write the review
                </a>
              </li>
            )}
            {can.answer && part !== 'service' && (
              <li>
                <a class="govuk-link" href={paths.lifePage(placement.id, 'review/answer')}>
                  Answer in the review
                </a>
              </li>
            )}
            {can.answer &&
              part === 'service' &&
              (['leader', 'supported head'] as const).map((who) => (
                <li>
                  <a class="govuk-link" href={paths.lifePage(placement.id, 'review/answer', { part: who })}>
                    Write down what the {who} says
                  </a>
                </li>
              ))}
          </ul>
          <ReviewShown review={open} objectives={objectives} statuses={statuses} />
          {can.hold && (
            <Form action={paths.lifePage(placement.id, 'review/delete')}>
              <input type="hidden" name="revision" value={open.revision} />
              <Button preventDoubleClick class="govuk-button--warning">
                Delete the review in progress
              </Button>
            </Form>
          )}
        </section>
      )}
      {recorded.map((review) => (
        <section>
          <h2 class="govuk-heading-m">
            Review{review.heldOn === null ? '' : ` of ${dayText(review.heldOn)}`} <Tag>Recorded</Tag>
          </h2>
          <p class="govuk-body">
            Recorded {review.recordedAt !== null && londonMoment(review.recordedAt)} by {review.by ?? 'the service'}. It
            cannot be changed or deleted.
          </p>
          <ReviewShown review={review} objectives={objectives} statuses={statuses} />
        </section>
      ))}
      {open === null && recorded.length === 0 && <p class="govuk-body">No review was held yet.</p>}
      <StatusKey statuses={statuses} />
      {(moves.length > 0 || can.extend) && (
        <section aria-labelledby="ends" class="app-no-print">
          <h2 class="govuk-heading-m" id="ends">
            Extend, pause or end
          </h2>
          <ul class="govuk-list">
            {can.extend && (
              <li>
                <a class="govuk-link" href={paths.placementPage(placement.id, 'agreement')}>
                  Extend: write a new version of the agreement, which all sign
                </a>
              </li>
            )}
            {moves.map((move) => (
              <li>
                <a class="govuk-link" href={paths.placementMove(placement.id, move)}>
                  {MOVE_WORDS[move]}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </PlacementFrame>
  );
}
