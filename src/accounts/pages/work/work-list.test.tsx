import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { WorkList } from './work-list.tsx';

const items = Array.from({ length: 5 }, (_, k) => ({
  key: `item ${k}`,
  title: `Do number ${k}`,
  href: `/do/${k}`,
  due: `2026-11-0${k + 1}`,
  since: null,
  about: 'A school',
  kind: 'Placements',
}));

describe('a long list of work', () => {
  it('shows the most pressing, says how many more there are, and where all of them are', () => {
    const text = render(<WorkList items={items} today="2026-11-20" most={3} />);
    expect([...text.matchAll(/Do number (\d)/g)].map(([, n]) => n)).toEqual(['0', '1', '2']);
    expect(text).toContain('(5)');
    expect(text).toContain('And 2 more');
    expect(text).toContain('href="/my-work?whole=yes"');
  });

  it('says nothing of more where all are shown', () => {
    const text = render(<WorkList items={items} today="2026-11-20" most={Number.POSITIVE_INFINITY} />);
    expect(text).toContain('Do number 4');
    expect(text).not.toContain('more');
  });
});
