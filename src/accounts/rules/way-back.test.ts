import { describe, expect, it } from 'vitest';
import { wayBack } from './way-back.ts';

describe('the way back after signing in', () => {
  it('keeps a path of this site with its query', () => {
    expect(wayBack('/areas/821/need?category=A')).toBe('/areas/821/need?category=A');
  });

  it.each([
    undefined,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    '/a\r\nSet-Cookie: x=1',
    '/sign-in?to=/sign-in',
    '/sign-out',
  ])('takes %j for the home page', (asked) => {
    expect(wayBack(asked)).toBe('/my-work');
  });
});
