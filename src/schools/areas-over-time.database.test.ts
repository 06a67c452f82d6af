import type { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { addImport, addSchool } from '../../test/factories/register.ts';
import { ask, siteOn } from '../../test/site.ts';
import { importFile } from '../../test/import-file.ts';
import { boundaries } from './queries/boundaries.ts';

const database = testDatabase();
let app: Hono;

async function get(path: string): Promise<{ status: number; words: string }> {
  const answer = await ask(app, null, path);
  const words = (await answer.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  return { status: answer.status, words };
}

beforeAll(async () => {
  await importFile(database.pool, 'data/boundaries-la-england-2023.geojson.gz', { asAt: '2023-04-01' });
  await importFile(database.pool, 'data/boundaries-la-england-2022.geojson.gz', { asAt: '2022-12-31' });
  app = siteOn(database);
});

describe('with the register of July 2022', () => {
  beforeAll(async () => {
    const register = await addImport(database.db);
    await addSchool(database.db, { urn: 112_001, import_id: register, la_code: 909, la_name: 'Cumbria' });
  });

  it('the areas are the 152 of 2022, though the list of 2023 is held too', async () => {
    const shapes = await boundaries(database.site.db);
    expect(shapes.size).toBe(152);
    expect([shapes.has(909), shapes.has(942)]).toEqual([true, false]);
    expect((await get('/areas')).words).toMatch(/The 152 upper tier .* Cumbria 1 /);
    expect((await get('/areas/909')).words).toContain('Cumbria');
  });

  it.each([
    '/areas/942',
    '/areas/942/need',
    '/plan/942',
    '/plan?area=942',
    '/areas?q=cumberland',
    '/search?q=Cumberland',
  ])('%s says that the authority has not begun', async (path) => {
    expect((await get(path)).words).toContain(
      'Cumberland (942) began on 1 April 2023, after the day of the register held here. Its schools are still in Cumbria (909).',
    );
  });

  it.each(['/areas/928/need.csv', '/plan/928'])('%s is not found, and says what followed', async (path) => {
    const { status, words } = await get(path);
    expect(status).toBe(404);
    expect(words).toContain('Its schools are now in North Northamptonshire (940) and West Northamptonshire (941).');
  });
});

describe('with a register of 2025', () => {
  beforeAll(async () => {
    const later = { as_at: '2025-05-24', sha256: 'later' };
    const register = await addImport(database.db, 'gias-mainstream', later);
    await addSchool(database.db, { urn: 112_002, import_id: register, la_code: 942, la_name: 'Cumberland' });
  });

  it('the areas are the 153 of 2023', async () => {
    const shapes = await boundaries(database.site.db);
    expect(shapes.size).toBe(153);
    expect([shapes.has(909), shapes.has(942), shapes.has(943)]).toEqual([false, true, true]);
    expect((await get('/areas')).words).toMatch(/The 153 upper tier .* Cumberland 1 /);
    expect((await get('/areas/942')).words).toContain('Cumberland');
    expect((await get('/england')).words).toContain('Cumberland North West 1');
  });

  it.each(['/areas/909', '/areas/909/need', '/plan/909', '/search?q=Cumbria'])(
    '%s says that the authority ended, and what followed',
    async (path) => {
      expect((await get(path)).words).toContain(
        'Cumbria (909) ended on 1 April 2023. Its schools are now in Cumberland (942) and Westmorland and Furness (943).',
      );
    },
  );
});
