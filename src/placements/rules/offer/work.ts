import type { WorkItem } from '../../../calendar/work-item.ts';
import type { PlacementState } from '../states.ts';
import type { Offer, OfferSide, SideState } from './offer.ts';

const KIND = 'Placements';

/** What is to be done next in each state before the first contact, and on which page. */
const NEXT: Partial<Record<PlacementState, { deed: string; title: string; page: string }>> = {
  requested: { deed: 'begin', title: 'Look at a request for help', page: '' },
  triage: { deed: 'weigh', title: 'Weigh a request for help', page: '/triage' },
  'to match': { deed: 'offer', title: 'Find a leader for a placement', page: '/offers' },
  accepted: { deed: 'contact', title: 'Note the first contact of a placement', page: '/moves/note-contact' },
};

/** What waits in a placement before the first contact, for whoever moves it on. `since` is the ISO day on which its state began. */
export function workOfPlacement(placement: {
  id: string;
  about: string;
  state: PlacementState;
  dueOn: string | null;
  since: string;
  objected: boolean;
  toReply: boolean;
}): WorkItem[] {
  const { id, about, state, dueOn, since, objected, toReply } = placement;
  const at = `/placements/${id}`;
  const item = (deed: string, title: string, page: string, due: string | null): WorkItem => ({
    key: `placement:${id}:${deed}`,
    title,
    href: at + page,
    due,
    since,
    about,
    kind: KIND,
  });
  if (objected) return [item('objection', 'Answer an objection to a leader', '/offers', dueOn)];
  if (toReply) return [item('reply', 'Reply to conditions or a counter-offer', '/offers', dueOn)];
  const next = NEXT[state];
  return next === undefined ? [] : [item(next.deed, next.title, next.page, dueOn)];
}

/** What one side of an open offer is asked; nothing once it said yes, or while the service replies. */
export function workOfOffer(
  { id, answerBy, content }: Pick<Offer, 'id' | 'answerBy' | 'content'>,
  side: OfferSide,
  state: SideState,
  { urn, since }: { urn: number; since: string },
): WorkItem[] {
  if (state === 'accepted' || state === 'to reply' || state === 'declined') return [];
  return [
    {
      key: `offer:${id}:${side}`,
      title:
        side === 'leader'
          ? 'Answer an offer to work alongside a school'
          : 'Answer whether your school releases a leader',
      href: `/schools/${urn}/offers/${id}`,
      due: answerBy,
      since,
      about: content.service,
      kind: KIND,
    },
  ];
}
