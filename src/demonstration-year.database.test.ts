import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../test/database/harness.ts';
import { tenant } from '../test/factories/people.ts';
import { addArea, addImport, addSchool } from '../test/factories/register.ts';
import { ask, siteOn, siteSecretOfTests } from '../test/site.ts';
import { hashOfToken, newToken } from './access/secret.ts';
import { prepareDemonstration } from './accounts/commands/prepare-demonstration.ts';
import { demonstrationTask } from './accounts/policy.ts';
import { verifyAudit } from './accounts/queries/verify-audit.ts';
import { demonstrationPeopleKind } from './accounts/schema/demonstration-people.ts';
import { prepareDemonstrationYear } from './demonstration-year.ts';
import { STATES } from './placements/rules/states.ts';
import { demonstrationYearKind } from './placements/schema/demonstration/demonstration-year.ts';
import { policiesOf } from './policies.ts';

const [people] = policiesOf(demonstrationPeopleKind);
const [year] = policiesOf(demonstrationYearKind);
const database = testDatabase();
const tell = () => prepareDemonstrationYear(database.db, siteSecretOfTests, new Date());

beforeAll(async () => {
  const { db } = database;
  const register = await addImport(db);
  await addArea(db, register, 821, 'Luton');
  const urns = new Set([
    ...year!.placements.map(({ school }) => school),
    ...Object.values(year!.leaders).map(({ home }) => home),
    ...Object.values(people!.organisations).flatMap(({ kind, key }) => (kind === 'school' ? [key!] : [])),
  ]);
  for (const urn of urns)
    await addSchool(db, { urn, la_code: 821, la_name: 'Luton', import_id: register, name: `Primary ${urn}` });
});

describe('the invented year of placements', () => {
  it('is told by nobody where its people are not there', async () => {
    expect(await tell()).toBe('no cast');
  });

  it('is told once', async () => {
    await prepareDemonstration(database.site.db, demonstrationTask, people!);
    expect(await tell()).toBe('told');
    expect(await tell()).toBe('there already');
    const rows = await tenant(database.db).selectFrom('placement').select(['state', 'version']).execute();
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(STATES));
  });

  it('opens every page of a placement to those who take part, and is audited whole', async () => {
    const app = siteOn(database, { demonstration: true });
    const placements = await tenant(database.db)
      .selectFrom('placement')
      .select(['id', 'state', 'assigned_to', 'leader_person_id', 'supported_head_id'])
      .orderBy('reference')
      .execute();
    const refused: string[] = [];
    for (const [place, { id, state, assigned_to, leader_person_id, supported_head_id }] of placements.entries()) {
      // Each party in turn, so that every page is read by each of them.
      const turns = [assigned_to, leader_person_id, supported_head_id].filter((person) => person !== null);
      const cookie = await signedIn(turns[place % turns.length]!);
      const overview = await ask(app, { cookie }, `/placements/${id}`);
      if (overview.status !== 200) refused.push(`${state} ${overview.status}`);
      const links = (await overview.text()).matchAll(new RegExp(`href="(/placements/${id}/[a-z-]+)"`, 'g'));
      for (const path of new Set([...links].map(([, href]) => href!))) {
        const { status } = await ask(app, { cookie }, path);
        if (status !== 200) refused.push(`${state} ${status} ${path}`);
      }
    }
    expect(refused).toEqual([]);
    expect(await verifyAudit(database.pool)).toMatchObject({ ok: true });
  });
});

/** A session of an invented person in the role that they have first. */
async function signedIn(personId: string): Promise<string> {
  const db = tenant(database.db);
  const { id } = await db
    .selectFrom('membership')
    .select('id')
    .where('person_id', '=', personId)
    .orderBy('started_at')
    .limit(1)
    .executeTakeFirstOrThrow();
  const token = newToken();
  const inAnHour = new Date(Date.now() + 3_600_000);
  await db
    .insertInto('session')
    .values({
      token_hash: hashOfToken(token),
      person_id: personId,
      membership_id: id,
      method: 'demonstration',
      second_factor: true,
      idle_until: inAnHour,
      ends_at: inAnHour,
    })
    .execute();
  return `session=${token}`;
}
