import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Button } from '../../../govuk/button.tsx';
import { Input } from '../../../govuk/input.tsx';
import { Tag } from '../../../govuk/tag.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { WarningText } from '../../../govuk/warning-text.tsx';
import { errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import { type Candidate, interestsOpen } from '../../rules/offer/candidate.ts';
import { type Answer, type AnswerGiven, ENDED_WORDS, type Offer } from '../../rules/offer/offer.ts';
import type { OfferPolicy } from '../../rules/offer/offer-policy.ts';
import type { RankedLeader } from '../../rules/offer/rank-leaders.ts';
import { focusMissing, EMPTY_TRIAGE, type Triage } from '../../rules/offer/triage.ts';
import type { Placement } from '../../rules/placement.ts';
import { FROZEN } from '../../rules/states.ts';
import { PlacementFrame } from '../placement-frame.tsx';
import { OpenOffer } from './open-offer.tsx';
import { ObjectionShown, type ObjectionProps } from './objection-shown.tsx';
import { faultOf, termsText } from './parts.tsx';

interface OfferShown {
  offer: Offer;
  given: readonly AnswerGiven[];
  answers: readonly Answer[];
}

interface OffersPageProps {
  placement: Placement;
  part: PlacementPart;
  offers: readonly OfferShown[];
  candidates: readonly Candidate[];
  objections: readonly ObjectionProps['objection'][];
  plan: readonly { name: string; home: { urn: number; name: string }; reasons: readonly string[] }[];
  register: readonly RankedLeader[];
  triage: Triage | null;
  tookBack: string | null;
  policy: OfferPolicy;
  /** Whether the reader brokers. */
  writes: boolean;
  form: FormState;
  done: string | null;
  /** ISO day. */
  today: string;
}

/** The short list and the offers of a placement, for its service. */
export function OffersPage(props: OffersPageProps) {
  const { placement, part, offers, candidates, objections, tookBack, policy, writes, form, done, today } = props;
  const open = offers.find(({ offer }) => offer.endedAt === null);
  const past = offers.filter(({ offer }) => offer.endedAt !== null);
  const listed = candidates.filter(({ removed }) => removed === null);
  const removed = candidates.filter((one) => one.removed !== null);
  const looks = writes && placement.state === 'to match';
  const missing = placement.state === 'to match' ? focusMissing(props.triage ?? EMPTY_TRIAGE) : [];
  return (
    <PlacementFrame placement={placement} part={part} current="offers" errors={errorsOf(form)} done={done}>
      {tookBack !== null && <WarningText iconFallbackText="Warning">{tookBack}</WarningText>}
      {objections.map((objection) => (
        <ObjectionShown objection={objection} placement={placement} writes={writes} form={form} />
      ))}
      {open !== undefined && (
        <OpenOffer {...open} placement={placement} policy={policy} writes={writes} form={form} today={today} />
      )}
      <section aria-labelledby="short-list">
        <h2 class="govuk-heading-m" id="short-list">
          Short list
        </h2>
        {missing.length > 0 && (
          <p class="govuk-inset-text">
            Before an offer, answer the rule of focus on the{' '}
            <a class="govuk-link" href={paths.placementPage(placement.id, 'triage')}>
              page of triage
            </a>
            .
          </p>
        )}
        {listed.length === 0 && <p class="govuk-body">Nobody is on the short list yet.</p>}
        {listed.map((candidate) => (
          <Listed
            candidate={candidate}
            placement={placement}
            offered={open?.offer.candidateId === candidate.id}
            past={past}
          />
        ))}
      </section>
      {looks && <NextBest {...props} />}
      {past.length > 0 && (
        <section aria-labelledby="past">
          <h2 class="govuk-heading-m" id="past">
            Offers that are over
          </h2>
          <ul class="govuk-list govuk-list--spaced">
            {past.map(({ offer }) => (
              <li>
                <strong>{offer.leaderName}</strong>, {offer.content.home}:{' '}
                {ENDED_WORDS[offer.endedHow ?? ''] ?? offer.endedHow}
                {offer.endedWords !== null && `: ${offer.endedWords}`} ({termsText(offer)};{' '}
                {londonMoment(offer.endedAt!)})
              </li>
            ))}
          </ul>
        </section>
      )}
      {removed.length > 0 && (
        <section aria-labelledby="removed">
          <h2 class="govuk-heading-m" id="removed">
            Taken off the short list
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {removed.map((one) => (
              <li>
                {one.name}, {one.home.name}: {one.removed!.words}
              </li>
            ))}
          </ul>
        </section>
      )}
    </PlacementFrame>
  );
}

const SOURCE_WORDS = {
  round: 'As the planning round proposed',
  register: 'From the register',
  entered: 'Entered by hand',
} as const;

function Listed({
  candidate,
  placement,
  offered,
  past,
}: {
  candidate: Candidate;
  placement: Placement;
  offered: boolean;
  past: readonly OfferShown[];
}) {
  const open = interestsOpen(candidate);
  const before = past.filter(({ offer }) => offer.candidateId === candidate.id).length;
  return (
    <div class="govuk-inset-text">
      <h3 class="govuk-heading-s">
        <a class="govuk-link" href={paths.placementCandidate(placement.id, candidate.id)}>
          {candidate.name}
        </a>
        , {candidate.home.name}
      </h3>
      <p class="govuk-body">
        {offered ? (
          <Tag class="govuk-tag--yellow">Asked now</Tag>
        ) : open.length === 0 ? (
          <Tag class="govuk-tag--green">Can be asked</Tag>
        ) : (
          <Tag class="govuk-tag--grey">Interests open</Tag>
        )}{' '}
        {SOURCE_WORDS[candidate.source]}, by {candidate.by}.{before > 0 && ' Was asked before, see below.'}
      </p>
      {candidate.reasons.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {candidate.reasons.map((reason) => (
            <li>{reason}</li>
          ))}
        </ul>
      )}
      {open.map(({ words }) => (
        <p class="govuk-body-s">{words}</p>
      ))}
    </div>
  );
}

function NextBest({ placement, plan, register, form }: OffersPageProps) {
  return (
    <section aria-labelledby="next" class="app-no-print">
      <h2 class="govuk-heading-m" id="next">
        Next best
      </h2>
      {plan.length > 0 && (
        <>
          <h3 class="govuk-heading-s">Whom other plans of the round had for this need</h3>
          {plan.map((leader) => (
            <Form action={paths.placementCandidates(placement.id)}>
              <input type="hidden" name="name" value={leader.name} />
              <input type="hidden" name="urn" value={leader.home.urn} />
              <input
                type="hidden"
                name="why"
                value={leader.reasons.join(' ') || 'Another plan of the round had this leader.'}
              />
              <p class="govuk-body">
                <strong>{leader.name}</strong>, {leader.home.name}. {leader.reasons.join(' ')}
              </p>
              <Button class="govuk-button--secondary" preventDoubleClick>
                Put on the short list<span class="govuk-visually-hidden">: {leader.name}</span>
              </Button>
            </Form>
          ))}
        </>
      )}
      <h3 class="govuk-heading-s">From the register, those who suit best first</h3>
      {register.length === 0 && <p class="govuk-body">No other leader of the register can be proposed.</p>}
      {register.map((leader) => (
        <Form action={paths.placementCandidates(placement.id)}>
          <input type="hidden" name="leader" value={leader.leaderId} />
          <p class="govuk-body">
            <strong>{leader.name}</strong>, {leader.home.name}. {leader.reasons.join(' ')}
          </p>
          <Button class="govuk-button--secondary" preventDoubleClick>
            Put on the short list<span class="govuk-visually-hidden">: {leader.name}</span>
          </Button>
        </Form>
      ))}
      <h3 class="govuk-heading-s">Somebody who is in no register</h3>
      <Form action={paths.placementCandidates(placement.id)}>
        <Input name="name" label={{ text: 'Name' }} value={form.typed.name} errorMessage={faultOf(form, 'name')} />
        <Input
          name="email"
          type="email"
          label={{ text: 'Email address (optional)' }}
          value={form.typed.email}
          errorMessage={faultOf(form, 'email')}
        />
        <Input
          name="urn"
          class="govuk-input--width-10"
          inputmode="numeric"
          label={{ text: 'URN of the home school' }}
          value={form.typed.urn}
          errorMessage={faultOf(form, 'urn')}
        />
        <Textarea
          name="why"
          rows={2}
          label={{ text: 'Why this leader would suit' }}
          value={form.typed.why}
          errorMessage={faultOf(form, 'why')}
        />
        <Button class="govuk-button--secondary" preventDoubleClick>
          Put on the short list
        </Button>
      </Form>
    </section>
  );
}

/** The same page for the leader and their school: what they agreed to, and the way out of it before the first contact. */
export function PartyOffersPage({
  placement,
  part,
  offers,
  form,
  done,
}: Pick<OffersPageProps, 'placement' | 'part' | 'offers' | 'form' | 'done'>) {
  const agreed = offers.find(({ offer }) => offer.endedAt === null)?.offer;
  const mayLeave = placement.state === 'accepted' && !FROZEN.includes(placement.state);
  return (
    <PlacementFrame placement={placement} part={part} current="offers" errors={errorsOf(form)} done={done}>
      {agreed === undefined ? (
        <p class="govuk-body">No offer of this placement was made to you here.</p>
      ) : (
        <p class="govuk-body">
          {agreed.leaderName} of {agreed.content.home} works alongside {agreed.content.school}: {termsText(agreed)}.
          Asked by {agreed.content.service}
          {agreed.settledAt === null
            ? `, to answer by ${dayText(agreed.answerBy)}`
            : `, agreed ${londonMoment(agreed.settledAt)}`}
          .
        </p>
      )}
      {mayLeave && (
        <section aria-labelledby="leave" class="app-no-print">
          <h2 class="govuk-heading-m" id="leave">
            {part === 'leader' ? 'If you can no longer do it' : 'If your school can no longer release them'}
          </h2>
          <p class="govuk-body">
            Before the first contact you can take back what was agreed. The service then looks for somebody else.
          </p>
          <Form action={paths.endOffer(placement.id)}>
            <input type="hidden" name="version" value={placement.version} />
            <Textarea
              name="why"
              rows={3}
              label={{ text: 'Why' }}
              hint={{ text: 'The service reads it, the supported school does not.' }}
              value={form.typed.why}
              errorMessage={faultOf(form, 'why')}
            />
            <Button class="govuk-button--warning" preventDoubleClick>
              Take it back
            </Button>
          </Form>
        </section>
      )}
    </PlacementFrame>
  );
}
