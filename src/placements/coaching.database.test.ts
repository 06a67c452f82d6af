import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { day, peopleAtWork, placementAtWork, type Working } from '../../test/factories/delivery.ts';
import { type Member, memberIn, tenant } from '../../test/factories/people.ts';
import { ask, send, SITE_URL, siteOn } from '../../test/site.ts';
import { londonIsoDay } from '../opendata/rules/london-time.ts';
import { declaredRoutes } from '../web/may.ts';
import { paths } from '../web/paths.ts';

/** Words that stand nowhere but in the log. */
const SECRET = 'Quincunx weeps over the inspection';

const database = testDatabase();
const today = londonIsoDay(new Date());
let app: ReturnType<typeof siteOn>;
let all: Working;
let placement: string;
let noteId: string;

const note = (more: Record<string, string> = {}) => ({ ...day('talked', today), words: SECRET, ...more });
const log = () => `/placements/${placement}/coaching`;
const read = async (who: Member, path: string) => (await ask(app, who, path)).text();

beforeAll(async () => {
  all = await peopleAtWork(database);
  app = siteOn(database);
  placement = await placementAtWork(database, all);
  await send(app, all.leader, log(), note());
  const { id } = await tenant(database.db)
    .selectFrom('placement_coaching_note')
    .select('id')
    .where('placement_id', '=', placement)
    .executeTakeFirstOrThrow();
  noteId = id;
});

/** Everybody but the two. */
const others = (): Member[] => {
  const { broker, lead, finance, chair, homeHead, homeChair, administrator, teacher } = all;
  return [broker, lead, finance, chair, homeHead, homeChair, administrator, teacher];
};

describe('the coaching log', () => {
  it('is read and written by the two, corrected by whoever wrote, with what stood before; sent twice, a note is there once', async () => {
    expect(await read(all.head, log())).toContain(SECRET);
    expect((await send(app, all.leader, log(), note())).status).toBe(303);
    const page = await read(all.leader, log());
    expect(page.split(SECRET)).toHaveLength(2);
    expect(page).toContain('Correct it');
    expect(await read(all.head, log())).not.toContain('Correct it');
    expect((await send(app, all.head, `${log()}/${noteId}`, note({ words: 'Not mine' }))).status).toBe(404);
    expect((await send(app, all.head, log(), note({ words: 'My own view' }))).status).toBe(303);
    expect((await send(app, all.leader, `${log()}/${noteId}`, note({ words: `${SECRET}, corrected` }))).status).toBe(
      303,
    );
    expect(await read(all.head, log())).toContain('What stood here before');
    await expect(
      database.pool.query("update placement_coaching_note set sealed = 'x' where id = $1", [noteId]),
    ).rejects.toThrow(/never changed/);
  });

  it('shows its words on no page to anybody else, and to nobody outside the log', async () => {
    const pages = declaredRoutes(app)
      .filter(({ method, path }) => method === 'GET' && (path.startsWith('/placements') || !path.includes(':')))
      .map(({ path }) => path.replace(':placement', placement).replace('coaching/:note', `coaching/${noteId}`))
      .filter((path) => !path.includes(':'));
    expect(pages.length).toBeGreaterThan(40);
    const shown: string[] = [];
    for (const path of pages) {
      // Pages of no placement are the same to most: who runs the service and who keeps its accounts stand for them.
      const asked = path.startsWith('/placements') ? others() : [all.broker, all.administrator];
      for (const member of asked) if ((await read(member, path)).includes('Quincunx')) shown.push(`${path} to another`);
      if (path.startsWith(log())) continue;
      for (const member of [all.leader, all.head])
        if ((await read(member, path)).includes('Quincunx')) shown.push(`${path} outside the log`);
    }
    expect(shown).toEqual([]);
    for (const member of others()) {
      expect((await ask(app, member, log())).status).toBe(403);
      expect((await send(app, member, log(), note({ words: 'Let me in' }))).status).toBe(403);
      expect((await send(app, member, `${log()}/${noteId}`, note())).status).toBe(403);
    }
  }, 60_000);

  it('lies sealed: no table of the database holds its words, in any column', async () => {
    const { rows: tables } = await database.pool.query<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')",
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const { rows } = await database.pool.query<{ n: number }>(
        `select count(*)::integer as n from ${name} t where t::text ilike '%Quincunx%'`,
      );
      if (rows[0]!.n > 0) found.push(name);
    }
    expect(tables.length).toBeGreaterThan(60);
    expect(found).toEqual([]);
    const { rows } = await database.pool.query<{ n: number }>(
      'select count(*)::integer as n from placement_coaching_note',
    );
    expect(rows[0]!.n).toBeGreaterThan(0);
  });

  it('hides its rows from everybody but the two by plain SQL, and takes none from others', async () => {
    const as = async (member: Member, statement: string, values: unknown[] = []) => {
      const client = await database.site.pool.connect();
      try {
        await client.query('begin');
        const { rows: acting } = await database.pool.query<{ organisation_id: string; role: string }>(
          'select organisation_id, role from membership where id = $1',
          [member.membershipId],
        );
        await client.query(
          "select set_config('alongside.person', $1, true), set_config('alongside.organisation', $2, true), set_config('alongside.role', $3, true)",
          [member.personId, acting[0]!.organisation_id, acting[0]!.role],
        );
        return (await client.query<Record<string, unknown>>(statement, values)).rows;
      } finally {
        await client.query('rollback');
        client.release();
      }
    };
    expect((await as(all.head, 'select id from placement_coaching_note')).length).toBeGreaterThan(0);
    for (const member of others()) expect(await as(member, 'select id from placement_coaching_note')).toEqual([]);
    const insert = `insert into placement_coaching_note (placement_id, organisation_id, leader_person_id, supported_head_person_id, sealed, made_by, made_in_role)
      values ($1, $2, $3, $4, 'x', $5, $6)`;
    const values = (member: Member, head: string, role: string) => [
      placement,
      all.service.id,
      all.leader.personId,
      head,
      member.personId,
      role,
    ];
    await expect(as(all.broker, insert, values(all.broker, all.broker.personId, 'broker'))).rejects.toThrow();
    // Not even the leader with another than the head of the school.
    await expect(as(all.leader, insert, values(all.leader, all.broker.personId, 'system leader'))).rejects.toThrow(
      /row-level security/,
    );
  });

  it('says its words in no error and no line of the log, whatever is wrong with a form', async () => {
    const lines: string[] = [];
    const telling = siteOn(database);
    const write = process.stderr.write.bind(process.stderr);
    process.stderr.write = ((line: string) => lines.push(line) > 0) as typeof process.stderr.write;
    try {
      const typed = 'Sphinx of black quartz';
      const bad = [
        note({ words: typed, 'talked-month': '13' }),
        note({ words: `${typed} `.repeat(400) }),
        note({ words: typed, 'talked-year': '' }),
      ];
      for (const member of [...others(), all.leader])
        for (const fields of bad) {
          const answer = await send(telling, member, log(), fields);
          const text = await answer.text();
          expect(answer.status).toBe(member === all.leader ? 400 : 403);
          if (member !== all.leader) expect(text).not.toContain('quartz');
          // In the box of whoever typed it, and in no message.
          else expect(text.replace(/<textarea[\s\S]*?<\/textarea>/g, '')).not.toContain('quartz');
        }
      await telling.request(SITE_URL + log(), {
        method: 'POST',
        headers: { cookie: all.leader.cookie, origin: SITE_URL },
        body: new URLSearchParams(note({ words: typed })),
      });
    } finally {
      process.stderr.write = write;
    }
    expect(lines.join('')).not.toContain('quartz');
  });

  it('stands in nobody’s own data but as having been written', async () => {
    for (const member of [...others(), all.leader, all.head])
      expect(await ownDataText(member)).not.toContain('Quincunx');
  });

  it('is not read by a leader or a head who follows', async () => {
    const { db } = database;
    const school = await tenant(db)
      .selectFrom('organisation')
      .select('id')
      .where('urn', '=', 100_001)
      .where('kind', '=', 'school')
      .executeTakeFirstOrThrow();
    await tenant(db)
      .updateTable('membership')
      .set({ ended_at: new Date() })
      .where('id', '=', all.head.membershipId)
      .execute();
    const next = await memberIn(db, school, 'headteacher', { name: 'Nel Next' });
    const page = await read(next, log());
    expect(page).toContain('Nothing is noted yet');
    expect(page).not.toContain('Quincunx');
    expect((await send(app, next, log(), note({ words: 'A new beginning' }))).status).toBe(303);
    const forLeader = await read(all.leader, log());
    expect(forLeader).toContain('A new beginning');
    expect(forLeader).not.toContain('Quincunx');
    expect((await ask(app, all.head, log())).status).toBe(403);
    await database.pool.query('update placement set leader_person_id = $1, version = version + 1 where id = $2', [
      all.homeHead.personId,
      placement,
    ]);
    const forNext = await read(all.homeHead, log());
    expect(forNext).toContain('Nothing is noted yet');
    expect(forNext).not.toContain('A new beginning');
  });
});

async function ownDataText(member: Member): Promise<string> {
  return (await ask(app, member, paths.ownDataExport())).text();
}
