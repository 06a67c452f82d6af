import { Hono } from 'hono';
import * as matchingPolicy from '../../matching/policy.ts';
import * as needPolicy from '../../need/policy.ts';
import * as newsPolicy from '../../news/policy.ts';
import * as opendataPolicy from '../../opendata/policy.ts';
import * as schoolsPolicy from '../../schools/policy.ts';
import { csvText } from '../../schools/rules/csv-text.ts';
import { BadRequest } from '../../web/errors.tsx';
import { may, scopeOf } from '../../web/may.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/render.tsx';
import { AuditPage } from '../pages/audit.tsx';
import * as accountsPolicy from '../policy.ts';
import { auditTrail, auditTrailForFile, MOST_IN_A_FILE } from '../queries/audit-trail.ts';
import type { AccountsDeps } from '../routes.tsx';
import { deedTitles } from '../rules/deed-titles.ts';
import { TRAIL_COLUMNS, trailRow } from '../rules/trail-entry.ts';
import { auditFilter } from '../schema/audit-filter.ts';
import { organisationName, organisationOf } from './organisation-of.tsx';

/** Every deed by its verb, from the policies of all rooms that have one. */
export const TITLES = deedTitles([
  accountsPolicy,
  opendataPolicy,
  schoolsPolicy,
  needPolicy,
  newsPolicy,
  matchingPolicy,
]);

const { readAudit, exportAudit } = accountsPolicy;

/** The audit trail of an organisation, for its administrators: a page and a file. */
export function auditRoutes({ db }: AccountsDeps): Hono {
  return new Hono()
    .get(paths.audit(':organisation'), may(readAudit, organisationOf), async (c) => {
      const filter = auditFilter.parse(c.req.query());
      const trail = await auditTrail(db, scopeOf(c, readAudit), filter);
      const organisation = { id: organisationOf(c).organisationId, name: organisationName(c) };
      return page(c, <AuditPage organisation={organisation} filter={filter} trail={trail} titles={TITLES} />);
    })
    .get(paths.auditCsv(':organisation'), may(exportAudit, organisationOf), async (c) => {
      const { before: _, ...filter } = auditFilter.parse(c.req.query());
      const entries = await auditTrailForFile(db, scopeOf(c, exportAudit), filter);
      if (entries === null) {
        throw new BadRequest(
          `More than ${MOST_IN_A_FILE.toLocaleString('en-GB')} entries fit: narrow them down by their dates, and take several files.`,
        );
      }
      c.header('Content-Type', 'text/csv; charset=utf-8');
      c.header('Content-Disposition', 'attachment; filename="audit-trail.csv"');
      return c.body(
        csvText(
          TRAIL_COLUMNS,
          entries.map((entry) => trailRow(entry, TITLES)),
        ),
      );
    });
}
