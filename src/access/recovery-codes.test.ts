import { describe, expect, it } from 'vitest';
import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-codes.ts';

describe('recovery codes', () => {
  it('are as many as asked, each its own', () => {
    const codes = newRecoveryCodes(10);
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('are known again however they are typed', () => {
    const [code = ''] = newRecoveryCodes(1);
    const stored = hashOfRecoveryCode(code);
    expect(stored).not.toContain(code);
    const typed = [
      code.toLowerCase(),
      code.replaceAll('-', ''),
      code.replaceAll('-', ' – '),
      code.replaceAll('0', 'o'),
    ];
    for (const one of [...typed, code.replaceAll('1', 'l')]) expect(hashOfRecoveryCode(one)).toBe(stored);
    expect(hashOfRecoveryCode(`${code}X`)).not.toBe(stored);
  });
});
