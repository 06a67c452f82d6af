import { londonMoment } from '../../../opendata/rules/london-time.ts';
import type { Placement } from '../placement.ts';
import type { AgreementContent } from './content.ts';
import { sectionsOf } from './sections.ts';
import { type Signature, SIGNER_WORDS } from './signing.ts';

/** A version of an agreement as a document to hand on: facts by name, and the signatures in a table. */
export interface AgreementDocument {
  title: string;
  footer: string;
  parties: [string, string][];
  sections: { title: string; rows: [string, string][] }[];
  signatures: { head: string[]; rows: string[][] };
  hash: string | null;
}

/** The document of a version. `service` is the name of who brokers; `sha256` is null for a draft. */
export function agreementDocument(
  { reference, supported, home, leader }: Pick<Placement, 'reference' | 'supported' | 'home' | 'leader'>,
  service: string,
  {
    number,
    content,
    sha256,
    sentAt,
  }: { number: number; content: AgreementContent; sha256: string | null; sentAt: Date | null },
  signatures: readonly Signature[],
): AgreementDocument {
  return {
    title: `Agreement ${reference}, version ${number}`,
    footer: `${reference}, version ${number}${sha256 === null ? ' (draft)' : ''}`,
    parties: [
      ['Service', service],
      ['Supported school', supported.name],
      ['Home school', home?.name ?? 'Not found yet'],
      ['Leader', leader?.name ?? 'Not found yet'],
      ['Sent out', sentAt === null ? 'Draft, not sent' : londonMoment(sentAt)],
    ],
    sections: sectionsOf(content).map(({ title, rows }) => ({
      title,
      rows: rows.map(({ name, value }): [string, string] => [name, value === '' ? 'Not said yet' : value]),
    })),
    signatures: {
      head: ['Who signs', 'Name and role', 'Signed', 'Hash'],
      rows: signatures
        .filter(({ version }) => version === number)
        .map(({ part, name, role, at, sha256: hash }) => [
          SIGNER_WORDS[part],
          `${name}, ${role}`,
          londonMoment(at),
          hash.slice(0, 12),
        ]),
    },
    hash: sha256,
  };
}
