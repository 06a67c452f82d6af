import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Button } from '../../../govuk/button.tsx';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import { SIGNER_WORDS, type SigningPart } from '../../rules/agreement/signing.ts';
import type { PlacementEvent } from '../../rules/event.ts';
import type { OpenItem, Placement } from '../../rules/placement.ts';
import { ChangedMeanwhile } from '../changed-meanwhile.tsx';
import { PlacementFrame } from '../placement-frame.tsx';

interface SendPageProps {
  placement: Placement;
  part: PlacementPart;
  draft: { number: number; revision: number };
  signers: readonly SigningPart[];
  /** Day by which signatures are asked for, in words. */
  signBy: string;
  open: readonly OpenItem[];
  since: readonly PlacementEvent[];
  /** Whether somebody changed the draft since the page was shown. */
  draftChanged: boolean;
}

/** Where a draft is sent out for signature, or discarded. */
export function SendPage({ placement, part, draft, signers, signBy, open, since, draftChanged }: SendPageProps) {
  const errors = [
    ...(draftChanged
      ? [{ text: 'Somebody changed the draft while this page was open: read it again, then send it', href: '#what' }]
      : []),
    ...open.map(({ words, at }) => ({ text: words, href: paths.placementPage(placement.id, at) })),
  ];
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="agreement"
      heading={`Send version ${draft.number} for signature`}
      errors={errors}
    >
      <ChangedMeanwhile since={since} />
      <p class="govuk-body" id="what">
        <a class="govuk-link" href={paths.placementPage(placement.id, 'agreement')}>
          Read the draft
        </a>{' '}
        once more: from when it is sent it never changes. Signatures are asked for by {signBy}, from:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {signers.map((signer) => (
          <li>{SIGNER_WORDS[signer]}</li>
        ))}
      </ul>
      <Form action={paths.agreementPage(placement.id, 'send')}>
        <input type="hidden" name="version" value={placement.version} />
        <input type="hidden" name="revision" value={draft.revision} />
        <Button preventDoubleClick>Send version {draft.number}</Button>
      </Form>
      <Form action={paths.agreementPage(placement.id, 'discard')}>
        <input type="hidden" name="revision" value={draft.revision} />
        <Button preventDoubleClick class="govuk-button--warning">
          Discard the draft
        </Button>
      </Form>
    </PlacementFrame>
  );
}
