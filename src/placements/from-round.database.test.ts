import { expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { memberIn, organisationIn, tenant } from '../../test/factories/people.ts';
import { addArea, addImport, addSchool } from '../../test/factories/register.ts';
import { approvalOf } from '../../test/security/attack/approval.ts';
import { planningOf } from '../../test/security/attack/planning.ts';
import { ask, send, siteOn } from '../../test/site.ts';

const database = testDatabase();

it('begins what a planning round approved, once, with the approval standing for the triage and its leader on the short list', async () => {
  const { db } = database;
  const app = siteOn(database);
  const register = await addImport(db);
  await addArea(db, register, 821, 'Luton');
  for (const urn of [100_001, 100_002, 100_003]) await addSchool(db, { urn, import_id: register });
  const service = await organisationIn(db, 'local authority', 821);
  const broker = await memberIn(db, service, 'broker');
  const { personId: colleague } = await memberIn(db, service, 'adviser');
  const about = { urn: 100_001, words: 'Invented' };
  const planned = await planningOf(db, service, broker, { ...about, asAt: '2022-07-06' });
  await approvalOf(db, service, broker, { ...planned, ...about, colleague });
  const path = `/organisations/${service.id}/placements/from-round/${planned.round}`;
  expect(await (await ask(app, broker, path)).text()).toContain('Begin the placement');
  expect((await send(app, broker, path)).status).toBe(200);
  expect(await (await send(app, broker, path)).text()).toContain('1 had been begun before');
  const [placement, ...others] = await tenant(db).selectFrom('placement').selectAll().execute();
  expect(others).toEqual([]);
  expect(placement).toMatchObject({
    state: 'to match',
    origin: 'round',
    half_days: 6,
    support: 'lead',
    home_urn: null,
  });
  const history = await (await ask(app, broker, `/placements/${placement!.id}/history`)).text();
  expect(history).toContain('stands for the triage');
  const offers = await (await ask(app, broker, `/placements/${placement!.id}/offers`)).text();
  expect(offers).toContain('As the planning round proposed');
  expect(offers).toContain('answer the rule of focus');
});
