import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Organisation,
  type OrganisationKind,
  ORGANISATION_KINDS,
  type Role,
  ROLES,
} from '../../src/access/roles.ts';
import { hashOfToken, newToken } from '../../src/access/secret.ts';
import { PROJECT } from '../commands.ts';
import { testDatabase } from '../database/harness.ts';
import { memberIn, organisationIn, tenant } from '../factories/people.ts';
import { placementIn } from '../factories/placements.ts';
import { addArea, addImport, addSchool } from '../factories/register.ts';
import { ask, send, siteOn } from '../site.ts';
import { between, matrixText, type WrittenRoute, writtenMatrix } from './matrix-text.ts';

const PAGE = join(PROJECT, 'docs/security.md');
/** `WRITE_MATRIX=1 npx vitest run --project database test/security/matrix` writes the page's tables anew; read the difference before you commit it. */
const WRITE = process.env.WRITE_MATRIX === '1';

/** Thousands of requests, on a machine that may have other work. */
const SLOW = 300_000;

/** One in so many of those who may not do something with their own tries it with others', each with other routes. */
const TURNS = 18;

const AREAS = [
  { laCode: 821, urn: 100_001, groupUid: 5001 },
  { laCode: 332, urn: 200_001, groupUid: 5002 },
] as const;

interface Actor {
  organisation: Organisation;
  role: Role;
  personId: string;
  membershipId: string;
}

const database = testDatabase();
let app: Hono;
let written: WrittenRoute[];
/** One organisation of each kind in each area. */
const organisations: Record<OrganisationKind, Organisation>[] = [];
/** Everybody in the first area's organisations; the second area is "other". */
const actors: Actor[] = [];

beforeAll(async () => {
  app = siteOn(database);
  const page = readFileSync(PAGE, 'utf8');
  if (WRITE) {
    const { before, after } = between(page);
    writeFileSync(PAGE, `${before}\n\n${matrixText(app)}\n\n${after}`);
  }
  written = writtenMatrix(between(readFileSync(PAGE, 'utf8')).matrix);
  const register = await addImport(database.db);
  for (const { laCode, urn, groupUid } of AREAS) {
    await addArea(database.db, register, laCode, `Area ${laCode}`);
    await addSchool(database.db, { urn, la_code: laCode, la_name: `Area ${laCode}`, import_id: register });
    const member = { urn, group_uid: groupUid, group_type: 'Trust', group_name: 'Trust', joined_on: null, line: 2 };
    await database.db
      .insertInto('group_member')
      .values({ ...member, import_id: register })
      .execute();
    const keys = {
      'local authority': laCode,
      trust: groupUid,
      school: urn,
      'governing board': urn,
      hub: null,
      diocese: null,
    };
    const made = {} as Record<OrganisationKind, Organisation>;
    for (const kind of ORGANISATION_KINDS) made[kind] = await organisationIn(database.db, kind, keys[kind]);
    organisations.push(made);
  }
  for (const organisation of Object.values(organisations[0]!)) {
    for (const role of ROLES) {
      const { personId, membershipId } = await memberIn(database.db, organisation, role);
      actors.push({ organisation, role, personId, membershipId });
    }
  }
});

/** Kinds, roles and, about a placement, parts: as the page writes a grant. */
function grantsIn(who: string): { kinds: string[]; roles: string[]; parts: string[] | null }[] {
  return who.split('; ').map((grant) => {
    const [, kinds, roles, parts] = /^(.*?): (.*?)(?: \((.*)\))?$/.exec(grant)!;
    return { kinds: kinds!.split(', '), roles: roles!.split(', '), parts: parts?.split(', ') ?? null };
  });
}

/** Grants that a person's kind of organisation and role answer. */
function grantsOf(who: string, { organisation, role }: Actor) {
  return grantsIn(who).filter(({ kinds, roles }) => kinds.includes(organisation.kind) && roles.includes(role));
}

/** A placement of the other area's people, and for each person one in which they are what a route asks for; made when first asked for. */
const placements = new Map<string, Promise<string>>();

function placementFor(actor: Actor | null, who: string, area: 0 | 1): Promise<string> {
  const service = organisations[area]!['local authority'];
  const others = { madeBy: actors[0]!.personId, supportedUrn: AREAS[area].urn, homeUrn: 300_001 };
  const part = actor === null || area === 1 ? null : (grantsOf(who, actor)[0]?.parts?.[0] ?? null);
  const key = part === null ? `area ${area}` : `${actor!.personId} ${part}`;
  const known = placements.get(key);
  if (known !== undefined) return known;
  const isHome = part === 'leader' || part?.startsWith('home') === true;
  const made = placementIn(database.db, part === 'service' ? actor!.organisation : service, {
    ...others,
    ...(isHome ? { supportedUrn: 300_001, homeUrn: AREAS[0].urn } : {}),
    ...(part === 'leader' ? { leader: { personId: actor!.personId } } : {}),
    support: `field ${placements.size}`,
  });
  placements.set(key, made);
  return made;
}

type Outcome = 'allowed' | 'sign in' | 'refused';

/** Whether the page says that a person of this kind and role may, and whether the subject is theirs. */
function expected({ who, toWhat }: WrittenRoute, actor: Actor | null, own: boolean): Outcome {
  if (who === 'everyone') return 'allowed';
  if (actor === null) return 'sign in';
  if (who === 'whoever is signed in') return 'allowed';
  const granted = grantsOf(who, actor).length > 0;
  return granted && (own || toWhat.startsWith('no one')) ? 'allowed' : 'refused';
}

/** The route's address with the keys of one's own, or of the other area's, in it. Ids of records are made up: permission comes first. */
async function addressOf({ path, who }: WrittenRoute, actor: Actor | null, area: 0 | 1): Promise<string> {
  const kind = actor?.organisation.kind ?? 'local authority';
  const placement = path.includes(':placement') ? await placementFor(actor, who, area) : '';
  const { laCode, urn, groupUid } = AREAS[area];
  return path
    .replace(/:file\{.*\}/, `${laCode}.csv`)
    .replace(/:code(\{[^}]*\})?/, String(laCode))
    .replace(/:urn(\{[^}]*\})?/, String(urn))
    .replace(/:organisation/, organisations[area]![kind].id)
    .replace(/\/organisations\/:id/, `/organisations/${organisations[area]![kind].id}`)
    .replace(/:placement/, placement)
    .replace(/:provider/, 'nobody')
    .replace(/:uid/, String(groupUid))
    .replace(/:importId/, '1')
    .replace(/:id/, randomUUID());
}

interface Session {
  token: string;
  cookie: string;
}

/** A session of each for one request alone: some routes end it, or all others of the person. */
async function newSessions(of: readonly Actor[]): Promise<Session[]> {
  const later = new Date(Date.now() + 3_600_000);
  const tokens = of.map(() => newToken());
  await tenant(database.db)
    .insertInto('session')
    .values(
      of.map(({ personId, membershipId }, k) => ({
        token_hash: hashOfToken(tokens[k]!),
        person_id: personId,
        membership_id: membershipId,
        method: 'password' as const,
        second_factor: true,
        idle_until: later,
        ends_at: later,
      })),
    )
    .execute();
  return tokens.map((token) => ({ token, cookie: `session=${token}` }));
}

async function outcomeOf(route: WrittenRoute, session: Session | null, address: string): Promise<Outcome> {
  const isPage = route.method === 'GET';
  const answer = await (isPage ? ask(app, session, address) : send(app, session, address));
  if (answer.status >= 500) throw new Error(`${route.method} ${address} answered ${answer.status}`);
  if (answer.status === 403) return 'refused';
  const sentToSignIn = answer.status === 303 && answer.headers.get('location')?.startsWith('/sign-in');
  return sentToSignIn && route.who !== 'everyone' && route.path !== '/sign-out' ? 'sign in' : 'allowed';
}

describe('who may do what', () => {
  it('is written in docs/security.md as the site declares it', () => {
    expect(between(readFileSync(PAGE, 'utf8')).matrix).toBe(matrixText(app));
  });

  it(
    'is what the site does: every deed and every role, every route and each role that may, own and other organisation',
    async () => {
      const wrong: string[] = [];
      const cells = [0, 0];
      const check = async (route: WrittenRoute, actor: Actor | null, session: Session | null, area: 0 | 1) => {
        const kind = actor?.organisation.kind ?? 'local authority';
        const got = await outcomeOf(route, session, await addressOf(route, actor, area));
        // A hub or a diocese has no area and no school of its own, however near.
        const own =
          area === 0 &&
          !(['area', 'school'].some((word) => route.toWhat.includes(word)) && ['hub', 'diocese'].includes(kind));
        const should = expected(route, actor, own);
        cells[area]!++;
        if (got !== should) {
          wrong.push(
            `${route.method} ${route.path} as ${actor === null ? 'a visitor' : `${actor.role} of a ${kind}`}, ${area === 0 ? 'own' : 'other'}: ${got}, written ${should}`,
          );
        }
      };
      for (const [r, route] of written.entries()) {
        // Whose subject it is matters only where the route has one, and to those who may with their own; of the others some take turns.
        const tries = (actor: Actor, a: number): boolean =>
          expected(route, actor, true) === 'allowed' || (a + r) % TURNS === 0;
        const others = route.path.includes(':') ? actors.filter(tries) : [];
        // A refusal is the deed's: all who may not are tried at its first route, and some of them at each further one.
        const isFirst = written.findIndex(({ deed }) => deed === route.deed) === r;
        const asks = [
          ...(isFirst ? actors : actors.filter(tries)).map((actor) => ({ actor, area: 0 as const })),
          ...others.map((actor) => ({ actor, area: 1 as const })),
        ];
        const sessions = await newSessions(asks.map(({ actor }) => actor));
        await Promise.all([
          check(route, null, null, 0),
          ...asks.map(({ actor, area }, k) => check(route, actor, sessions[k]!, area)),
        ]);
      }
      expect(wrong).toEqual([]);
      // The whole matrix was walked, not a part of it.
      const withSubject = written.filter(({ path }) => path.includes(':')).length;
      const deeds = new Set(written.map(({ deed }) => deed)).size;
      expect(cells[0]).toBeGreaterThan(deeds * actors.length + written.length * Math.floor(actors.length / TURNS));
      expect(cells[1]).toBeGreaterThan(withSubject * Math.floor(actors.length / TURNS));
      console.log(
        `${cells[0]! + cells[1]!} cells of the matrix tried: ${written.length} routes, ${actors.length} roles in organisations, own and other`,
      );
    },
    SLOW,
  );
});
