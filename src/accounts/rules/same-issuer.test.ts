import { expect, it } from 'vitest';
import { sameIssuer } from './same-issuer.ts';

it('takes an issuer for the same with its port or slash written out, and no other for it', () => {
  expect(sameIssuer('https://oidc.example.org', 'https://oidc.example.org:443')).toBe(true);
  expect(sameIssuer('https://oidc.example.org', 'https://oidc.example.org/')).toBe(true);
  expect(sameIssuer('https://oidc.example.org/a', 'https://oidc.example.org/b')).toBe(false);
  expect(sameIssuer('https://oidc.example.org', 'http://oidc.example.org')).toBe(false);
  expect(sameIssuer('https://oidc.example.org', '')).toBe(false);
});
