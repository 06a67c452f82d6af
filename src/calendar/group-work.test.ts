import { expect, it } from 'vitest';
import { groupWork } from './group-work.ts';
import type { WorkItem } from './work-item.ts';

const item = (key: string, due: string | null, since: string | null = null): WorkItem => ({
  key,
  title: key,
  href: '/',
  due,
  since,
  about: 'Stopsley Primary',
  kind: 'Planning',
});

const keys = (items: readonly WorkItem[]) => items.map(({ key }) => key);

it('groups work by how pressing it is: late, within a week, later, without a day', () => {
  const work = [
    item('later', '2026-12-01'),
    item('none, new', null, '2026-11-20'),
    item('none, old', null, '2026-10-01'),
    item('in a week', '2026-11-29'),
    item('today', '2026-11-22'),
    item('yesterday', '2026-11-21'),
    item('long late', '2026-09-01'),
  ];
  const { late, soon, later, noDay } = groupWork(work, '2026-11-22');
  expect(keys(late)).toEqual(['long late', 'yesterday']);
  expect(keys(soon)).toEqual(['today', 'in a week']);
  expect(keys(later)).toEqual(['later']);
  expect(keys(noDay)).toEqual(['none, old', 'none, new']);
});
