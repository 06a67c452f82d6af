import { TaskList } from '../../../govuk/task-list.tsx';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import {
  type AnswerGiven,
  ENDED_WORDS,
  type Offer,
  type OfferSide,
  SIDE_STATE_WORDS,
  sideState,
} from '../../rules/offer/offer.ts';
import { termsText } from './parts.tsx';

interface AskedPageProps {
  school: { urn: number; name: string };
  asked: readonly { offer: Offer; side: OfferSide; given: readonly AnswerGiven[] }[];
}

/** What somebody is asked at their school: offers to themself, and releases of others. */
export function AskedPage({ school, asked }: AskedPageProps) {
  return (
    <Page
      title={`${school.name}: offers and releases`}
      heading="Offers and releases"
      caption={school.name}
      breadcrumbs={[{ text: 'Home', href: paths.home() }]}
    >
      <p class="app-lede">
        Where you are asked to work alongside another school, or to release somebody of your school for it.
      </p>
      {asked.length === 0 ? (
        <p class="govuk-body">You are asked about nothing at present.</p>
      ) : (
        <TaskList
          items={asked.map(({ offer, side, given }) => ({
            title: {
              text:
                side === 'leader'
                  ? `Work alongside ${offer.content.school}`
                  : `Release ${offer.leaderName} for ${offer.content.school}`,
            },
            hint: { text: `${offer.content.service}: ${termsText(offer)}; answer by ${dayText(offer.answerBy)}` },
            href: paths.offerToSchool(school.urn, offer.id),
            status: statusOf(offer, side, given),
          }))}
        />
      )}
    </Page>
  );
}

function statusOf(offer: Offer, side: OfferSide, given: readonly AnswerGiven[]) {
  if (offer.endedAt !== null) return { text: ENDED_WORDS[offer.endedHow ?? ''] ?? 'Over' };
  if (offer.settledAt !== null) return { text: 'Agreed by both' };
  const state = SIDE_STATE_WORDS[sideState(side, given, { terms: offer.terms, opened: true })];
  return { tag: { text: state.text, class: `govuk-tag--${state.colour}` } };
}
