import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { openToAll } from '../../../access/permission.ts';
import type { Database } from '../../../db/schema.ts';
import { may, scopeOf, theSite } from '../../../web/may.ts';
import { page } from '../../../web/render.tsx';
import { DirectoryLeaderPage, DirectoryPage } from '../../pages/register/directory.tsx';
import { OwnEntriesPage } from '../../pages/register/own-entries.tsx';
import { readOwnEntry } from '../../policy.ts';
import { directoryLeader, directoryPage, directoryPlaces } from '../../queries/register/directory.ts';
import { ownProfiles } from '../../queries/register/profile.ts';
import type { DirectoryFilter } from '../../rules/register/directory.ts';
import { askedPart, foundOr404, idAt, pageAsked, registerToday } from './asked-for.tsx';
import { oneselfOf } from './oneself.tsx';

/** The directory that everybody reads, and each leader's own page. */
export function directoryRoutes({ db }: { db: Kysely<Database> }): Hono {
  return new Hono()
    .get('/directory', may(openToAll, theSite), async (c) => {
      const { policy, support } = registerToday();
      const { pageSize } = policy.directory;
      const filter = filterIn(c);
      const at = pageAsked(c);
      const [{ leaders, count }, places] = await Promise.all([
        directoryPage(db, filter, { page: at, pageSize }),
        directoryPlaces(db),
      ]);
      return page(
        c,
        <DirectoryPage
          leaders={leaders}
          count={count}
          page={at}
          pages={Math.ceil(count / pageSize)}
          filter={filter}
          places={places}
          support={support}
        />,
      );
    })
    .get('/directory/:leader', may(openToAll, theSite), async (c) => {
      const leader = foundOr404(await directoryLeader(db, idAt(c, 'leader')));
      c.header('X-Robots-Tag', 'noindex');
      return page(c, <DirectoryLeaderPage leader={leader} support={registerToday().support} />);
    })
    .get('/leaders/me', may(readOwnEntry, oneselfOf), async (c) => {
      const { today, policy, support, interests } = registerToday();
      const profiles = await ownProfiles(db, scopeOf(c, readOwnEntry), today);
      return page(
        c,
        <OwnEntriesPage
          profiles={profiles}
          support={support}
          interests={interests}
          policy={policy}
          today={today}
          done={c.req.query('done') ?? null}
        />,
      );
    });
}

function filterIn(c: Context): DirectoryFilter {
  const service = z.uuid().safeParse(c.req.query('service'));
  const area = askedPart(c, 'area') ?? '';
  return {
    service: service.success ? service.data : null,
    laCode: /^\d{1,4}$/.test(area) ? Number(area) : null,
    field: askedPart(c, 'field'),
    role: askedPart(c, 'role'),
    text: askedPart(c, 'q'),
  };
}
