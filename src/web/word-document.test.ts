import { describe, expect, it } from 'vitest';
import { wordDocument } from './word-document.ts';
import { fromBuffer } from 'yauzl';

/** A part of the file by its name, as text. */
function partOf(file: Uint8Array, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(file), { lazyEntries: true }, (error, zip) => {
      if (error || zip === undefined) return reject(error);
      zip.on('entry', (entry: { fileName: string }) => {
        if (entry.fileName !== name) return zip.readEntry();
        zip.openReadStream(entry as never, async (fault, stream) => {
          if (fault || stream === undefined) return reject(fault);
          const pieces: Buffer[] = [];
          for await (const piece of stream) pieces.push(piece as Buffer);
          resolve(Buffer.concat(pieces).toString('utf8'));
        });
      });
      zip.on('end', () => reject(new Error(`the file has no ${name}`)));
      zip.readEntry();
    });
  });
}

describe('a Word document', () => {
  it('holds its words as words, its headings as headings and repeats the head of a table', async () => {
    const file = await wordDocument({
      title: 'Agreement',
      footer: '2026-014, version 2',
      blocks: [
        { kind: 'heading', level: 1, text: 'Objectives' },
        { kind: 'paragraph', text: 'Reading & <b>writing</b>\nin year 2\u0001' },
        { kind: 'list', items: ['One'] },
        { kind: 'facts', rows: [['Rate', '£350.00']] },
        { kind: 'table', head: ['What', 'Pence'], rows: [['A day', '35,000']], numeric: [1] },
      ],
    });
    const body = await partOf(file, 'word/document.xml');
    expect(body).toContain('Reading &amp; &lt;b&gt;writing&lt;/b&gt;');
    expect(body).toMatch(/<w:br\/><w:t[^>]*>in year 2<\/w:t>/);
    expect(body).toContain('w:val="Heading1"');
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(body).toContain('£350.00');
    expect(body).toMatch(/w:jc w:val="right"[\s\S]*35,000/);
    expect(await partOf(file, 'word/footer1.xml')).toContain('2026-014, version 2, page ');
  });
});
