import { Hono } from 'hono';
import { may, scopeOf, theSite } from '../../web/may.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/render.tsx';
import { MailPage } from '../pages/mail-of-organisation.tsx';
import { OutboxPage } from '../pages/outbox.tsx';
import { outboxTask, readMail, readOutbox } from '../policy.ts';
import { mailOfOrganisation } from '../queries/mail-of-organisation.ts';
import { outbox } from '../queries/outbox.ts';
import type { AccountsDeps } from '../routes.tsx';
import { mailFilter } from '../schema/mail-filter.ts';
import { organisationName, organisationOf } from './organisation-of.tsx';

/** Mail as administrators see it and, in demonstration mode alone, the outbox. */
export function mailRoutes({ db, config, siteUrl }: AccountsDeps): Hono {
  const routes = new Hono().get(paths.mailOf(':organisation'), may(readMail, organisationOf), async (c) => {
    const { state } = mailFilter.parse(c.req.query());
    const mail = await mailOfOrganisation(db, scopeOf(c, readMail), state);
    const organisation = { id: organisationOf(c).organisationId, name: organisationName(c) };
    const waiting = config.mail === null && !config.demonstration;
    return page(c, <MailPage organisation={organisation} mail={mail} state={state} waiting={waiting} />);
  });
  if (!config.demonstration) return routes;
  return routes.get(paths.outbox(), may(readOutbox, theSite), async (c) =>
    page(c, <OutboxPage letters={await outbox(db, outboxTask)} siteUrl={siteUrl} />),
  );
}
