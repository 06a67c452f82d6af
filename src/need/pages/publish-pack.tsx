import { Button } from '../../govuk/button.tsx';
import { DateInput } from '../../govuk/date-input.tsx';
import { InsetText } from '../../govuk/inset-text.tsx';
import { Textarea } from '../../govuk/textarea.tsx';
import { dayText } from '../../schools/rules/figure-words.ts';
import { Form } from '../../web/form.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import type { OwnPack } from '../rules/own-pack.ts';

interface PublishPackPageProps {
  organisation: { id: string; name: string };
  pack: OwnPack;
  /** The pack that would end; null where England's holds. */
  inForce: OwnPack | null;
  today: string;
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

/** From which day a draft holds, and why. */
export function PublishPackPage({ organisation, pack, inForce, today, typed, errors }: PublishPackPageProps) {
  const message = (field: string) => (errors[field] === undefined ? undefined : { text: errors[field] });
  return (
    <Page
      title={`Publish ${pack.policy.title}`}
      caption={pack.policy.title}
      heading="Publish this pack"
      backLink={{ href: paths.needPack(organisation.id, pack.id), text: 'Back to the draft' }}
      errors={Object.entries(errors).map(([field, text]) => ({
        text,
        href: `#${field === 'from' ? 'from-day' : field}`,
      }))}
    >
      <p class="govuk-body">
        From the day you give, the schools that {organisation.name} judges get their category by this pack, in lists, on
        their pages and in plans.{' '}
        {inForce === null
          ? 'Until then England’s pack holds.'
          : `Until then “${inForce.policy.title}” holds, which began on ${dayText(inForce.validFrom ?? '')}.`}{' '}
        Published, it cannot be changed: to go on from it, copy it. Before it begins you can withdraw it.
      </p>
      <InsetText>
        <a class="govuk-link" href={paths.previewNeedPack(organisation.id, pack.id)}>
          See which schools would move, and why
        </a>
        , before you publish. The schools see under which pack they are judged, and what it says.
      </InsetText>
      <Form action={paths.publishNeedPack(organisation.id, pack.id)}>
        <DateInput
          id="from"
          namePrefix="from"
          values={typed}
          errorMessage={message('from')}
          fieldset={{ legend: { text: 'From which day does it hold?', class: 'govuk-fieldset__legend--m' } }}
          hint={{ text: `Today, ${dayText(today)}, or later.` }}
        />
        <Textarea
          name="reason"
          label={{ text: 'Why', class: 'govuk-label--m' }}
          hint={{ text: 'It stands in the history of your packs, with your name.' }}
          value={typed.reason}
          errorMessage={message('reason')}
        />
        <Button preventDoubleClick>Publish</Button>
      </Form>
    </Page>
  );
}

interface WithdrawPackPageProps {
  organisation: { id: string; name: string };
  pack: OwnPack;
  typed: string;
  problem: string | null;
}

/** Withdraws a pack that has not begun, or throws a draft away. */
export function WithdrawPackPage({ organisation, pack, typed, problem }: WithdrawPackPageProps) {
  const isDraft = pack.validFrom === null;
  return (
    <Page
      title={`${isDraft ? 'Throw away' : 'Withdraw'} ${pack.policy.title}`}
      caption={pack.policy.title}
      heading={isDraft ? 'Throw this draft away' : 'Withdraw this pack'}
      backLink={{ href: paths.needPack(organisation.id, pack.id), text: 'Back to the pack' }}
      errors={problem === null ? [] : [{ text: problem, href: '#why' }]}
    >
      <p class="govuk-body">
        {isDraft
          ? 'It stays in the list as withdrawn and can be copied, but not changed or published.'
          : `It would have held from ${dayText(pack.validFrom ?? '')}. It stays in the list, and no school was judged under it.`}
      </p>
      <Form action={paths.withdrawNeedPack(organisation.id, pack.id)}>
        <Textarea
          name="why"
          label={{ text: 'Why (if you want to say)', class: 'govuk-label--m' }}
          value={typed}
          errorMessage={problem === null ? undefined : { text: problem }}
        />
        <Button class="govuk-button--warning" preventDoubleClick>
          {isDraft ? 'Throw away' : 'Withdraw'}
        </Button>
      </Form>
    </Page>
  );
}
