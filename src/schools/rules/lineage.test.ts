import { describe, expect, it } from 'vitest';
import { link } from '../../../test/factories/links.ts';
import { ancestorsOf } from './lineage.ts';
import { type PublishedLink, schoolChanges } from './school-change.ts';

function chainOf(urn: number, links: PublishedLink[]) {
  const changes = schoolChanges(links, new Map(), '2022-07-06', { agreeWithinDays: 92, opensWithinDays: 1096 });
  return ancestorsOf(changes, urn).map((one) => [one.urn, one.kind, one.until, one.generation]);
}

describe('ancestorsOf', () => {
  const three = [
    link(2, 1, 'Predecessor', '2008-09-01'),
    link(3, 2, 'Predecessor', '2012-09-01'),
    link(4, 3, 'Predecessor', '2019-09-01'),
  ];

  it('follows a chain of three conversions, the nearest first, each until its own day', () => {
    expect(chainOf(4, three)).toEqual([
      [3, 'conversion', '2019-09-01', 1],
      [2, 'conversion', '2012-09-01', 2],
      [1, 'conversion', '2008-09-01', 3],
    ]);
    expect(chainOf(1, three)).toEqual([]);
  });

  it('names both schools of a merger, and what is behind one is behind the merger', () => {
    const links = [
      link(5, 4, 'Predecessor - merged', '2021-09-01'),
      link(5, 9, 'Predecessor - merged', '2021-09-01'),
      ...three,
    ];
    expect(chainOf(5, links).map(([urn, kind]) => [urn, kind])).toEqual([
      [4, 'merger'],
      [9, 'merger'],
      [3, 'merger'],
      [2, 'merger'],
      [1, 'merger'],
    ]);
  });

  it('goes over a split to what was before it, as history of the split', () => {
    const links = [...three, link(6, 3, 'Predecessor - Split School', '2019-09-01')];
    expect(chainOf(4, links).map(([urn, kind]) => [urn, kind])).toEqual([
      [3, 'split'],
      [2, 'split'],
      [1, 'split'],
    ]);
  });

  it('doubts a change that is dated after the one that followed it', () => {
    const links = [link(2, 1, 'Predecessor', '2020-09-01'), link(3, 2, 'Predecessor', '2012-09-01')];
    expect(chainOf(3, links)).toEqual([
      [2, 'conversion', '2012-09-01', 1],
      [1, 'doubtful', '2020-09-01', 2],
    ]);
  });

  it('ends where links go in a circle', () => {
    const circle = [
      link(2, 1, 'Predecessor', '2012-09-01'),
      link(3, 2, 'Predecessor', '2015-09-01'),
      link(1, 3, 'Predecessor', '2018-09-01'),
    ];
    expect(chainOf(3, circle).map(([urn, kind]) => [urn, kind])).toEqual([
      [2, 'doubtful'],
      [1, 'doubtful'],
    ]);
  });
});
