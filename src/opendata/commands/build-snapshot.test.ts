import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundledManifest, definitionIn } from '../queries/manifest.ts';
import { sourcesPage } from '../rules/sources-page.ts';
import { buildSnapshot } from './build-snapshot.ts';

const DATA = fileURLToPath(new URL('../../../data/', import.meta.url));

const described = (name: string, more: object) => ({
  name,
  from: `${name}.csv`,
  layout: 'absence',
  year: 2018,
  stage: 'final',
  asAt: '2019-08-31',
  asAtReason: 'end of the academic year',
  copy: 'raw',
  origin: { repository: 'someone/data', path: 'a.csv' },
  note: 'A test.',
  ...more,
});

describe('buildSnapshot', () => {
  let folder: string;
  const at = (...names: string[]) => join(folder, ...names);
  const define = (...files: object[]) => writeFileSync(at('snapshot.json'), JSON.stringify({ title: 'A test', files }));
  const build = (to: string) => buildSnapshot({ from: folder, to: at(to), definition: folder });
  const contents = (to: string) => readdirSync(at(to)).map((name) => [name, readFileSync(at(to, name), 'base64')]);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'alongside-build-'));
    writeFileSync(at('absence.csv'), 'LA,ESTAB,URN,PERCTOT,PPERSABS10\n202,2000,136807,4.3,11\n');
    writeFileSync(at('finance.csv'), 'URN,Income,Expenditure,Balance,Academic Year\n100000,1,2,-1,2014\n');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('gives the same bytes each time', async () => {
    define(described('absence', {}), described('finance', { layout: 'maintained-finance', year: 2013 }));
    const manifest = await build('one');
    await build('two');
    expect(contents('one')).toEqual(contents('two'));
    expect(readdirSync(at('one'))).toEqual(['SOURCES.md', 'absence.csv.gz', 'finance.csv.gz', 'manifest.json']);
    expect(manifest.files[1]).toMatchObject({
      file: 'finance.csv.gz',
      dataset: 'maintained-finance',
      title: 'Consistent financial reporting: maintained schools, 2013-14',
      rows: 1,
    });
    expect(await bundledManifest(at('one'))).toEqual(manifest);
  });

  it('takes away its own files that are named no longer, and no others', async () => {
    define(described('absence', {}), described('finance', { layout: 'maintained-finance', year: 2013 }));
    await build('one');
    writeFileSync(at('one', 'mine.gz'), 'not of the snapshot');
    define(described('absence', {}));
    await build('one');
    expect(readdirSync(at('one'))).toEqual(['SOURCES.md', 'absence.csv.gz', 'manifest.json', 'mine.gz']);
  });

  it('refuses a file that is another than it is called, and writes nothing', async () => {
    define(described('absence', {}), described('finance', { layout: 'census' }));
    await expect(build('one')).rejects.toThrow('finance.csv');
    define(described('absence', { layout: 'census' }));
    await expect(build('one')).rejects.toThrow(
      'its header is that of the layout absence, but snapshot.json calls it census',
    );
    expect(readdirSync(folder)).not.toContain('one');
  });

  it('names the key that is wrong in snapshot.json', async () => {
    define(described('absence', { stage: 'finished' }));
    await expect(build('one')).rejects.toThrow(/snapshot\.json: .*files\[0\]\.stage/);
  });
});

describe('the bundled snapshot', () => {
  it('is what snapshot.json asks for, says where it comes from, and stays small', async () => {
    const { files: wanted } = await definitionIn(DATA);
    const manifest = await bundledManifest(DATA);
    expect(manifest.files).toMatchObject(
      wanted.map(({ from, redrawn, outlined, ...rest }) => ({
        ...rest,
        file: (redrawn ?? outlined) ? `${rest.name}.geojson.gz` : `${from.replace(/\.gz$/, '')}.gz`,
      })),
    );
    expect(readFileSync(join(DATA, 'SOURCES.md'), 'utf8')).toBe(sourcesPage(manifest));
    const packed = readdirSync(DATA).filter((name) => name.endsWith('.gz'));
    expect(packed).toEqual(manifest.files.map(({ file }) => file).toSorted());
    expect(packed.reduce((sum, name) => sum + readFileSync(join(DATA, name)).length, 0)).toBeLessThan(25e6);
  });
});
