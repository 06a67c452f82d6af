import { Hono } from 'hono';
import { z } from 'zod';
import { formOf } from '../../web/forgery.ts';
import { may, scopeOf, theSite } from '../../web/may.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/render.tsx';
import { askAboutOwnData } from '../commands/ask-about-data.ts';
import { noteInvalidForm } from '../commands/note-invalid-form.ts';
import { OwnDataPage } from '../pages/own-data.tsx';
import { askAboutOwnData as ask, exportOwnData, readOwnAccount } from '../policy.ts';
import { ownTrail } from '../queries/audit-trail.ts';
import { ownData, ownDataForExport, ownOrganisation } from '../queries/own-data.ts';
import type { AccountsDeps } from '../routes.tsx';
import { fieldErrors, typedText } from '../rules/field-errors.ts';
import { ownDataFile } from '../rules/own-data.ts';
import { ownRequestInput } from '../schema/data-request-input.ts';
import { TITLES } from './audit.tsx';

const before = z.coerce.number().int().positive().optional().catch(undefined);

/** What is held about oneself: to read, to take away, and to ask about. */
export function ownDataRoutes({ db, retentionPolicy }: AccountsDeps): Hono {
  const days = retentionPolicy.deadlines['data request days'];
  return new Hono()
    .get(paths.ownData(), may(readOwnAccount, theSite), async (c) => {
      const scope = scopeOf(c, readOwnAccount);
      const data = await ownData(db, scope);
      const trail = await ownTrail(db, scope, before.parse(c.req.query('before')));
      const organisation = await ownOrganisation(db, scope);
      return page(
        c,
        <OwnDataPage
          data={data}
          trail={trail}
          titles={TITLES}
          organisation={organisation}
          days={days}
          done={c.req.query('done')}
        />,
      );
    })
    .post(paths.ownData(), may(ask, theSite), async (c) => {
      const scope = scopeOf(c, ask);
      const fields = await formOf(c);
      const input = ownRequestInput.safeParse(fields);
      const asked = input.success && (await askAboutOwnData(db, scope, retentionPolicy, input.data, new Date()));
      if (asked && asked.ok) return c.redirect(`${paths.ownData()}?done=asked`, 303);
      if (!input.success) await noteInvalidForm(db, scope);
      const errors = input.success ? { kind: 'No organisation has given you a role' } : fieldErrors(input.error);
      const data = await ownData(db, scope);
      const trail = await ownTrail(db, scope, undefined);
      const organisation = await ownOrganisation(db, scope);
      return page(
        c,
        <OwnDataPage
          data={data}
          trail={trail}
          titles={TITLES}
          organisation={organisation}
          days={days}
          typed={typedText(fields)}
          errors={errors}
        />,
        422,
      );
    })
    .get(paths.ownDataExport(), may(exportOwnData, theSite), async (c) => {
      const scope = scopeOf(c, exportOwnData);
      const data = await ownDataForExport(db, scope);
      c.header('Content-Type', 'application/json; charset=utf-8');
      c.header('Content-Disposition', 'attachment; filename="what-alongside-holds-about-me.json"');
      return c.body(JSON.stringify(ownDataFile(scope.person!, data, new Date()), null, 2));
    });
}
