import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const PROJECT = join(import.meta.dirname, '..');
const text = readFileSync(join(PROJECT, 'docs/security.md'), 'utf8');

/** The requirements of levels 1 and 2 of OWASP ASVS 5.0.0: how many each section begins with; those of level 3 follow them. */
const SECTIONS = `
  1.1:2 1.2:9 1.3:11 1.4:3 1.5:2  2.1:3 2.2:3 2.3:4 2.4:1  3.2:2 3.3:4 3.4:6 3.5:5 3.7:2  4.1:3 4.2:1 4.3:2 4.4:4
  5.1:1 5.2:3 5.3:2 5.4:3  6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4  7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2
  8.1:2 8.2:3 8.3:1 8.4:1  9.1:3 9.2:4  10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3
  11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1  12.1:3 12.2:2 12.3:4  13.1:1 13.2:5 13.3:2 13.4:5
  14.1:2 14.2:4 14.3:3  15.1:3 15.2:3 15.3:7  16.1:1 16.2:5 16.3:4 16.4:3 16.5:3  17.1:1 17.2:4 17.3:2`;

const STATUSES = ['met', 'not met', 'not applicable'] as const;

const rows = [...text.matchAll(/^\| (\d+\.\d+\.\d+) +\| (.+?) +\| (.+?) +\| (.+?) +\|$/gm)].map(
  ([, id = '', asked = '', status = '', where = '']) => ({ id, asked, status, where }),
);

describe('the mapping to OWASP ASVS 5.0', () => {
  it('has each requirement of levels 1 and 2 once, in order', () => {
    const ids = [...SECTIONS.matchAll(/(\S+):(\d+)/g)].flatMap(([, section, last]) =>
      Array.from({ length: Number(last) }, (_, n) => `${section}.${n + 1}`),
    );
    expect(ids).toHaveLength(253);
    expect(rows.map(({ id }) => id)).toEqual(ids);
  });

  it('says of each whether it is met, and counts right', () => {
    expect(rows.filter(({ status }) => !STATUSES.some((one) => one === status))).toEqual([]);
    const [met, notMet, none] = STATUSES.map((status) => rows.filter((row) => row.status === status).length);
    expect(text).toContain(`**${met} met, ${notMet} not met, ${none} not applicable.**`);
  });

  it('says of each that is not met what would mend it', () => {
    const bare = rows.filter(({ status, where }) => status === 'not met' && !/Mend: |^as \d+\.\d+\.\d+/.test(where));
    expect(bare).toEqual([]);
  });

  it('names tests and documents that are there', () => {
    const named = new Set([...text.matchAll(/`([^`\s]+\.test\.tsx?)`/g)].map(([, file = '']) => file));
    expect(named.size).toBeGreaterThan(30);
    expect([...named].filter((file) => !existsSync(join(PROJECT, file)))).toEqual([]);
    const linked = [...text.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, file = '']) => file);
    expect(linked.filter((file) => !existsSync(join(PROJECT, 'docs', file)))).toEqual([]);
  });
});
