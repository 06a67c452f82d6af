import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { NotFound } from '../../web/errors.tsx';
import { formOf } from '../../web/forgery.ts';
import { may, mayAlso, scopeOf } from '../../web/may.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/render.tsx';
import { copyPack } from '../commands/copy-pack.ts';
import { ComparePacksPage } from '../pages/compare-packs.tsx';
import { NeedPackPage } from '../pages/need-pack.tsx';
import { NeedPacksPage } from '../pages/need-packs.tsx';
import { PackPreviewPage } from '../pages/pack-preview.tsx';
import { editNeedPack, exportNeedPack, readNeedPacks, readPackPreview } from '../policy.ts';
import { latestRun, needPackAsAt, needPackById, withStandards } from '../queries.ts';
import { ownPacks, packPreview, type PackScope } from '../queries/pack-preview.ts';
import { measuresRead } from '../rules/measures-read.ts';
import type { NeedPolicy } from '../rules/need-policy.ts';
import { contentOf, effective, packInForce } from '../rules/own-pack.ts';
import { packDifferences } from '../rules/pack-differences.ts';
import { packGroups } from '../rules/pack-fields.ts';
import { packFromFile } from '../schema/pack-file.ts';
import { editPackRoutes } from './edit-pack.tsx';
import { organisationOf, ownOf, packAskedFor, today } from './pack-asked-for.tsx';

/** The need packs of an organisation: list, copy, bring as a file, look at, preview, compare, take as a file. */
export function needPackRoutes({ db }: { db: Kysely<Database> }): Hono {
  const all = '/organisations/:organisation/need-packs';
  const one = `${all}/:pack`;
  return new Hono()
    .get(all, may(readNeedPacks, organisationOf), (c) => packsPage(c, db, scopeOf(c, readNeedPacks), []))
    .post(all, may(editNeedPack, organisationOf), async (c) => {
      const scope = scopeOf(c, editNeedPack);
      const { from } = await formOf(c);
      const own = (await ownPacks(db, scope)).find(({ policy }) => policy.id === from);
      const england = await englandsPack(db);
      if (own === undefined && from !== england.policy.id) throw new NotFound('There is no such pack to copy.');
      const { organisation } = c.get('person')!.acting!;
      const source =
        own === undefined
          ? { policy: { ...england.policy, title: `Which schools come first: ${organisation.name}` }, switchedOff: [] }
          : { policy: own.policy, switchedOff: own.switchedOff };
      const id = await copyPack(db, scope, { ...source, base: own?.policy ?? england.policy });
      return c.redirect(paths.needPack(organisation.id, id, { saved: 'copied' }), 303);
    })
    .post(`${all}/import`, may(editNeedPack, organisationOf), async (c) => {
      const scope = scopeOf(c, editNeedPack);
      const { file } = await formOf(c);
      if (!(file instanceof File) || file.size === 0) return packsPage(c, db, scope, ['Choose a file']);
      const read = packFromFile(await file.text(), file.name.slice(0, 100) || 'the file');
      if (!read.ok) return packsPage(c, db, scope, read.problems);
      const policy = { ...read.policy, id: file.name.slice(0, 100) || 'file' };
      const fault = whatItLacks(policy);
      if (fault !== null) return packsPage(c, db, scope, [fault]);
      const id = await copyPack(db, scope, { policy, switchedOff: [], base: policy });
      return c.redirect(paths.needPack(organisationOf(c).organisationId, id, { saved: 'copied' }), 303);
    })
    .route('/', editPackRoutes({ db }))
    .get(one, may(readNeedPacks, organisationOf), async (c) => {
      const pack = await packAskedFor(c, db, scopeOf(c, readNeedPacks));
      const { standards } = withStandards(pack.policy);
      const edits = mayAlso(c, editNeedPack, organisationOf(c)) !== null;
      const said = c.req.query('saved');
      const saved = said === 'copied' ? said : (packGroups(pack.policy).find(({ id }) => id === said)?.title ?? null);
      return page(c, <NeedPackPage {...{ organisation: ownOf(c), pack, standards, today: today(), edits, saved }} />);
    })
    .get(`${one}/preview`, may(readPackPreview, organisationOf), async (c) => {
      const scope = scopeOf(c, readPackPreview);
      const pack = await packAskedFor(c, db, scope);
      const preview = await packPreview(db, scope, pack);
      return page(c, <PackPreviewPage {...{ organisation: ownOf(c), pack, preview }} />);
    })
    .get(`${one}/differences`, may(readNeedPacks, organisationOf), async (c) => {
      const scope = scopeOf(c, readNeedPacks);
      const pack = await packAskedFor(c, db, scope);
      const packs = await ownPacks(db, scope);
      const england = (await englandsPack(db)).policy;
      const others = [
        england,
        ...packs.filter(({ id }) => id !== pack.id).map((own) => effective(own.policy, own.switchedOff)),
      ];
      const base = { ...pack.base, title: `${pack.base.title} (as it was when copied)`, id: 'base' };
      const choices = [base, ...others];
      const standing = packInForce(packs, today())?.policy.id ?? england.id;
      const asked = c.req.query('with');
      const other = choices.find(({ id }) => id === asked) ?? choices.find(({ id }) => id === standing) ?? base;
      const differences = packDifferences(other, effective(pack.policy, pack.switchedOff));
      return page(c, <ComparePacksPage {...{ organisation: ownOf(c), pack, other, others: choices, differences }} />);
    })
    .get(`${one}/pack.json`, may(exportNeedPack, organisationOf), async (c) => {
      const pack = await packAskedFor(c, db, scopeOf(c, exportNeedPack));
      c.header('Content-Type', 'application/json; charset=utf-8');
      c.header('Content-Disposition', `attachment; filename="need-pack-${pack.validFrom ?? 'draft'}.json"`);
      return c.body(`${JSON.stringify(contentOf(effective(pack.policy, pack.switchedOff)), null, 1)}\n`);
    });
}

/** A pack can keep to the schema and name figures or standards that are not held; it could not be read then. */
function whatItLacks(policy: NeedPolicy): string | null {
  try {
    measuresRead(policy, withStandards(policy).standards);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function englandsPack(db: Kysely<Database>) {
  const run = await latestRun(db);
  return run === null ? needPackAsAt(today()) : needPackById(run.policyId);
}

async function packsPage(c: Context, db: Kysely<Database>, scope: PackScope, problems: readonly string[]) {
  const packs = await ownPacks(db, scope);
  const england = (await englandsPack(db)).policy;
  const edits = mayAlso(c, editNeedPack, organisationOf(c)) !== null;
  const done = c.req.query('done') ?? null;
  const props = { organisation: ownOf(c), packs, england, today: today(), edits, done, problems };
  return page(c, <NeedPacksPage {...props} />, problems.length === 0 ? 200 : 400);
}
