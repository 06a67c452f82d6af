import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Details } from '../../../govuk/details.tsx';
import { paths } from '../../../web/paths.ts';
import type { AgreementContent } from '../../rules/agreement/content.ts';
import type { Signature, SigningPart } from '../../rules/agreement/signing.ts';
import type { Placement } from '../../rules/placement.ts';
import { PlacementFrame } from '../placement-frame.tsx';
import { AgreementSections } from './sections.tsx';
import { Signatures } from './signatures.tsx';

interface VersionPageProps {
  placement: Placement;
  part: PlacementPart;
  number: number;
  content: AgreementContent;
  /** "In force", "Draft". */
  standing: string;
  signers: readonly SigningPart[];
  signatures: readonly Signature[];
  /** The text that is signed, its hash, and whether the text still gives the hash; null for a draft. */
  fixed: { canonical: string; sha256: string; isIntact: boolean } | null;
}

/** One version of an agreement, to read and to print, with the signatures under it and its hash. */
export function VersionPage(props: VersionPageProps) {
  const { placement, part, number, content, standing, signers, signatures, fixed } = props;
  const { supported, home, leader } = placement;
  return (
    <PlacementFrame placement={placement} part={part} current="agreement" heading={`Agreement, version ${number}`}>
      <p class="govuk-body">
        <strong>{standing}.</strong> Between the service, {supported.name}, {home?.name ?? 'a home school'} and{' '}
        {leader?.name ?? 'a leader'}.{' '}
        <a class="govuk-link app-no-print" href={paths.agreementPage(placement.id, 'word', { number: String(number) })}>
          Word file
        </a>
      </p>
      <AgreementSections content={content} changes={null} level="h2" />
      {fixed !== null && (
        <>
          <Signatures version={number} signers={signers} signatures={signatures} />
          <h2 class="govuk-heading-s">Hash</h2>
          <p class="govuk-body">
            <code class="app-letter">{fixed.sha256}</code>
            <br />
            {fixed.isIntact
              ? 'Worked out again now from the text that was sent: it is the same.'
              : 'Worked out again now from the text that was sent, it differs: the record was tampered with. Tell the administrator.'}
          </p>
          <Details summaryText="The text that is signed">
            <p>Its SHA-256 in UTF-8 is the hash above.</p>
            <code class="app-letter">{fixed.canonical}</code>
          </Details>
        </>
      )}
      <p class="govuk-body app-no-print">
        <a class="govuk-link" href={paths.placementPage(placement.id, 'agreement')}>
          Back to the agreement
        </a>
      </p>
    </PlacementFrame>
  );
}
