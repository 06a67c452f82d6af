import { describe, expect, it } from 'vitest';
import { heldContent } from './content.ts';
import { openFile } from './open-file.ts';

const open = (text: string, file = 'england_abs.csv', year: number | null = null) =>
  openFile(heldContent(file, Buffer.from(text)), year);

const ABSENCE = 'LA,ESTAB,URN,PERCTOT,PPERSABS10\n202,2000,136807,4.3,11\n';
const FINANCE = 'URN,Income,Expenditure,Balance,Academic Year\n100000,1,2,-1,2014\n';

describe('openFile', () => {
  it('takes the year from the content, or what is given, or the name', () => {
    expect(open(FINANCE).year).toBe(2013);
    expect(open(ABSENCE, 'england_abs.csv', 2017).year).toBe(2017);
    expect(open(ABSENCE, 'absence-2018-2019.csv').year).toBe(2018);
    expect(open('URN,Rating,Inspection Date\n100000,Good,20180101\n', 'x-2018-2019.csv').year).toBeNull();
  });

  it('refuses a file whose year is told nowhere, with the option that tells it', () => {
    expect(() => open(ABSENCE)).toThrow(
      /says which year the figures are of\. Give the year .* --year 2018 for 2018-19/,
    );
  });

  it('refuses a year that the content contradicts', () => {
    expect(() => open(FINANCE, 'f.csv', 2014)).toThrow(
      'f.csv, line 2, column "Academic Year": the year given is 2014-15, but the file is of 2013-14. Leave the year (--year) out, or give 2013.',
    );
    expect(() => open(FINANCE.replace(',2014', ',n/a'))).toThrow('"n/a" is not a year');
  });

  it('refuses a column that stands twice, and one that is missing', () => {
    expect(() => open(ABSENCE.replace('ESTAB', 'URN'), 'a-2018-2019.csv')).toThrow(
      'line 1, column "URN": the header has this column 2 times',
    );
    expect(() => open('URN,KS2 Pupils,Reading Progress,Overall Meet Std\n1,2,3,4\n')).toThrow(
      'column "Academic Year": the header lacks this column',
    );
    expect(() => open('URN,KS2 Pupils,Reading Progress,Overall Meet Std,Academic Year\n1,2,3,4,2016\n')).toThrow(
      'the header lacks this column, which the layout ks2-extract reads',
    );
  });

  it('refuses files with nothing in them', () => {
    expect(() => open('')).toThrow('the file is empty');
    expect(() => open('\n\n')).toThrow('the file is empty');
    expect(() => open('LA,ESTAB,URN,PERCTOT,PPERSABS10\n', 'a-2018-2019.csv')).toThrow('no rows under the header');
  });

  it('refuses JSON that ends early or holds no boundaries', () => {
    expect(() => open('{"type":"FeatureColl', 'b.geojson')).toThrow('b.geojson: the JSON ends early or is broken');
    expect(() => open('{"a":1}', 'b.geojson')).toThrow('not a GeoJSON feature collection');
  });
});
