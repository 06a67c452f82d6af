import { Table } from '../../../govuk/table.tsx';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import { shortHash } from '../../rules/agreement/canonical.ts';
import { type Signature, SIGNER_WORDS, type SigningPart } from '../../rules/agreement/signing.ts';

interface SignaturesProps {
  /** The version that is to be signed, or was. */
  version: number;
  signers: readonly SigningPart[];
  signatures: readonly Signature[];
}

/** Who signed which version and when, and who has not signed this one. */
export function Signatures({ version, signers, signatures }: SignaturesProps) {
  const under = signatures.filter((signature) => signature.version === version);
  // Whoever signed then may not be who would be asked now.
  const parts = [...new Set([...under.map(({ part }) => part), ...openParts(signers, under)])];
  return (
    <ScrollRegion label={`Signatures under version ${version}`}>
      <Table
        caption={`Signatures under version ${version}`}
        captionClass="govuk-table__caption--s"
        class="app-table"
        firstCellIsHeader
        head={[{ text: 'Who signs' }, { text: 'Name and role' }, { text: 'Signed' }, { text: 'Hash that was signed' }]}
        rows={parts.map((part) => {
          const signature = under.find((one) => one.part === part);
          const before = signatures.findLast((one) => one.part === part && one.version < version);
          return signature === undefined
            ? [
                { text: SIGNER_WORDS[part] },
                { text: before === undefined ? '' : `Signed version ${before.version}, not this one` },
                { text: 'Not signed' },
                { text: '' },
              ]
            : [
                { text: SIGNER_WORDS[part] },
                { text: `${signature.name}, ${signature.role}` },
                { text: londonMoment(signature.at) },
                { text: <code>{shortHash(signature.sha256)}</code> },
              ];
        })}
      />
    </ScrollRegion>
  );
}

/** Who is still asked; for the home school nobody is, once one of the two has signed. */
function openParts(signers: readonly SigningPart[], under: readonly Signature[]): SigningPart[] {
  const homeSigned = under.some(({ part }) => isHome(part));
  return signers.filter((part) => !(isHome(part) && homeSigned));
}

function isHome(part: SigningPart): boolean {
  return part === 'home head' || part === 'home board';
}
