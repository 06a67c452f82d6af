import type { AgreementDocument } from '../../rules/agreement/document.ts';
import { wordDocument } from '../../../web/word-document.ts';

/** A version of an agreement as a Word file. */
export function agreementWord({ title, footer, parties, sections, signatures, hash }: AgreementDocument) {
  return wordDocument({
    title,
    footer,
    blocks: [
      { kind: 'facts', rows: parties },
      ...sections.flatMap(({ title: heading, rows }) => [
        { kind: 'heading' as const, level: 1 as const, text: heading },
        { kind: 'facts' as const, rows },
      ]),
      { kind: 'heading', level: 1, text: 'Signatures' },
      ...(signatures.rows.length === 0
        ? [{ kind: 'paragraph' as const, text: 'Nobody has signed this version.' }]
        : [{ kind: 'table' as const, ...signatures }]),
      ...(hash === null ? [] : [{ kind: 'paragraph' as const, text: `SHA-256 of what is signed: ${hash}` }]),
    ],
  });
}
