import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import { openToAll } from '../access/permission.ts';
import type { Database } from '../db/schema.ts';
import { importerOf } from '../opendata/queries/import-jobs.ts';
import {
  dataCurrency,
  getImport,
  latestInspectionDay,
  listImports,
  mendedBy,
  setAsideRows,
} from '../opendata/queries/imports.ts';
import { publishedRow } from '../opendata/queries/published-row.ts';
import { registerAsAt } from '../opendata/queries/register-as-at.ts';
import { londonIsoDay } from '../opendata/rules/london-time.ts';
import { importData, readImporter } from '../opendata/policy.ts';
import type { AreaGeometry } from '../web/charts/geometry.ts';
import { NotFound } from '../web/errors.tsx';
import { may, mayAlso, theSite } from '../web/may.ts';
import { paths } from '../web/paths.ts';
import { page } from '../web/render.tsx';
import { AreaPage } from './pages/area-page.tsx';
import { AreasPage } from './pages/areas-page.tsx';
import { ComparePage } from './pages/compare-page.tsx';
import { EnglandPage } from './pages/england-page.tsx';
import { HistoryPage } from './pages/history-page.tsx';
import { SchoolPage } from './pages/school-page.tsx';
import { SearchPage } from './pages/search-page.tsx';
import { SourcePage } from './pages/source-page.tsx';
import { SourcesPage } from './pages/sources-page.tsx';
import { TrustPage } from './pages/trust-page.tsx';
import { areaSchools } from './queries/area-schools.ts';
import { authorityNoted } from './queries/areas.ts';
import { boundaries } from './queries/boundaries.ts';
import { addToComparison, comparedSchools } from './queries/comparison.ts';
import { headshipsOf } from './queries/headships.ts';
import { nationalFrame } from './queries/national-frame.ts';
import { areaFigures } from './queries/published-figures.ts';
import { earliestDay, schoolAsAt } from './queries/school-as-at.ts';
import { schoolName } from './queries/school-name.ts';
import { schoolRecord } from './queries/school-record.ts';
import { schoolTimeline } from './queries/school-timeline.ts';
import { exactSchool, searchSchools } from './queries/search.ts';
import { trustOf } from './queries/trust.ts';
import { areaProfileRoutes } from './routes/area-profile.tsx';
import { areaNamedIn, numberIn } from './routes/asked-for.tsx';
import { headsRoutes } from './routes/heads.tsx';
import { headCorrectionsFor, headshipCorrectionRoutes } from './routes/headship-corrections.tsx';
import { termsRoutes } from './routes/terms.tsx';
import type { AreaExtras } from './rules/area-extras.ts';
import { areaSlug } from './rules/area-slug.ts';
import { headlineYears, sortSchools } from './rules/area-table.ts';
import { areaTableCsv } from './rules/area-table-csv.ts';
import { newerThanWhat } from './rules/currency-words.ts';
import { dayText } from './rules/figure-words.ts';
import { englandRows, measuresOf } from './rules/england-table.ts';
import { searchIntent, SHORTEST_SEARCH } from './rules/search-intent.ts';
import {
  areaInput,
  areasInput,
  compareInput,
  dayAsked,
  englandInput,
  groupUidParam,
  type HistoryInput,
  historyInput,
  importIdParam,
  MOST_COMPARED,
  searchInput,
  sourceInput,
  urnParam,
} from './schema.ts';

interface SchoolsDeps {
  db: Kysely<Database>;
  /** Folder of the bundled published files, from which rows are shown as published. */
  dataDir: string;
  /** What later rooms know of an area's schools and this request may see; with null the map shows inspections. */
  areaExtras?: (c: Context, laCode: number) => Promise<AreaExtras | null>;
}

/** Search, schools, areas, England, comparison and sources. Mount at '/'. */
export function schoolsRoutes({ db, dataDir, areaExtras = async () => null }: SchoolsDeps): Hono {
  const app = new Hono();

  app.get('/search', may(openToAll, theSite), async (c) => {
    const input = searchInput.parse(c.req.query());
    const intent = searchIntent(input.q);
    const exact = await exactSchool(db, intent);
    if (exact !== null) return c.redirect(paths.school(exact));
    const { areas } = await nationalFrame(db);
    const error =
      intent.kind === 'too short'
        ? `Enter ${SHORTEST_SEARCH} characters or more: part of a name, a town, a postcode, or a URN`
        : null;
    const filters = { phase: input.phase, laCode: input.area, closed: input.closed === 'yes' };
    const results =
      intent.kind === 'nothing' || intent.kind === 'too short'
        ? null
        : await searchSchools(db, intent, filters, input.page);
    const areaHits = areas.filter(({ name }) => areaSlug(name) === areaSlug(input.q));
    const areaNote = await authorityNoted(db, input.q);
    return page(
      c,
      <SearchPage {...{ input, areas, areaHits, areaNote, results, error }} />,
      error === null ? 200 : 400,
    );
  });

  app.get('/schools/:urn', may(openToAll, theSite), async (c) => {
    const urn = numberIn(c, 'urn', urnParam, 'A URN is a number of six digits, such as 100000.');
    const frame = await nationalFrame(db);
    const school = await schoolRecord(db, urn, frame.asAt ?? NO_REGISTER);
    if (school === null) throw new NotFound(`There is no school with URN ${urn} in the registers held here.`);
    const [heads, headCorrections] = await Promise.all([headshipsOf(db, urn), headCorrectionsFor(c, db, urn)]);
    return page(c, <SchoolPage {...{ school, heads, headCorrections, frame }} />);
  });

  app.get('/trusts/:uid', may(openToAll, theSite), async (c) => {
    const uid = numberIn(c, 'uid', groupUidParam, 'A trust is named by its number in Get information about schools.');
    const trust = await trustOf(db, uid);
    if (trust === null) throw new NotFound(`There is no trust, federation or sponsor with the number ${uid}.`);
    return page(c, <TrustPage trust={trust} />);
  });

  app.get('/schools/:urn/history', may(openToAll, theSite), async (c) => {
    const urn = numberIn(c, 'urn', urnParam, 'A URN is a number of six digits, such as 100000.');
    const input = historyInput.parse(c.req.query());
    const school = await schoolName(db, urn);
    if (school === null) throw new NotFound(`There is no school with URN ${urn} in the registers held here.`);
    const { day, error } = dayOfHistory(input);
    if (error === null && day !== null && input.on === '') return c.redirect(paths.schoolHistory(urn, { on: day }));
    const [frame, entries, asAt] = await Promise.all([
      nationalFrame(db),
      schoolTimeline(db, urn),
      day === null ? null : schoolAsAt(db, urn, day),
    ]);
    const shown = day === null ? input : inputOf(day);
    return page(
      c,
      <HistoryPage {...{ school, error, asAt, entries, frame }} input={shown} />,
      error === null ? 200 : 400,
    );
  });

  app.get('/areas', may(openToAll, theSite), async (c) => {
    const { q } = areasInput.parse(c.req.query());
    const { areas } = await nationalFrame(db);
    const wanted = areaSlug(q);
    const shown = areas.filter(({ name }) => areaSlug(name).includes(wanted));
    const note = await authorityNoted(db, q);
    return page(c, <AreasPage areas={shown} typed={q.trim()} total={areas.length} note={note} />);
  });

  app.get('/areas/:code/schools.csv', may(openToAll, theSite), async (c) => {
    const frame = await nationalFrame(db);
    const area = await areaNamedIn(c, db, frame);
    const years = headlineYears(frame);
    const schools = sortSchools(
      await areaSchools(db, area.laCode, frame.asAt ?? NO_REGISTER, years),
      'name',
      'asc',
      years,
    );
    c.header('Content-Type', 'text/csv; charset=utf-8');
    c.header('Content-Disposition', `attachment; filename="${areaSlug(area.name)}-schools-${frame.asAt}.csv"`);
    return c.body(areaTableCsv(schools, years));
  });

  app.get('/areas/:code', may(openToAll, theSite), async (c) => {
    const frame = await nationalFrame(db);
    const area = await areaNamedIn(c, db, frame);
    if (c.req.param('code') !== String(area.laCode)) return c.redirect(paths.area(area.laCode));
    const input = areaInput.parse(c.req.query());
    const years = headlineYears(frame);
    const [all, shapes, extras, published] = await Promise.all([
      areaSchools(db, area.laCode, frame.asAt ?? NO_REGISTER, years),
      boundaries(db),
      areaExtras(c, area.laCode),
      areaFigures(db, area.laCode),
    ]);
    const ofPhase = all.filter(({ phaseGroup }) => input.phase === undefined || phaseGroup === input.phase);
    const schools = sortSchools(ofPhase, input.sort, input.dir, years);
    const boundary = shapes.get(area.laCode) as AreaGeometry;
    return page(c, <AreaPage {...{ area, boundary, frame, schools, years, input, extras, published }} />);
  });

  app.get('/england', may(openToAll, theSite), async (c) => {
    const input = englandInput.parse(c.req.query());
    const [frame, shapes] = await Promise.all([nationalFrame(db), boundaries(db)]);
    const years = headlineYears(frame);
    const rows = englandRows(frame, input.phase, years, input.sort, input.dir);
    const measures = measuresOf(input.phase);
    const measure = input.measure && measures.includes(input.measure) ? input.measure : resultOf(input.phase);
    const drawn = shapes as ReadonlyMap<number, AreaGeometry>;
    return page(c, <EnglandPage {...{ frame, rows, years, measure, input }} boundaries={drawn} />);
  });

  app.get('/compare', may(openToAll, theSite), async (c) => {
    const input = compareInput.parse({ urn: c.req.queries('urn') ?? [], add: c.req.query('add') });
    const urns = input.urn.slice(0, MOST_COMPARED);
    const frame = await nationalFrame(db);
    const add = input.add === undefined ? null : await addToComparison(db, input.add, urns);
    if (typeof add === 'number') return c.redirect(paths.compare([...urns, add]));
    const comparison = await comparedSchools(db, urns, frame.asAt ?? NO_REGISTER);
    return page(c, <ComparePage comparison={{ ...comparison, add }} frame={frame} />, add?.error ? 400 : 200);
  });

  app.get('/sources', may(openToAll, theSite), async (c) => {
    const today = londonIsoDay(new Date());
    const [files, datasets, asAt, latestInspection] = await Promise.all([
      listImports(db),
      dataCurrency(db, today),
      registerAsAt(db),
      latestInspectionDay(db),
    ]);
    const notes = newerThanWhat(datasets, { registerAsAt: asAt, latestInspection });
    const mayImport = (c.get('person') ?? null) !== null && mayAlso(c, importData, theSite()) !== null;
    return page(c, <SourcesPage {...{ files, asAt, datasets, notes, today, mayImport }} />);
  });

  app.get('/sources/:importId', may(openToAll, theSite), async (c) => {
    const id = numberIn(c, 'importId', importIdParam, 'A source is named by the number of its import, such as 1.');
    const { line } = sourceInput.parse(c.req.query());
    const file = await getImport(db, id);
    if (file === null) throw new NotFound(`No published file with the number ${id} is loaded.`);
    const row = line === undefined ? null : { line, published: await publishedRow(db, dataDir, file, line) };
    // Who acts is known where the file was brought by somebody: then there is a site with people.
    const scope = file.jobId === null ? null : mayAlso(c, readImporter, theSite());
    const importer = await importerOf(db, file.jobId, scope);
    const [setAside, mended] = await Promise.all([setAsideRows(db, id), mendedBy(db, id)]);
    return page(c, <SourcePage {...{ file, importer, setAside, mended, row }} />);
  });

  app.route('/', areaProfileRoutes({ db }));
  app.route('/', headsRoutes({ db }));
  app.route('/', headshipCorrectionRoutes({ db }));
  app.route('/', termsRoutes({ db }));
  return app;
}

// Without a register there is no day to read up to, so everything counts.
const NO_REGISTER = '9999-12-31';

/** The day that a form or link asks for, or what is wrong with it. */
function dayOfHistory(input: HistoryInput): { day: string | null; error: string | null } {
  const day = dayAsked(input);
  if (day === undefined) return { day: null, error: 'Enter a real day, as 1 10 2019' };
  const earliest = earliestDay();
  if (day !== null && day < earliest) return { day: null, error: `Enter a day on or after ${dayText(earliest)}` };
  return { day, error: null };
}

/** A day in the parts in which the form asks for it. */
function inputOf(day: string): HistoryInput {
  const [year = '', month = '', date = ''] = day.split('-');
  return { on: day, 'on-day': String(Number(date)), 'on-month': String(Number(month)), 'on-year': year };
}

function resultOf(phase: 'primary' | 'secondary') {
  return phase === 'primary' ? 'ks2_rwm_expected' : 'ks4_progress8';
}
