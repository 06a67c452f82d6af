import { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { addFigures, addImport, addMeasures, addSchool } from '../../test/factories/register.ts';
import { answerError } from '../web/errors.tsx';
import { similarRoutes } from './routes.tsx';

const database = testDatabase();
let app: Hono;

async function get(path: string): Promise<{ status: number; text: string; words: string }> {
  const answer = await app.request(path);
  const text = await answer.text();
  return { status: answer.status, text, words: text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') };
}

beforeAll(async () => {
  const { db } = database;
  const register = await addImport(db);
  await addMeasures(db);
  for (let i = 0; i < 12; i += 1) {
    const urn = 100_001 + i;
    await addSchool(db, {
      urn,
      import_id: register,
      name: `School ${i}`,
      easting: 500_000 + i * 4000,
      northing: 220_000,
    });
    await addFigures(db, register, urn, {
      'roll:2021': 200 + i * 20,
      'fsm6_percent:2021': 20 + i,
      'eal_percent:2021': 10 + i,
      'sen_support_percent:2021': 12,
      'ehc_percent:2021': 2,
      'ks2_rwm_expected:2017': 10 + i * 8,
      'ks2_rwm_expected:2016': 10 + i * 8,
      'ks2_pupils:2017': 60,
      'ks2_pupils:2016': 60,
    });
  }
  await addSchool(db, {
    urn: 100_050,
    import_id: register,
    name: 'Closed School',
    mainstream: false,
    status: 'Closed',
  });
  const list = await addImport(db, 'similar-primary', { as_at: '2026-03-05' });
  await db
    .insertInto('published_neighbour')
    .values(
      [100_002, 999_998].map((neighbour, i) => ({
        phase: 'primary' as const,
        urn: 100_001,
        neighbour_urn: neighbour,
        rank: i + 1,
        distance: 0.3,
        import_id: list,
        line: i + 2,
      })),
    )
    .execute();
  app = new Hono().route('/', similarRoutes({ db })).onError(answerError());
});

describe('the page of similar schools', () => {
  it('lists the most similar first, and those nearby that did better before all', async () => {
    const { status, words } = await get('/schools/100001/similar?k=5');
    expect(status).toBe(200);
    const nearby = words.slice(
      words.indexOf('Similar, nearby and doing better'),
      words.indexOf('The 5 most similar schools'),
    );
    expect(nearby).toContain('School 2');
    // Four kilometres and eight are within fifteen, as are twelve; sixteen are not.
    expect(nearby).not.toContain('School 4');
    // Ahead, but by no more than chance explains.
    expect(nearby).not.toMatch(/School 1 /);
    const list = words.slice(words.indexOf('The 5 most similar schools'));
    expect(list.indexOf('1. School 1')).toBeGreaterThan(0);
    expect(list.indexOf('1. School 1')).toBeLessThan(list.indexOf('2. School 2'));
    expect(list).not.toContain('6. School');
  });

  it("says how many of the Department's own list are here too, and what each of them is", async () => {
    const { text, words } = await get('/schools/100001/similar?k=5');
    expect(words).toContain('list (primary schools, 5 March 2026) holds 2 schools, 1 of them also among the 5 listed');
    expect(words).toContain('URN 999998, not in the registers held here');
    expect(text).toMatch(/href="\/sources\/\d+\?line=3"/);
    expect((await get('/schools/100002/similar')).words).not.toContain('own list');
  });

  it('takes the distance that is asked for', async () => {
    expect((await get('/schools/100001/similar?km=5')).words).toContain('None does better consistently');
  });

  it('compares by the set and among the schools that are asked for', async () => {
    const { words } = await get('/schools/100001/similar?set=finance&rollFrom=250&within=25');
    expect(words).toContain('The 4 most similar schools The Department’s financial comparators (pupils)');
    expect(words).toContain('Among the 4 schools of its phase that are within 25 km, 250 pupils or more.');
    expect((await get('/schools/100001/similar?rollFrom=9000')).words).toContain('No school passes all of these');
  });

  it('leads from the form to the address of what was chosen, and asks for a weight where there is none', async () => {
    const sent = 'show=1&set=own&measure=&k=20&region=&w.roll=2&s.roll=sd&w.eal_percent=0&s.eal_percent=range';
    const answer = await app.request(`/schools/100001/similar?${sent}`);
    expect(answer.headers.get('Location')).toBe('/schools/100001/similar?set=own&k=20&w.roll=2&w.eal_percent=0');
    const none = await get('/schools/100001/similar?set=own&w.roll=0');
    expect(none.status).toBe(400);
    expect(none.words).toContain('There is a problem Give one feature of your own set a weight of 1 or more');
  });

  it('is a file too, in which missing is an empty cell', async () => {
    const answer = await app.request('/schools/100001/similar.csv?k=2');
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="school-0-similar-schools.csv"');
    const [head, own, first, ...rest] = (await answer.text()).trim().split('\r\n');
    expect(head).toContain('Rank,URN,School,Local authority,Difference in context,Distance km,Latest inspection');
    expect(own).toBe(',100001,School 0,Luton,,,,10,,200,20,10,12,2,');
    expect(first).toMatch(/^1,100002,School 1,Luton,0\.\d+,4,,18,,220,21,11,12,2,$/);
    expect(rest).toHaveLength(1);
  });

  it.each(['k=0', 'k=61', 'k=abc', 'km=-3', 'k=&km='])(
    'answers a choice that makes no sense (%s) with the usual one',
    async (query) => {
      const { status, words } = await get(`/schools/100001/similar?${query}`);
      expect(status).toBe(200);
      expect(words).toContain('The 11 most similar schools');
    },
  );

  it.each([
    ['/schools/999999/similar', 'There is no school with URN 999999.'],
    ['/schools/x/similar', 'There is no school with URN x.'],
    ['/schools/100050/similar', 'Only open mainstream schools are compared, and Closed School is not among them.'],
  ])('answers %s with 404 and why', async (path, message) => {
    const { status, words } = await get(path);
    expect(status).toBe(404);
    expect(words).toContain(message);
  });
});
