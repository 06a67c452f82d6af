import { Table } from '../../govuk/table.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import type { CookieName } from '../../web/session-cookie.ts';

/** Every cookie that the site can set: the type sees to it that none is left out. */
const COOKIES: Record<CookieName, { what: string; when: string }> = {
  session: { what: 'Keeps you signed in.', when: 'When you sign in' },
  visitor: {
    what: 'Ties a form to your browser, so that no other website can send it in your name.',
    when: 'When you open a page with a form that changes something, such as sign-in or a complaint',
  },
  pending: {
    what: 'Remembers a sign-in that you have begun, until you have given your code or come back from your provider.',
    when: 'Between your password and your code, or while you are at a sign-in provider',
  },
};

interface CookiesPageProps {
  /** With TLS the names of cookies begin with `__Host-`. */
  secure: boolean;
  session: { idleMinutes: number; longestHours: number };
}

/** Which cookies the site sets, and why it asks nobody. */
export function CookiesPage({ secure, session: { idleMinutes, longestHours } }: CookiesPageProps) {
  return (
    <Page title="Cookies" breadcrumbs={[{ text: 'Home', href: paths.home() }]}>
      <p class="app-lede">
        This site uses only cookies that it cannot work without. You can read all of its public pages with none.
      </p>
      <ScrollRegion label="Cookies of this site">
        <Table
          caption="Cookies of this site"
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[{ text: 'Name' }, { text: 'What it is for' }, { text: 'When it is set' }, { text: 'Until' }]}
          rows={Object.entries(COOKIES).map(([name, { what, when }]) => [
            { text: <code>{secure ? `__Host-${name}` : name}</code> },
            { text: what },
            { text: when },
            { text: 'You close your browser' },
          ])}
        />
      </ScrollRegion>
      <p class="govuk-body">
        A session ends, whatever the cookie says, after {idleMinutes} minutes in which you do nothing and at the latest
        after {longestHours} hours.
      </p>
      <p class="govuk-body">
        One thing more is stored in your browser, and only if you write notes of visit: what you type in one is kept
        there until it is saved, a month at most, so that a lost connection loses none of it. It is sent to nobody but
        this site.
      </p>
      <p class="govuk-body">
        There is no cookie for advertising, for statistics or of anybody else, and nothing else is stored. As all of
        them are strictly necessary, the law asks for no consent, and so there is no banner.
      </p>
    </Page>
  );
}
