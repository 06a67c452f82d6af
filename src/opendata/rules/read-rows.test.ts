import { describe, expect, it } from 'vitest';
import { readPublished } from '../../../test/published-text.ts';

const ABSENCE = 'LA,ESTAB,URN,PERCTOT,PPERSABS10\n';
const read = (rows: string) => readPublished(ABSENCE + rows, 'absence-2018-2019.csv');

describe('rowReader', () => {
  it('sets a row aside whole, with a reason for each cell that cannot be read', () => {
    const { tables, setAside } = read('202,2000,136807,4.3,n/a\n202,2000,136808,w,y\n202,2000,136809,4,5\n');
    expect(setAside).toEqual([
      { line: 2, field: 'PPERSABS10', value: 'n/a', reason: 'neither a number nor a known code' },
      { line: 3, field: 'PERCTOT', value: 'w', reason: 'neither a number nor a known code' },
      { line: 3, field: 'PPERSABS10', value: 'y', reason: 'neither a number nor a known code' },
    ]);
    expect(tables.observation?.map(([urn]) => urn)).toEqual(['136809', '136809']);
  });

  it('passes over a row that says the same again, and sets aside one that says otherwise', () => {
    const { tables, setAside, passedOver } = read('1,2,136807,4.3,11\n1,2,136807,4.3,11\n1,2,136807,4.4,11\n');
    expect(tables.observation).toHaveLength(2);
    expect(passedOver).toBe(1);
    expect(setAside).toEqual([
      { line: 4, field: 'URN', value: '136807', reason: 'differs from line 2, which has the same key' },
    ]);
  });

  it('sets aside a row of another year than the rest', () => {
    const { setAside } = readPublished(
      'URN,Income,Expenditure,Balance,Academic Year\n100000,1,2,-1,2014\n100001,1,2,-1,2015\n',
    );
    expect(setAside).toEqual([
      { line: 3, field: 'Academic Year', value: '2015', reason: "another year than the file's first row, 2014" },
    ]);
  });

  it('keeps the import and the line of every row', () => {
    const { tables } = read('1,2,136807,4.3,11\n\n1,2,136808,4.3,11\n');
    expect(tables.observation?.map((cells) => cells.slice(-2))).toEqual([
      ['7', '2'],
      ['7', '2'],
      ['7', '4'],
      ['7', '4'],
    ]);
  });
});
