import { Hono } from 'hono';
import { openToAll } from '../../access/permission.ts';
import type { Config } from '../../config.ts';
import { may, theSite } from '../../web/may.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/render.tsx';
import { isSecure } from '../../web/settings.ts';
import { CookiesPage } from '../pages/cookies.tsx';
import { PrivacyPage } from '../pages/privacy.tsx';
import type { AccountsDeps } from '../routes.tsx';

const MAIL_BY = { smtp: 'the mail server of whoever runs this site', notify: 'GOV.UK Notify' } as const;

/** What the site tells everybody about data and cookies, from the settings and policies that it runs on. */
export function noticesRoutes({ config, siteUrl, signInPolicy, retentionPolicy, providers }: AccountsDeps): Hono {
  const names = providers.map(({ name }) => name);
  const mail = mailBy(config);
  return new Hono()
    .get(paths.privacy(), may(openToAll, theSite), (c) =>
      page(c, <PrivacyPage policy={retentionPolicy} providers={names} mail={mail} />),
    )
    .get(paths.cookies(), may(openToAll, theSite), (c) =>
      page(c, <CookiesPage secure={isSecure({ siteUrl })} session={signInPolicy.session} />),
    );
}

function mailBy({ mail }: Config): string | null {
  return mail === null ? null : MAIL_BY[mail.by];
}
