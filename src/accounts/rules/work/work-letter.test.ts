import { describe, expect, it } from 'vitest';
import type { WorkItem } from '../../../calendar/work-item.ts';
import { render } from '../../../mail/templates.ts';
import { workLetter } from './work-letter.ts';

const item = (title: string, due: string | null, about: string): WorkItem => ({
  key: `${title} ${about}`,
  title,
  href: '/x',
  due,
  since: null,
  about,
  kind: 'Planning',
});
const today = '2026-11-22';

describe('a letter about work', () => {
  const work = [
    {
      role: 'Broker, Invented Council',
      items: [
        item('Sign the agreement', '2026-12-03', 'Ash Primary'),
        item('Read a plan', null, 'Elm Primary'),
        item('Sign the agreement', '2026-11-20', 'Elm Primary'),
        item('Say yes', today, 'Oak High'),
      ],
    },
    { role: 'Headteacher, Invented School', items: [item('Answer', '2026-11-21', 'Oak High')] },
  ];

  it('puts the most pressing first and joins what has the same name', () => {
    expect(workLetter(work, today, 25)).toEqual({
      parts: [
        {
          heading: 'Broker, Invented Council',
          lines: [
            'Sign the agreement (2), the first due 20 November 2026, 2 days late',
            'Say yes: due today',
            'Read a plan',
          ],
        },
        { heading: 'Headteacher, Invented School', lines: ['Answer: due 21 November 2026, 1 day late'] },
      ],
      more: 0,
    });
  });

  it('says how much did not fit', () => {
    const { parts, more } = workLetter(work, today, 2);
    expect([parts.length, parts[0]!.lines.length, more]).toEqual([1, 2, 2]);
  });

  it('names no school, in its subject or its text', () => {
    const link = 'https://x.example/my-work';
    for (const name of ['work of the week', 'work reminders'] as const) {
      const letter = render({ name, ...workLetter(work, today, 25), link, unsubscribe: `${link}/stop` });
      for (const { about } of work.flatMap(({ items }) => items))
        expect(letter.subject + letter.text).not.toContain(about);
      expect(letter.unsubscribeUrl).toBe(`${link}/stop`);
      expect(letter.text).toContain(link);
    }
  });
});
