import { Button } from '../../../govuk/button.tsx';
import { InsetText } from '../../../govuk/inset-text.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import type { DocumentPageProps } from './document.tsx';

/** Where somebody else approves or refuses what was asked for, or whoever asked takes it back. */
export function DecisionForms({ placement, document, can, personId, form }: DocumentPageProps) {
  if (document.state !== 'requested' || !(can.approve || can.request)) return null;
  if (document.requestedById === personId) {
    return (
      <section class="app-no-print" aria-label="Your own request">
        <InsetText>
          You asked for this yourself: a service lead or finance officer other than you approves it.
        </InsetText>
        <Form action={paths.moneyDocument(placement.id, document.id, 'withdraw')}>
          <Button class="govuk-button--secondary" preventDoubleClick>
            Take it back
          </Button>
        </Form>
      </section>
    );
  }
  if (!can.approve)
    return <InsetText>It waits for approval by a service lead or finance officer of the service.</InsetText>;
  return (
    <section class="app-no-print" aria-labelledby="decide">
      <h2 class="govuk-heading-m" id="decide">
        Approve or refuse
      </h2>
      <Form action={paths.moneyDocument(placement.id, document.id, 'approve')}>
        <Button preventDoubleClick>{`Approve this ${document.kind}`}</Button>
      </Form>
      <Form action={paths.moneyDocument(placement.id, document.id, 'refuse')}>
        <Textarea
          id="words"
          name="words"
          label={{ text: 'Why it is refused' }}
          hint={{ text: 'Whoever asked for it reads this.' }}
          rows={2}
          value={form.typed.words ?? ''}
          errorMessage={form.errors.words === undefined ? undefined : { text: form.errors.words }}
        />
        <Button class="govuk-button--secondary" preventDoubleClick>
          Refuse it
        </Button>
      </Form>
    </section>
  );
}
