import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type PolicyKind, PolicyError, policiesOf, policyAsAt, policyById, policyHeader } from './policies.ts';

const kind: PolicyKind<{ validFrom: string; validTo: string | null; days: number }> = {
  folder: 'tea',
  kind: 'tea policy',
  schema: z.strictObject({ kind: z.literal('tea policy'), ...policyHeader, days: z.number() }),
};

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'policies-'));
  mkdirSync(join(root, 'tea'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(name: string, content: object | string): void {
  writeFileSync(join(root, 'tea', name), typeof content === 'string' ? content : JSON.stringify(content));
}

function tea(validFrom: string, validTo: string | null, days: number): object {
  return { kind: 'tea policy', title: 'Tea', source: 'a test', validFrom, validTo, days };
}

describe('the policy that holds on a date', () => {
  beforeEach(() => {
    write('old.json', tea('2019-09-01', '2021-09-01', 1));
    write('new.json', tea('2021-09-01', null, 2));
    write('other.json', { kind: 'coffee policy' });
  });

  it('is the newest of those in force, and carries the name of its file', () => {
    expect(policyAsAt(kind, '2021-08-31', root)).toMatchObject({ id: 'old', days: 1 });
    expect(policyAsAt(kind, '2021-09-01', root)).toMatchObject({ id: 'new', days: 2 });
  });

  it('is refused before the first', () => {
    expect(() => policyAsAt(kind, '2019-08-31', root)).toThrow(/No tea policy holds on 2019-08-31\. Add a file/);
  });

  it('can be had by its id when it no longer holds', () => {
    expect(policyById(kind, 'old', root).days).toBe(1);
    expect(() => policyById(kind, 'older', root)).toThrow(PolicyError);
  });
});

describe('a faulty policy file', () => {
  it('is refused for an unknown key, naming file, key and mend', () => {
    write('typo.json', { ...tea('2021-09-01', null, 2), dayz: 3 });
    expect(() => policiesOf(kind, root)).toThrow(
      'policies/tea/typo.json: "dayz" is not a known key. Remove it or correct its spelling.',
    );
  });

  it('is refused for a wrong type, and every fault is named', () => {
    write('wrong.json', { ...tea('yesterday', null, 2), days: 'two' });
    expect(() => policiesOf(kind, root)).toThrow(/"validFrom" is not valid.*\n.*"days" must be number/s);
  });

  it('is refused when it is not JSON, or does not say what it is', () => {
    write('cut.json', '{ "kind": "tea policy", ');
    expect(() => policiesOf(kind, root)).toThrow(/policies\/tea\/cut\.json: is not JSON/);
    write('cut.json', '[]');
    expect(() => policiesOf(kind, root)).toThrow(/"kind" is missing/);
  });
});
