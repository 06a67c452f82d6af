import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { type Member, memberIn, organisationIn, tenant } from '../../test/factories/people.ts';
import { placementIn } from '../../test/factories/placements.ts';
import { addArea, addImport, addSchool } from '../../test/factories/register.ts';
import { send, siteOn } from '../../test/site.ts';
import type { PlacementPart } from '../access/placement-parts.ts';
import type { Organisation, Role } from '../access/roles.ts';
import { declaredRoutes } from '../web/may.ts';
import { isMover, type Move, MOVES } from './rules/states.ts';

const database = testDatabase();
let app: ReturnType<typeof siteOn>;
let service: Organisation;
/** Everybody who has a part in the placements of this file, and somebody who has none. */
const people: { member: Member; role: Role; part: PlacementPart | null }[] = [];

beforeAll(async () => {
  const { db } = database;
  app = siteOn(database);
  const register = await addImport(db);
  await addArea(db, register, 821, 'Luton');
  for (const urn of [100_001, 100_003])
    await addSchool(db, { urn, la_code: 821, la_name: 'Luton', import_id: register });
  service = await organisationIn(db, 'local authority', 821);
  const others = await organisationIn(db, 'local authority', 332);
  const [supported, home] = [await organisationIn(db, 'school', 100_001), await organisationIn(db, 'school', 100_003)];
  const [supportedBoard, homeBoard] = [
    await organisationIn(db, 'governing board', 100_001),
    await organisationIn(db, 'governing board', 100_003),
  ];
  const add = async (organisation: Organisation, role: Role, part: PlacementPart | null) =>
    people.push({ member: await memberIn(db, organisation, role), role, part });
  for (const role of ['service lead', 'broker', 'adviser', 'finance officer'] as const)
    await add(service, role, 'service');
  await add(home, 'system leader', 'leader');
  await add(supported, 'headteacher', 'supported head');
  await add(supportedBoard, 'governor or trustee', 'supported board');
  await add(home, 'headteacher', 'home head');
  await add(homeBoard, 'governor or trustee', 'home board');
  await add(service, 'read-only', null);
  await add(others, 'broker', null);
});

const trail = async (move: Move, { member }: (typeof people)[number], placement: string) => {
  const entries = await tenant(database.db)
    .selectFrom('audit_event')
    .select('outcome')
    .where('action', '=', `placement.${move.name}`)
    .where('person_id', '=', member.personId)
    .where('subject_id', '=', placement)
    .execute();
  return entries.map(({ outcome }) => outcome);
};

describe('each move that people make', () => {
  const moves: readonly Move[] = MOVES;
  // Others follow on a deed of their own (an answer, a signature, an offer), and are tried with it.
  const routed = moves.filter(({ name, follows }) => !follows && !['offer', 'send-agreement'].includes(name));

  it.each(routed.map((move) => [move.name, move] as const))(
    '%s: is let through to whom the table names, refused to everybody else, and entered in the trail',
    async (_, move) => {
      const path = `/placements/:placement/moves/${move.name}`;
      expect(declaredRoutes(app).map((route) => `${route.method} ${route.path}`)).toContain(`POST ${path}`);
      const leader = people.find(({ part }) => part === 'leader')!.member.personId;
      const madeBy = people.find(({ role }) => role === 'broker')!.member.personId;
      for (const [k, person] of people.entries()) {
        const placement = await placementIn(database.db, service, {
          supportedUrn: 100_001,
          homeUrn: 100_003,
          leader: { personId: leader },
          madeBy,
          state: move.from[0]!,
          support: `${move.name} ${k}`,
          startsOn: '2026-01-05',
        });
        const day = { day: '3', month: '2', year: '2026' };
        const dates = ['on', 'contact', 'from'].flatMap((name) =>
          Object.entries(day).map(([unit, value]) => [`${name}-${unit}`, value]),
        );
        const { status } = await send(app, person.member, path.replace(':placement', placement), {
          version: '1',
          reason: 'A reason',
          words: 'A reason',
          ...Object.fromEntries(dates),
        });
        const may = person.part !== null && isMover(move, person.part, person.role);
        const who = `${move.name} by ${person.role}, ${person.part}`;
        expect(status === 403, who).toBe(!may);
        const entries = await trail(move, person, placement);
        // A form that was looked at on the way is an entry of its own.
        expect(entries.length, who).toBeGreaterThan(0);
        expect(entries.includes('refused'), who).toBe(!may);
        const { state } = await tenant(database.db)
          .selectFrom('placement')
          .select('state')
          .where('id', '=', placement)
          .executeTakeFirstOrThrow();
        // Whoever may, and has nothing left to do first, has moved it; nobody else has.
        expect(state, who).toBe(status === 303 ? move.to : move.from[0]);
        expect(may && move.gates.length === 0 && status === 409, who).toBe(false);
      }
    },
  );
});
