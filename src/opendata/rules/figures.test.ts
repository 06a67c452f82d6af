import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFigure } from './figures.ts';
import { MISSING_REASONS, type MissingReason } from './missing.ts';

describe('parseFigure', () => {
  it.each([
    ['52.4%', '52.4'],
    ['£48,747', '48747'],
    ['250,564', '250564'],
    ['-11223.65', '-11223.65'],
    ['-£1,200.50', '-1200.50'],
    ['0%', '0'],
    [' 12 ', '12'],
  ])('%s is the number %s', (cell, value) => {
    expect(parseFigure(cell)).toEqual({ value, missing: null });
  });

  it.each([
    'nan',
    'n/a',
    '12a',
    '1,23',
    '1.2.3',
    '--5',
    '%',
    '£',
    'supp',
    '1e3',
    '.',
    '9'.repeat(400),
    `£1${',000'.repeat(90)}`,
  ])('%s is neither a number nor a code', (cell) => {
    expect(parseFigure(cell)).toBeNull();
  });

  it('keeps each reason for a missing figure apart', () => {
    for (const reason of Object.keys(MISSING_REASONS) as MissingReason[]) {
      if (reason === 'BLANK' || reason === 'SHORT') continue;
      expect(parseFigure(reason)).toEqual({ value: null, missing: reason });
    }
    expect(parseFigure('')).toEqual({ value: null, missing: 'BLANK' });
    expect(parseFigure(' ')).toEqual({ value: null, missing: 'BLANK' });
    expect(parseFigure(undefined)).toEqual({ value: null, missing: 'SHORT' });
  });

  it('reads back every number, however it is dressed', () => {
    const cents = fc.integer({ min: -99_999_999, max: 99_999_999 });
    const dress = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => `${text}%`,
      (text) => text.replace(/^(-?)/, '$1£'),
      (text) => ` ${text}`,
    );
    fc.assert(
      fc.property(cents, fc.boolean(), dress, (number, grouped, dressed) => {
        const plain = (number / 100).toFixed(2);
        const [whole = '', rest = ''] = plain.split('.');
        const text = grouped ? `${whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',')}.${rest}` : plain;
        expect(Number(parseFigure(dressed(text))?.value)).toBe(Number(plain));
      }),
    );
  });

  it('never turns text into a number that the text does not say', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const value = parseFigure(text)?.value ?? null;
        expect(value ?? text.replaceAll(/[£,%\s]/g, '')).toBe(text.replaceAll(/[£,%\s]/g, ''));
      }),
    );
  });
});
