import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Button } from '../../../govuk/button.tsx';
import { Input } from '../../../govuk/input.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { type InterestPolicy, kindWords } from '../../../leaders/rules/interest-policy.ts';
import { InterestFields } from '../../../matching/pages/approval/interest-fields.tsx';
import { ASK_STATE_WORDS, OUTCOME_WORDS, OUTCOMES } from '../../../matching/rules/approval/declaration.ts';
import { Day, errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import {
  type Candidate,
  interestsOpen,
  interestState,
  type PairDeclaration,
  type PairSide,
  SIDES,
} from '../../rules/offer/candidate.ts';
import type { Placement } from '../../rules/placement.ts';
import { PlacementFrame } from '../placement-frame.tsx';
import { faultOf } from './parts.tsx';

interface CandidatePageProps {
  placement: Placement;
  part: PlacementPart;
  candidate: Candidate;
  policy: InterestPolicy;
  /** What the reader may do: keep the list, decide on interests, make an offer now. */
  may: { list: boolean; decide: boolean; offer: boolean };
  form: FormState;
  done: string | null;
}

/** One leader of the short list: what was said about interests on both sides, and what was decided. */
export function CandidatePage({ placement, part, candidate, policy, may, form, done }: CandidatePageProps) {
  const schools: Record<PairSide, { who: string; other: string }> = {
    home: { who: candidate.name, other: placement.supported.name },
    supported: { who: `The head of ${placement.supported.name}`, other: `${candidate.name} or ${candidate.home.name}` },
  };
  const open = interestsOpen(candidate);
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="offers"
      heading={candidate.name}
      errors={errorsOf(form)}
      done={done}
    >
      <p class="govuk-body">
        <a class="govuk-link" href={paths.placementPage(placement.id, 'offers')}>
          Back to the short list
        </a>
      </p>
      <p class="govuk-body">
        {candidate.home.name}
        {candidate.email !== null && `, ${candidate.email}`}.
      </p>
      {candidate.removed !== null && (
        <p class="govuk-inset-text">Taken off the short list: {candidate.removed.words}</p>
      )}
      <h2 class="govuk-heading-m">Interests</h2>
      {SIDES.map((side) => (
        <SideShown
          who={schools[side].who}
          state={ASK_STATE_WORDS[interestState(candidate, side)]}
          declaration={candidate.declarations.find((one) => one.side === side) ?? null}
          policy={policy}
        />
      ))}
      {may.offer && open.length === 0 && (
        <p class="govuk-body app-no-print">
          <a
            class="govuk-button"
            href={paths.newOffer(placement.id, candidate.id)}
            role="button"
            draggable={false}
            data-module="govuk-button"
          >
            Offer the placement to {candidate.name}
          </a>
        </p>
      )}
      {may.decide &&
        candidate.declarations
          .filter((one) => one.says.says === 'interest' && one.settledWords === null)
          .map((one) => (
            <DecisionForm
              placement={placement}
              candidate={candidate}
              declaration={one}
              who={schools[one.side].who}
              form={form}
            />
          ))}
      {may.list && candidate.removed === null && (
        <>
          <section aria-labelledby="told">
            <h2 class="govuk-heading-m" id="told">
              Write down what they said
            </h2>
            <p class="govuk-body">A later answer takes the place of an earlier one.</p>
            <Form action={paths.placementCandidate(placement.id, candidate.id, 'interests')}>
              <Radios
                name="side"
                value={form.typed.side}
                errorMessage={faultOf(form, 'side')}
                fieldset={{ legend: { text: 'Who answered', class: 'govuk-fieldset__legend--s' } }}
                items={SIDES.map((side) => ({ value: side, text: schools[side].who }))}
              />
              <InterestFields other="the other school" policy={policy} form={form} />
              <Radios
                name="how"
                class="govuk-radios--inline"
                value={form.typed.how}
                errorMessage={faultOf(form, 'how')}
                fieldset={{ legend: { text: 'How it was given', class: 'govuk-fieldset__legend--s' } }}
                items={[
                  { value: 'telephone', text: 'By telephone' },
                  { value: 'letter', text: 'By letter or mail' },
                ]}
              />
              <Input
                name="givenBy"
                label={{ text: 'Who answered, with their role' }}
                value={form.typed.givenBy}
                errorMessage={faultOf(form, 'givenBy')}
              />
              <Day id="on" legend="Day on which it was given" typed={form.typed} error={faultOf(form, 'on')} />
              <Button class="govuk-button--secondary" preventDoubleClick>
                Write it down
              </Button>
            </Form>
          </section>
          <Form action={paths.placementCandidate(placement.id, candidate.id, 'remove')}>
            <Textarea
              name="why"
              rows={2}
              label={{ text: 'To take them off the short list, say why' }}
              value={form.typed.why}
              errorMessage={faultOf(form, 'why')}
            />
            <Button class="govuk-button--warning" preventDoubleClick>
              Take off the short list
            </Button>
          </Form>
        </>
      )}
    </PlacementFrame>
  );
}

function SideShown({
  who,
  state,
  declaration,
  policy,
}: {
  who: string;
  state: string;
  declaration: PairDeclaration | null;
  policy: InterestPolicy;
}) {
  return (
    <p class="govuk-body">
      <strong>{who}:</strong> {state}.
      {declaration !== null && (
        <>
          {' '}
          {declaration.says.says === 'interest' && (
            <>
              {kindWords(policy, declaration.says.kind)}: <span class="app-letter">{declaration.says.detail}</span>{' '}
            </>
          )}
          ({declaration.givenBy} {declaration.how === 'round' ? 'in the planning round' : `by ${declaration.how}`},{' '}
          {dayText(declaration.on)}; written down by {declaration.by})
          {declaration.settledWords !== null && <> Decided in the round: {declaration.settledWords}</>}
          {declaration.decision !== null && (
            <>
              {' '}
              {OUTCOME_WORDS[declaration.decision.outcome]}:{' '}
              <span class="app-letter">{declaration.decision.words}</span> ({declaration.decision.by})
            </>
          )}
        </>
      )}
    </p>
  );
}

function DecisionForm({
  placement,
  candidate,
  declaration,
  who,
  form,
}: Pick<CandidatePageProps, 'placement' | 'candidate' | 'form'> & { declaration: PairDeclaration; who: string }) {
  // The summary of errors leads to the form that was sent.
  const isSent = form.typed.declaration === declaration.id;
  return (
    <Form action={paths.placementCandidate(placement.id, candidate.id, 'decision')}>
      <input type="hidden" name="declaration" value={declaration.id} />
      <Radios
        name="outcome"
        idPrefix={isSent ? 'outcome' : `outcome-${declaration.side}`}
        value={form.typed.outcome}
        errorMessage={isSent ? faultOf(form, 'outcome') : undefined}
        fieldset={{ legend: { text: `What becomes of the interest of: ${who}`, class: 'govuk-fieldset__legend--m' } }}
        hint={{
          text: 'Decided by somebody who neither listed the leader nor wrote the declaration down, and has no part in either school.',
        }}
        items={OUTCOMES.map((value) => ({ value, text: OUTCOME_WORDS[value] }))}
      />
      <Textarea
        name="words"
        id={isSent ? 'words' : `words-${declaration.side}`}
        rows={3}
        label={{ text: 'Why, or which safeguards' }}
        value={form.typed.words}
        errorMessage={isSent ? faultOf(form, 'words') : undefined}
      />
      <Button preventDoubleClick>Save the decision</Button>
    </Form>
  );
}
