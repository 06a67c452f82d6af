import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { figureColumns } from '../../../test/figure-columns.ts';
import { columnsRead } from './header.ts';
import { LAYOUTS, recognise } from './layouts.ts';

describe('recognise', () => {
  it('knows each layout from its own columns, in any case and order', () => {
    for (const layout of LAYOUTS) {
      const columns = columnsRead(layout, 2018).map((column) => `  ${column.toUpperCase()} `);
      expect(recognise(columns.toReversed(), `${layout.layout}.csv`).layout).toBe(layout.layout);
    }
  });

  it('gives each layout a name of its own', () => {
    expect(new Set(LAYOUTS.map(({ layout }) => layout)).size).toBe(LAYOUTS.length);
  });

  it('names the column that keeps a file from being one it is like', () => {
    expect(() => recognise(['LA', 'ESTAB', 'URN', 'PERCTOT'], 'england_abs.csv')).toThrow(
      'england_abs.csv, line 1, column "PPERSABS10": the file is like the layout absence, but its header lacks this column',
    );
  });

  it('says what a strange file starts with, and where the known ones are listed', () => {
    expect(() => recognise(['Name', 'Shoe size'], 'shoes.csv')).toThrow(
      'shoes.csv, line 1: the header is not that of any dataset known here (it starts "Name", "Shoe size"). docs/datasets.md lists',
    );
  });
});

describe('docs/datasets.md', () => {
  it('has a section for each layout, which names every column that it reads alone', () => {
    const page = readFileSync(new URL('../../../docs/datasets.md', import.meta.url), 'utf8');
    const sections = new Map(page.split('\n### ').map((section) => [section.split(':')[0], section]));
    for (const layout of LAYOUTS) expect([...sections.keys()]).toContain(layout.layout);
    for (const layout of LAYOUTS.filter(({ figures }) => figures)) {
      const section = sections.get(layout.layout) ?? '';
      for (const [column] of figureColumns(layout, 2018).filter(([, , about]) => !about?.back))
        expect(namesOf(section)).toContain(column);
    }
  });
});

/** Column names in a section; `Reading|Maths Score` stands for two. */
function namesOf(section: string): string[] {
  return [...section.matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) => {
    const [, first = '', rest = ''] = /^([\w|]+)( .*)?$/.exec(code) ?? [];
    return first.includes('|') ? first.split('|').map((name) => name + rest) : [code];
  });
}
