import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { memberIn, organisationIn } from '../../test/factories/people.ts';
import { addArea, addImport } from '../../test/factories/register.ts';
import { ask, send, siteOn } from '../../test/site.ts';

describe('the site as a visitor, as its own people and as others', () => {
  const database = testDatabase();
  beforeAll(async () => addArea(database.db, await addImport(database.db), 821, 'Luton'));

  it('sends a visitor to sign in, and back', async () => {
    const answer = await ask(siteOn(database), null, '/plan/821');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/sign-in?to=%2Fplan%2F821');
  });

  it('refuses a broker of another area, and enters it in the trail', async () => {
    const dudley = await organisationIn(database.db, 'local authority', 332);
    const broker = await memberIn(database.db, dudley, 'broker');
    const answer = await ask(siteOn(database), broker, '/plan/821');
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('does not let you read the plan of an area');
    const { rows } = await database.pool.query('select * from audit_event where person_id = $1', [broker.personId]);
    expect(rows).toMatchObject([
      { action: 'plan.read', outcome: 'refused', role: 'broker', detail: { reason: 'not yours' } },
    ]);
  });

  it('refuses a form without its token, and one from elsewhere', async () => {
    const app = siteOn(database);
    const broker = await memberIn(database.db, await organisationIn(database.db, 'local authority', 821), 'broker');
    const bare = await app.request('http://localhost:3000/account/role', {
      method: 'POST',
      headers: { cookie: broker.cookie, origin: 'http://localhost:3000' },
      body: new URLSearchParams({ membership: 'x' }),
    });
    expect(bare.status).toBe(400);
    const foreign = await app.request('http://localhost:3000/account/role', {
      method: 'POST',
      headers: { cookie: broker.cookie, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams({ membership: 'x' }),
    });
    expect(foreign.status).toBe(403);
    expect((await send(app, broker, '/nowhere')).status).toBe(404);
  });
});
