import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { organisationOf, organisationSubjectOf } from '../../../need/routes/round/asked-for.tsx';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { policyAsAt } from '../../../policies.ts';
import { csvText } from '../../../schools/rules/csv-text.ts';
import { formOf } from '../../../web/forgery.ts';
import { may, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { workbookOf } from '../../../web/workbook.ts';
import { keepBoardFilters } from '../../commands/board/keep-filter.ts';
import { BoardPage } from '../../pages/board/board.tsx';
import { exportPlacements, keepBoardFilter, readPlacements } from '../../policy.ts';
import { boardOf, type BoardScope, wholeBoard } from '../../queries/board/board.ts';
import { keptBoardFilter } from '../../queries/board/kept-filter.ts';
import { brokersOfService } from '../../queries/brokers.ts';
import { BOARD_HEAD, boardCells } from '../../rules/board/board-file.ts';
import { boardQuery, NO_FILTERS } from '../../rules/board/filters.ts';
import { readBoardFilters } from '../../schema/board/filters.ts';
import { supportTypesKind } from '../../schema/support-types.ts';
import { helpWords } from '../asked-for.tsx';

const BOARD = '/organisations/:organisation/placements';

/** The board of a service: filtered, sorted, in pages, and as a file. */
export function boardRoutes({ db }: { db: Kysely<Database> }): Hono {
  return new Hono()
    .get(BOARD, may(readPlacements, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, readPlacements);
      const { id } = organisationOf(c);
      const { search, searchParams } = new URL(c.req.url);
      // Somebody who comes back without choosing anything finds the board as they left it.
      const kept = search === '' ? await keptBoardFilter(db, scope) : null;
      if (kept !== null && kept !== '') return c.redirect(paths.placements(id, kept), 303);
      const filters = readBoardFilters(searchParams);
      const today = londonIsoDay(new Date());
      const [board, brokers] = [await boardOf(db, scope, filters, today), await brokersOfService(db, scope)];
      const types = policyAsAt(supportTypesKind, today).types;
      return page(
        c,
        <BoardPage
          organisation={organisationOf(c)}
          {...board}
          filters={filters}
          choices={{ brokers, types }}
          help={({ placement }) => helpWords(placement)}
          begins={['service lead', 'broker'].includes(c.get('person')?.acting?.role ?? '')}
        />,
      );
    })
    .post(`${BOARD}/filter`, may(keepBoardFilter, organisationSubjectOf), async (c) => {
      const { id } = organisationOf(c);
      const form = await formOf(c);
      const given = new URLSearchParams(
        Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)])),
      );
      const filters = form.clear === 'yes' ? NO_FILTERS : readBoardFilters(given);
      await keepBoardFilters(db, scopeOf(c, keepBoardFilter), filters);
      return c.redirect(paths.placements(id, boardQuery({ ...filters, page: 1 })), 303);
    })
    .get('/organisations/:organisation/placements.csv', may(exportPlacements, organisationSubjectOf), async (c) => {
      const cells = await cellsFor(c, db, scopeOf(c, exportPlacements));
      c.header('Content-Type', 'text/csv; charset=utf-8');
      c.header('Content-Disposition', 'attachment; filename="placements.csv"');
      const plain = cells.map((row) =>
        row.map((cell) => (cell !== null && typeof cell === 'object' ? cell.day : cell)),
      );
      return c.body(csvText(BOARD_HEAD, plain));
    })
    .get('/organisations/:organisation/placements.xlsx', may(exportPlacements, organisationSubjectOf), async (c) => {
      const rows = await cellsFor(c, db, scopeOf(c, exportPlacements));
      c.header('Content-Type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
      c.header('Content-Disposition', 'attachment; filename="placements.xlsx"');
      const workbook = await workbookOf([{ name: 'Placements', head: BOARD_HEAD, rows }]);
      return c.body(new Uint8Array(workbook).buffer);
    });
}

async function cellsFor(c: Context, db: Kysely<Database>, scope: BoardScope) {
  const filters = readBoardFilters(new URL(c.req.url).searchParams);
  const rows = await wholeBoard(db, scope, filters, londonIsoDay(new Date()));
  return boardCells(rows, { sinceDay: londonIsoDay, help: ({ placement }) => helpWords(placement) });
}
