import { Table } from '../../../govuk/table.tsx';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import { shortHash } from '../../rules/agreement/canonical.ts';

/** A version in the list of a placement. */
export interface VersionListed {
  number: number;
  /** "Draft", "In force", "Being signed", "Replaced", "Taken back". */
  standing: string;
  sentAt: Date | null;
  sha256: string | null;
}

/** Every version of an agreement, the newest first, each to read, to print, and beside the one before. */
export function Versions({ placementId, versions }: { placementId: string; versions: readonly VersionListed[] }) {
  return (
    <ScrollRegion label="Versions">
      <Table
        caption="Versions"
        captionClass="govuk-table__caption--m"
        class="app-table"
        firstCellIsHeader
        head={[{ text: 'Version' }, { text: 'Standing' }, { text: 'Sent out' }, { text: 'Hash' }, { text: 'Read' }]}
        rows={versions.map(({ number, standing, sentAt, sha256 }) => [
          { text: `Version ${number}` },
          { text: standing },
          { text: sentAt === null ? 'Not sent' : londonMoment(sentAt) },
          { text: sha256 === null ? '' : <code>{shortHash(sha256)}</code> },
          {
            text: (
              <>
                <a class="govuk-link" href={paths.agreementPage(placementId, 'version', { number: String(number) })}>
                  Read<span class="govuk-visually-hidden"> version {number}</span>
                </a>
                {', '}
                <a class="govuk-link" href={paths.agreementPage(placementId, 'word', { number: String(number) })}>
                  Word<span class="govuk-visually-hidden"> file of version {number}</span>
                </a>
                {number > 1 && (
                  <>
                    {', '}
                    <a
                      class="govuk-link"
                      href={paths.agreementPage(placementId, 'compare', {
                        from: String(number - 1),
                        to: String(number),
                      })}
                    >
                      Compare with {number - 1}
                    </a>
                  </>
                )}
              </>
            ),
          },
        ])}
      />
    </ScrollRegion>
  );
}
