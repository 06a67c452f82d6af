import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Button } from '../../../govuk/button.tsx';
import { Input } from '../../../govuk/input.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { dateBoxes } from '../../../web/form-date.ts';
import { FormDateInput } from '../../../web/form-date-input.tsx';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import type { PlacementEvent } from '../../rules/event.ts';
import type { Candidate } from '../../rules/offer/candidate.ts';
import type { OfferPolicy } from '../../rules/offer/offer-policy.ts';
import type { OpenItem, Placement } from '../../rules/placement.ts';
import { ChangedMeanwhile } from '../changed-meanwhile.tsx';
import { PlacementFrame } from '../placement-frame.tsx';
import { dateFault } from './date-fault.tsx';
import { faultOf } from './parts.tsx';

interface NewOfferPageProps {
  placement: Placement;
  part: PlacementPart;
  candidate: Candidate;
  policy: OfferPolicy;
  /** ISO day that the form proposes. */
  answerBy: string;
  /** What must be done first. */
  open: readonly OpenItem[];
  since: readonly PlacementEvent[];
  form: FormState;
}

/** Where a placement is offered to a leader and their release is asked for. */
export function NewOfferPage({ placement, part, candidate, policy, answerBy, open, since, form }: NewOfferPageProps) {
  const { typed } = form;
  const boxes = {
    ...dateBoxes('starts', placement.startsOn),
    ...dateBoxes('ends', placement.endsOn),
    ...dateBoxes('answer', answerBy),
    ...typed,
  };
  const day = (id: string, legend: string, hint?: string) => {
    const error = dateFault(form, id);
    return (
      <FormDateInput
        id={id}
        legend={legend}
        values={boxes}
        {...(hint === undefined ? {} : { hint })}
        {...(error === undefined ? {} : { error })}
      />
    );
  };
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="offers"
      heading={`Offer to ${candidate.name}`}
      errors={[
        ...errorsOf(form),
        ...open.map(({ words, at }) => ({ text: words, href: paths.placementPage(placement.id, at) })),
      ]}
    >
      <ChangedMeanwhile since={since} />
      <p class="govuk-body">
        The leader and whoever releases them each get a private link at the same time. They read what the school said it
        needs: what it is about, the detail, and what should be different afterwards. They do not read what the service
        thinks of the school.
      </p>
      <Form action={paths.newOffer(placement.id, candidate.id)}>
        <input type="hidden" name="version" value={placement.version} />
        <Input
          name="name"
          label={{ text: 'Name of the leader', class: 'govuk-label--s' }}
          value={typed.name ?? candidate.name}
          errorMessage={faultOf(form, 'name')}
        />
        <Input
          name="email"
          type="email"
          label={{ text: 'Their email address', class: 'govuk-label--s' }}
          value={typed.email ?? candidate.email ?? ''}
          errorMessage={faultOf(form, 'email')}
        />
        <Radios
          name="releaseBy"
          value={typed.releaseBy}
          errorMessage={faultOf(form, 'releaseBy')}
          fieldset={{
            legend: { text: `Who of ${candidate.home.name} releases them?`, class: 'govuk-fieldset__legend--s' },
          }}
          items={[
            { value: 'home head', text: 'The head' },
            {
              value: 'home board',
              text: 'The board',
              hint: { text: 'Where the leader is the head: nobody releases themself' },
            },
          ]}
        />
        <Input
          name="releaseEmail"
          type="email"
          label={{ text: 'Email address of whoever releases them', class: 'govuk-label--s' }}
          value={typed.releaseEmail ?? ''}
          errorMessage={faultOf(form, 'releaseEmail')}
        />
        <Input
          name="halfDays"
          class="govuk-input--width-5"
          label={{ text: 'Days in all', class: 'govuk-label--s' }}
          hint={{ text: 'Whole or half days, such as 6 or 2.5' }}
          value={typed.halfDays ?? (placement.halfDays === null ? '' : String(placement.halfDays / 2))}
          errorMessage={faultOf(form, 'halfDays')}
        />
        {day('starts', 'From')}
        {day('ends', 'To')}
        {day(
          'answer',
          'Answer by',
          `${policy.answer.days} days unless you say otherwise, ${policy.answer.mostDays} at most`,
        )}
        <Textarea
          name="words"
          rows={4}
          label={{ text: 'What you write besides (optional)', class: 'govuk-label--s' }}
          value={typed.words ?? ''}
          errorMessage={faultOf(form, 'words')}
        />
        <Button preventDoubleClick>Send the offer</Button>
      </Form>
    </PlacementFrame>
  );
}
