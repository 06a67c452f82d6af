import { isUtf8 } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { heldContent } from './content.ts';
import { encodingOf } from './encoding.ts';

const encoding = (bytes: Buffer) => encodingOf(heldContent('a.csv', bytes));

describe('encodingOf', () => {
  it('takes valid UTF-8 for UTF-8, with or without a byte order mark', () => {
    expect(encoding(Buffer.from('URN,Salary (£s)'))).toBe('utf-8');
    expect(encoding(Buffer.from('\uFEFFURN'))).toBe('utf-8');
  });

  it('takes other bytes for Windows-1252', () => {
    expect(encoding(Buffer.from([0x53, 0x74, 0x20, 0x4d, 0x61, 0x72, 0x79, 0x92, 0x73]))).toBe('windows-1252');
  });

  it('refuses UTF-16 and bytes that neither encoding has, with the mend', () => {
    expect(() => encoding(Buffer.from('\uFEFFURN,LA', 'utf16le'))).toThrow(/UTF-16.*Save it as "CSV UTF-8"/);
    expect(() => encoding(Buffer.from([0x41, 0x81, 0x42]))).toThrow('neither UTF-8 nor Windows-1252');
  });

  it('judges the same wherever the pieces fall', () => {
    const character = fc.constantFrom('a', 'é', '€', '\u{1F3EB}', '\u{10FFFF}').map((text) => Buffer.from(text));
    const stray = fc.constantFrom(0xe9, 0xc3, 0x92, 0xf0, 0x81).map((byte) => Buffer.from([byte]));
    const bytes = fc
      .array(fc.oneof({ weight: 9, arbitrary: character }, { weight: 1, arbitrary: stray }), { maxLength: 30 })
      .map((parts) => Buffer.concat(parts));
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 5 }), (whole, size) => {
        const pieces: Buffer[] = [];
        for (let at = 0; at < whole.length; at += size) pieces.push(whole.subarray(at, at + size));
        // Characters of UTF-8 have bytes that Windows-1252 leaves undefined.
        const isWindows = ![0x81, 0x8d, 0x8f, 0x90, 0x9d].some((byte) => whole.includes(byte));
        const expected = isUtf8(whole) ? 'utf-8' : isWindows ? 'windows-1252' : 'refused';
        const judge = () => encodingOf({ name: 'a.csv', chunks: () => pieces });
        expect(orRefused(judge)).toBe(expected);
      }),
    );
  });
});

function orRefused(judge: () => string): string {
  try {
    return judge();
  } catch {
    return 'refused';
  }
}
