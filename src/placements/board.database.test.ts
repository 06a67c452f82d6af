import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { type Member, memberIn, organisationIn, tenant } from '../../test/factories/people.ts';
import { placementIn } from '../../test/factories/placements.ts';
import { addArea, addImport, addSchool } from '../../test/factories/register.ts';
import { ask, send, siteOn } from '../../test/site.ts';
import type { Organisation } from '../access/roles.ts';

const database = testDatabase();
let app: ReturnType<typeof siteOn>;
let service: Organisation;
let broker: Member;
let board: string;

const URNS = { north: 100_001, south: 100_002, home: 100_003 };

beforeAll(async () => {
  const { db } = database;
  app = siteOn(database);
  const register = await addImport(db);
  await addArea(db, register, 821, 'Luton');
  const named = { north: 'North Primary', south: '=South & Co Primary', home: 'Home Primary' };
  for (const [key, urn] of Object.entries(URNS))
    await addSchool(db, {
      urn,
      la_code: 821,
      la_name: 'Luton',
      import_id: register,
      name: named[key as keyof typeof named],
    });
  service = await organisationIn(db, 'local authority', 821);
  broker = await memberIn(db, service, 'broker', { name: 'Bea Broker' });
  board = `/organisations/${service.id}/placements`;
  const madeBy = broker.personId;
  for (let k = 0; k < 60; k++)
    await placementIn(db, service, { supportedUrn: URNS.north, madeBy, support: `field ${k}`, state: 'closed' });
  const late = await placementIn(db, service, {
    supportedUrn: URNS.south,
    homeUrn: URNS.home,
    madeBy,
    state: 'accepted',
    assignedTo: madeBy,
    halfDays: 13,
  });
  await tenant(db).updateTable('placement').set({ due_on: '2020-01-07', version: 2 }).where('id', '=', late).execute();
});

const textOf = async (path: string, who = broker) => (await ask(app, who, path)).text();

describe('the board of a service', () => {
  it('shows what is late first, counts by state, and pages that neither repeat nor leave out', async () => {
    const first = await textOf(board);
    expect(first).toContain('61 placements, 1 with a step that is late');
    expect(first.indexOf('=South &amp; Co Primary')).toBeLessThan(first.indexOf('North Primary'));
    expect(first).toContain('none of 6½ days');
    const second = await textOf(`${board}?page=2`);
    const links = [first, second].flatMap((text) => [...text.matchAll(/href="\/placements\/([0-9a-f-]{36})"/g)]);
    expect(new Set(links.map(([, id]) => id)).size).toBe(61);
  });

  it('keeps the filters with the person until they clear them', async () => {
    const chosen = await send(app, broker, `${board}/filter`, { late: 'yes', broker: 'me' });
    expect(chosen.headers.get('location')).toBe(`${board}?late=yes&broker=me`);
    expect(await textOf(`${board}?late=yes&broker=me`)).toContain('1 placement that pass');
    expect((await ask(app, broker, board)).headers.get('location')).toBe(`${board}?late=yes&broker=me`);
    const colleague = await memberIn(database.db, service, 'adviser');
    expect((await ask(app, colleague, board)).status).toBe(200);
    await send(app, broker, `${board}/filter`, { clear: 'yes' });
    expect((await ask(app, broker, board)).status).toBe(200);
  });

  it('is taken as CSV and as a workbook, with the same filters and fixed columns', async () => {
    const csv = await textOf(`${board}.csv?state=accepted`);
    const [head, ...rows] = csv.trim().split('\r\n');
    expect(head).toMatch(/^\uFEFF?Reference,State,State since,Late,/);
    expect(rows).toHaveLength(1);
    // Text that a spreadsheet would take for a formula is none.
    expect(rows[0]).toContain("'=South & Co Primary");
    expect(rows[0]).toContain(',6.5,0,');
    const book = await ask(app, broker, `${board}.xlsx?state=accepted`);
    expect(book.headers.get('content-type')).toContain('spreadsheetml');
    expect(
      Buffer.from(await book.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it('sets placements against need and capacity, and shows schools theirs alone', async () => {
    expect(await textOf(`${board}/service`)).toContain('The register of leaders is empty');
    const head = await memberIn(database.db, await organisationIn(database.db, 'school', URNS.south), 'headteacher');
    const own = await textOf(`/schools/${URNS.south}/placements`, head);
    expect(own).toContain('With Invented Leader of Home Primary');
    expect((await ask(app, head, `/schools/${URNS.north}/placements`)).status).toBe(403);
    expect((await ask(app, head, board)).status).toBe(403);
  });
});
