import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Button } from '../../../govuk/button.tsx';
import { Checkboxes } from '../../../govuk/checkboxes.tsx';
import { errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import { shortHash } from '../../rules/agreement/canonical.ts';
import type { AgreementContent } from '../../rules/agreement/content.ts';
import { type Signature, SIGNER_WORDS, type SigningPart } from '../../rules/agreement/signing.ts';
import type { Placement } from '../../rules/placement.ts';
import { PlacementFrame } from '../placement-frame.tsx';
import { faultOf } from './form-fields.tsx';
import { AgreementSections } from './sections.tsx';
import { Signatures } from './signatures.tsx';

interface SignPageProps {
  placement: Placement;
  part: PlacementPart & SigningPart;
  name: string;
  version: { number: number; sha256: string; content: AgreementContent };
  /** The version that the reader signed before, to be read beside this one; null when this is their first. */
  signedBefore: number | null;
  signers: readonly SigningPart[];
  signatures: readonly Signature[];
  form: FormState;
  /** The newest version when the page that was sent showed another one. */
  newest: number | null;
}

/** Where somebody signs: what they sign stands whole above the button, with its number and hash. */
export function SignPage(props: SignPageProps) {
  const { placement, part, name, version, signedBefore, signers, signatures, form, newest } = props;
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="agreement"
      heading={`Sign version ${version.number}`}
      errors={[
        ...(newest === null
          ? []
          : [
              {
                text: `What you were about to sign is not the newest version: version ${newest} is. Nothing is signed. Read it below, then sign it.`,
                href: '#agreed',
              },
            ]),
        ...errorsOf(form),
      ]}
    >
      {signedBefore !== null && (
        <p class="govuk-body">
          You signed version {signedBefore}.{' '}
          <a
            class="govuk-link"
            href={paths.agreementPage(placement.id, 'compare', {
              from: String(signedBefore),
              to: String(version.number),
            })}
          >
            See what changed since
          </a>
        </p>
      )}
      <AgreementSections content={version.content} changes={null} level="h2" />
      <Signatures version={version.number} signers={signers} signatures={signatures} />
      <Form action={paths.agreementPage(placement.id, 'sign')}>
        <input type="hidden" name="number" value={version.number} />
        <input type="hidden" name="sha256" value={version.sha256} />
        <p class="govuk-body">
          You sign version <strong>{version.number}</strong> with the hash <code>{shortHash(version.sha256)}</code>, as{' '}
          <strong>{name}</strong>. {SIGNER_WORDS[part]}. A signature cannot be taken back: what is signed is only
          replaced by a new version that everybody signs.
        </p>
        <Checkboxes
          name="agreed"
          values={form.typed.agreed === undefined ? [] : [form.typed.agreed]}
          errorMessage={faultOf(form, 'agreed')}
          items={[{ value: 'yes', text: `I have read version ${version.number} and agree to it` }]}
        />
        <Button preventDoubleClick>Sign version {version.number}</Button>
      </Form>
    </PlacementFrame>
  );
}
