import { describe, expect, it } from 'vitest';
import { encodingOf } from './encoding.ts';

describe('encodingOf', () => {
  it('takes valid UTF-8 for UTF-8, with or without a byte order mark', () => {
    expect(encodingOf(Buffer.from('URN,Salary (£s)'), 'a.csv')).toBe('utf-8');
    expect(encodingOf(Buffer.from('\uFEFFURN'), 'a.csv')).toBe('utf-8');
  });

  it('takes other bytes for Windows-1252', () => {
    expect(encodingOf(Buffer.from([0x53, 0x74, 0x20, 0x4d, 0x61, 0x72, 0x79, 0x92, 0x73]), 'a.csv')).toBe(
      'windows-1252',
    );
  });

  it('refuses UTF-16 and bytes that neither encoding has, with the mend', () => {
    expect(() => encodingOf(Buffer.from('\uFEFFURN,LA', 'utf16le'), 'a.csv')).toThrow(/UTF-16.*Save it as "CSV UTF-8"/);
    expect(() => encodingOf(Buffer.from([0x41, 0x81, 0x42]), 'a.csv')).toThrow('neither UTF-8 nor Windows-1252');
  });
});
