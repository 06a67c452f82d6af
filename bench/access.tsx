// What the two locks and the audit trail add to a page:
//   npx tsx bench/access.tsx [requests]
// Each page is asked for side by side, in turns of one process: as a signed-in broker of the whole application (session, scope, row
// policies, audit entry, form checks), and bare (the same query and the same markup, read as the owner, with none of these).
import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { VNode } from 'preact';
import { authorise } from '../src/access/authorise.ts';
import type { Person } from '../src/access/roles.ts';
import { readAs } from '../src/access/scoped.ts';
import { hashOfToken, newToken, secretFrom } from '../src/access/secret.ts';
import { createApp } from '../src/app.tsx';
import { withData } from '../src/cli/with-database.ts';
import { readConfig } from '../src/config.ts';
import type { Connections } from '../src/db/connect.ts';
import { AreaNeedPage } from '../src/need/pages/area-need.tsx';
import { areaNeedForOperator, readAreaNeed } from '../src/need/policy.ts';
import { readNeed } from '../src/need/queries.ts';
import { areaByCode } from '../src/schools/queries/areas.ts';
import { page } from '../src/web/render.tsx';
import { security } from '../src/web/security.ts';

const REQUESTS = Number(process.argv[2] ?? 200);
const ROUNDS = 5;
const AT_ONCE = 8;
const LUTON = 821;
const PATH = `/areas/${LUTON}/need`;
const SITE_URL = 'http://localhost:3000';

await withData('bench/access', async ({ db, pool, owner }) => {
  const config = { ...readConfig(), demonstration: false, providersFile: null };
  const locked = createApp({ db, pool, config, siteUrl: SITE_URL, secret: secretFrom(randomUUID()) });
  const broker = await brokerOfLuton(owner);
  const bare = bareApp(owner);
  const ask = {
    locked: () => textOf(locked.request(SITE_URL + PATH, { headers: { cookie: `session=${broker.token}` } })),
    bare: () => textOf(bare.request(SITE_URL + PATH)),
  };
  try {
    for (const text of [await ask.bare(), await ask.locked()]) {
      if (!text.includes('Luton: which schools')) throw new Error(`${PATH} answered: ${text.slice(0, 500)}`);
    }
    console.log(`${PATH}, ${REQUESTS} requests a turn, ${ROUNDS} turns each, the middle turn`);
    await printRatios(ask);
    console.log('');
    console.log('one read of moderations by itself, as the smallest thing that is locked');
    const scopeOfBroker = () =>
      authorise(readAreaNeed, broker.person, { kind: 'area', laCode: LUTON }, { secondFactorRoles: [] });
    const read = {
      bare: async () =>
        void (await owner.pool.query('select * from need_moderation where organisation_id = $1', [
          broker.organisationId,
        ])),
      locked: async () => {
        const verdict = scopeOfBroker();
        if (!verdict.ok) throw new Error(verdict.reason);
        await readAs(db, verdict.scope, (transaction) =>
          transaction
            .selectFrom('need_moderation')
            .selectAll()
            .where('organisation_id', '=', broker.organisationId)
            .execute(),
        );
      },
    };
    await printRatios(read);
    const { rows } = await owner.pool.query<{ entries: number }>(
      'select count(*)::int as entries from audit_event where person_id = $1',
      [broker.personId],
    );
    console.log(`${rows[0]?.entries} audit entries written, one a locked request`);
  } finally {
    await remove(owner, broker);
  }
});

/** Takes turns at both, one request at a time and several at once, and prints the middle turn of each and their ratio. */
async function printRatios(both: Record<'bare' | 'locked', () => Promise<unknown>>): Promise<void> {
  console.log('requests at once   bare ms   locked ms   locked/bare');
  for (const atOnce of [1, AT_ONCE]) {
    const turns = { bare: [] as number[], locked: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      for (const name of ['bare', 'locked'] as const) turns[name].push(await millisecondsEach(both[name], atOnce));
    }
    const [bare, locked] = [middle(turns.bare), middle(turns.locked)];
    const cells = [
      bare.toFixed(2).padStart(8),
      locked.toFixed(2).padStart(10),
      (locked / bare).toFixed(2).padStart(12),
    ];
    console.log(`${String(atOnce).padStart(16)}  ${cells.join('  ')}`);
  }
}

/** Wall time of a turn over its requests, in milliseconds. */
async function millisecondsEach(request: () => Promise<unknown>, atOnce: number): Promise<number> {
  const from = performance.now();
  let left = REQUESTS;
  const worker = async () => {
    while (left-- > 0) await request();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return (performance.now() - from) / REQUESTS;
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

async function textOf(answer: Response | Promise<Response>): Promise<string> {
  return (await answer).text();
}

/** The page without its locks. Security headers and compression stay: they are not what is measured. */
function bareApp({ db }: Connections): Hono {
  const app = new Hono();
  app.use(security());
  app.use(compress());
  // One scope for all requests: the trail takes it down once.
  const scope = areaNeedForOperator(LUTON);
  app.get(PATH, async (c) => {
    const area = await areaByCode(db, LUTON);
    const read = await readNeed(db, scope, { laCode: LUTON });
    if (area === null || read === null) throw new Error('Nothing is assessed: run npm start once');
    const view: VNode = <AreaNeedPage area={area} needs={read.needs} filter={{}} pack={read.pack} serviceId={null} />;
    return page(c, view);
  });
  return app;
}

interface Broker {
  person: Person;
  personId: string;
  organisationId: string;
  /** Whether the organisation is the bench's own. */
  made: boolean;
  token: string;
}

async function brokerOfLuton({ pool }: Connections): Promise<Broker> {
  const token = newToken();
  const found = await pool.query<{ id: string }>(
    "select id from organisation where kind = 'local authority' and la_code = $1",
    [LUTON],
  );
  const organisationId =
    found.rows[0]?.id ??
    (
      await pool.query<{ id: string }>(
        "insert into organisation (kind, name, la_code) values ('local authority', 'Bench', $1) returning id",
        [LUTON],
      )
    ).rows[0]!.id;
  const made = await pool.query<{ id: string }>("insert into person (name) values ('Bench') returning id");
  const personId = made.rows[0]!.id;
  const membership = await pool.query<{ id: string }>(
    "insert into membership (person_id, organisation_id, role, granted_by) values ($1, $2, 'broker', 'operator') returning id",
    [personId, organisationId],
  );
  await pool.query(
    `insert into session (token_hash, person_id, membership_id, method, second_factor, idle_until, ends_at)
     values ($1, $2, $3, 'password', true, now() + interval '1 hour', now() + interval '1 hour')`,
    [hashOfToken(token), personId, membership.rows[0]!.id],
  );
  const organisation = {
    id: organisationId,
    kind: 'local authority',
    name: 'Bench',
    laCode: LUTON,
    groupUid: null,
    urn: null,
  } as const;
  const acting = { membershipId: membership.rows[0]!.id, role: 'broker', organisation } as const;
  const person = {
    id: personId,
    name: 'Bench',
    email: null,
    demonstration: false,
    sessionId: '',
    secondFactor: true,
    acting,
    ip: null,
  };
  return { person, personId, organisationId, made: found.rows[0] === undefined, token };
}

/** Takes the bench's person and organisation out again. Its audit entries stay, as all do. */
async function remove({ pool }: Connections, { personId, organisationId, made }: Broker): Promise<void> {
  await pool.query('delete from session where person_id = $1', [personId]);
  await pool.query('delete from membership where person_id = $1', [personId]);
  await pool.query('delete from person where id = $1', [personId]);
  if (made) await pool.query('delete from organisation where id = $1', [organisationId]);
}
