import { Hono } from 'hono';
import type { Context } from 'hono';
import { NotFound } from '../../web/errors.tsx';
import { formOf } from '../../web/forgery.ts';
import { may, scopeOf } from '../../web/may.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/render.tsx';
import { recordDataRequest } from '../commands/ask-about-data.ts';
import { decideDataRequest } from '../commands/decide-data-request.ts';
import { liftHold, placeHold } from '../commands/hold-records.ts';
import { noteInvalidForm } from '../commands/note-invalid-form.ts';
import { DataRequestPage } from '../pages/data-request.tsx';
import { DataRequestsPage } from '../pages/data-requests.tsx';
import { DestructionLogPage } from '../pages/destruction-log.tsx';
import { LegalHoldsPage } from '../pages/legal-holds.tsx';
import { decideDataRequest as decide, readDataRequests } from '../policy.ts';
import { dataRequest, dataRequests, destructionLog, legalHolds } from '../queries/data-requests.ts';
import type { AccountsDeps } from '../routes.tsx';
import { DECISION_REFUSED } from '../rules/data-request.ts';
import { fieldErrors, typedText } from '../rules/field-errors.ts';
import { londonIsoDay } from '../../opendata/rules/london-time.ts';
import { decisionInput, holdInput, recordedRequestInput } from '../schema/data-request-input.ts';
import { idOf, organisationName, organisationOf } from './organisation-of.tsx';

const NO_REQUEST = 'There is no such request.';
const NOT_THEIRS = { person: 'Choose a person of your organisation' };

/** For administrators: requests about personal data, legal holds and the destruction log. */
export function dataProtectionRoutes({ db, retentionPolicy }: AccountsDeps): Hono {
  return new Hono()
    .get(paths.dataRequests(':organisation'), may(readDataRequests, organisationOf), async (c) => {
      const found = await dataRequests(db, scopeOf(c, readDataRequests));
      return page(c, <DataRequestsPage {...frame(c)} {...found} done={c.req.query('done')} />);
    })
    .post(paths.dataRequests(':organisation'), may(decide, organisationOf), async (c) => {
      const scope = scopeOf(c, decide);
      const fields = await formOf(c);
      const input = recordedRequestInput.safeParse(fields);
      const recorded = input.success && (await recordDataRequest(db, scope, retentionPolicy, input.data, new Date()));
      if (recorded && recorded.ok) {
        return c.redirect(`${paths.dataRequests(organisationOf(c).organisationId)}?done=recorded`, 303);
      }
      if (!input.success) await noteInvalidForm(db, scope);
      const errors = input.success ? NOT_THEIRS : fieldErrors(input.error);
      const found = await dataRequests(db, scope);
      return page(c, <DataRequestsPage {...frame(c)} {...found} typed={typedText(fields)} errors={errors} />, 422);
    })
    .get(paths.dataRequest(':organisation', ':id'), may(readDataRequests, organisationOf), async (c) => {
      const request = await dataRequest(db, scopeOf(c, readDataRequests), idOf(c));
      if (request === null) throw new NotFound(NO_REQUEST);
      return page(c, <DataRequestPage {...frame(c)} request={request} />);
    })
    .post(paths.dataRequest(':organisation', ':id'), may(decide, organisationOf), async (c) => {
      const scope = scopeOf(c, decide);
      const fields = await formOf(c);
      const input = decisionInput.safeParse(fields);
      const decided = input.success && (await decideDataRequest(db, scope, idOf(c), input.data, new Date()));
      if (decided && decided.ok) {
        return c.redirect(`${paths.dataRequests(organisationOf(c).organisationId)}?done=decided`, 303);
      }
      if (decided && decided.reason === 'none') throw new NotFound(NO_REQUEST);
      if (!input.success) await noteInvalidForm(db, scope);
      const request = await dataRequest(db, scope, idOf(c));
      if (request === null) throw new NotFound(NO_REQUEST);
      const errors = input.success
        ? { outcome: decided ? DECISION_REFUSED[decided.reason as keyof typeof DECISION_REFUSED] : '' }
        : fieldErrors(input.error);
      return page(
        c,
        <DataRequestPage {...frame(c)} request={request} typed={typedText(fields)} errors={errors} />,
        422,
      );
    })
    .get(paths.legalHolds(':organisation'), may(readDataRequests, organisationOf), async (c) => {
      const found = await legalHolds(db, scopeOf(c, readDataRequests));
      return page(c, <LegalHoldsPage {...frame(c)} {...found} done={c.req.query('done')} />);
    })
    .post(paths.legalHolds(':organisation'), may(decide, organisationOf), async (c) => {
      const scope = scopeOf(c, decide);
      const fields = await formOf(c);
      const input = holdInput.safeParse(fields);
      const placed = input.success && (await placeHold(db, scope, input.data));
      if (placed && placed.ok) {
        return c.redirect(`${paths.legalHolds(organisationOf(c).organisationId)}?done=placed`, 303);
      }
      if (!input.success) await noteInvalidForm(db, scope);
      const errors = !input.success
        ? fieldErrors(input.error)
        : placed && placed.reason === 'held already'
          ? { person: 'Your organisation holds this person’s records already' }
          : NOT_THEIRS;
      const found = await legalHolds(db, scope);
      return page(c, <LegalHoldsPage {...frame(c)} {...found} typed={typedText(fields)} errors={errors} />, 422);
    })
    .post(paths.liftLegalHold(':organisation', ':id'), may(decide, organisationOf), async (c) => {
      if (!(await liftHold(db, scopeOf(c, decide), idOf(c)))) throw new NotFound('There is no such hold.');
      return c.redirect(`${paths.legalHolds(organisationOf(c).organisationId)}?done=lifted`, 303);
    })
    .get(paths.destructionLog(':organisation'), may(readDataRequests, organisationOf), async (c) => {
      const log = await destructionLog(db, scopeOf(c, readDataRequests));
      return page(c, <DestructionLogPage {...frame(c)} log={log} policy={retentionPolicy} />);
    });
}

/** What each of these pages is about, and today. */
function frame(c: Context) {
  const organisation = { id: organisationOf(c).organisationId, name: organisationName(c) };
  return { organisation, today: londonIsoDay(new Date()) };
}
