import { Kysely, PostgresDialect } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { type Member, memberIn, organisationIn, tenant } from '../../test/factories/people.ts';
import { AS_AT, smallCountry } from '../../test/factories/small-country.ts';
import { ask, siteOn } from '../../test/site.ts';
import type { Database } from '../db/schema.ts';
import { declaredRoutes } from '../web/may.ts';

/**
 * Who may not read a school's category must not be able to tell it from any page. So every page that is open to all is asked for twice,
 * before and after the categories of two schools are exchanged and a third is moved by a person: not a letter may differ.
 */
const database = testDatabase();
const FILL: Record<string, readonly string[]> = {
  urn: ['100001', '100002', '100003', '200001'],
  code: ['821', '332', 'luton'],
  importId: ['1', '2'],
};
const QUERIES = [
  '/search?q=high',
  '/search?q=elm&area=821',
  '/areas/821?phase=secondary&sort=name',
  '/compare?urn=100001&urn=100002&urn=200001',
  '/england?phase=secondary',
  '/need?sort=D&dir=desc',
  '/plan?area=999',
];

let readers: [string, Member | null, readonly string[]][];
let broker: Member;
beforeAll(async () => {
  const { db } = database;
  await smallCountry(database);
  const [ash, board] = [
    await organisationIn(db, 'school', 100_003),
    await organisationIn(db, 'governing board', 100_003),
  ];
  const luton = await organisationIn(db, 'local authority', 821);
  broker = await memberIn(db, luton, 'broker');
  const own = ['/schools/100003/need'];
  readers = [
    ['a visitor', null, []],
    ['the head of another school', await memberIn(db, ash, 'headteacher'), own],
    ['a governor of another school', await memberIn(db, board, 'governor or trustee'), own],
    ['an administrator of the area', await memberIn(db, luton, 'administrator'), []],
  ];
});

/** The site with nothing kept in memory, as after a start. */
function freshSite() {
  const { pool } = database.site;
  return siteOn({ ...database, site: { pool, db: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }) } });
}

function openPages(): string[] {
  const patterns = declaredRoutes(freshSite())
    .filter(({ method, permission }) => method === 'GET' && permission.who === 'everyone')
    .map(({ path }) => path);
  const filled = patterns.flatMap((path) => {
    const name = /:(\w+)/.exec(path)?.[1];
    if (name === undefined) return [path];
    return (FILL[name] ?? []).map((value) => path.replace(/:\w+(\{[^}]*\})?/, value));
  });
  return [...filled, ...QUERIES];
}

/** Everything that the pages say, by address, without what is new in every answer. */
async function saidTo(member: Member | null, addresses: readonly string[]): Promise<Map<string, string>> {
  const site = freshSite();
  const said = new Map<string, string>();
  for (const address of addresses) {
    const answer = await ask(site, member, address);
    const text = await answer.text();
    const steady = text.replaceAll(/nonce="[^"]*"/g, '').replaceAll(/name="form-token" value="[^"]*"/g, '');
    said.set(address, `${answer.status} ${steady}`);
  }
  return said;
}

async function exchangeLetters(): Promise<void> {
  await database.pool.query(
    `update need_assessment n set category = o.category, points = o.points, indicators = o.indicators
     from need_assessment o
     where (n.urn, o.urn) in ((100001, 100002), (100002, 100001)) and n.as_at = o.as_at`,
  );
  const { rows } = await database.pool.query<{ id: string }>('select id from organisation where la_code = 821');
  await tenant(database.db)
    .insertInto('need_moderation')
    .values({
      urn: 100_002,
      organisation_id: rows[0]!.id,
      policy_id: 'england-2022-07',
      as_at: AS_AT,
      computed_category: 'D',
      category: 'B',
      decided_by: broker.personId,
      decided_in_role: 'broker',
    })
    .execute();
}

describe('a category', () => {
  it('cannot be told from any page by those who may not read it, and can by those who may', async () => {
    const pages = openPages();
    for (const must of [
      '/',
      '/need',
      '/schools/100001',
      '/schools/100001/similar',
      '/areas/821',
      '/compare',
      '/england',
    ])
      expect(pages).toContain(must);
    const before = [];
    for (const [, member, own] of readers) before.push(await saidTo(member, [...pages, ...own]));
    const shown = await saidTo(broker, ['/areas/821', '/need']);
    await exchangeLetters();
    for (const [index, [reader, member, own]] of readers.entries()) {
      const after = await saidTo(member, [...pages, ...own]);
      expect(after.size).toBeGreaterThan(25);
      const tagged = [...after].filter(([, text]) => text.includes('app-category--')).map(([address]) => address);
      expect(tagged).toEqual(own);
      for (const [address, text] of after) {
        expect(text === before[index]!.get(address), `${address} tells ${reader} of a category`).toBe(true);
      }
    }
    const now = await saidTo(broker, ['/areas/821', '/need']);
    for (const [address, text] of now) expect(text === shown.get(address), address).toBe(false);
  });
});
