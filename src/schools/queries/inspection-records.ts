import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { policiesOf } from '../../policies.ts';
import type { InspectionScheme, OverallGrade } from '../rules/facts.ts';
import type { InspectionRecord, Judgement } from '../rules/inspections/inspection-record.ts';
import { reportCardCategory } from '../rules/inspections/report-card-category.ts';
import type { SchemePolicy } from '../rules/inspections/scheme-policy.ts';
import { inspectionSchemeKind } from '../schema/inspection-scheme.ts';

/** Every inspection of the schools that is held, of whatever kind and scheme, by URN, each school's newest first. */
export async function inspectionRecords(
  db: Kysely<Database>,
  urns: readonly number[],
): Promise<Map<number, InspectionRecord[]>> {
  const [rows, graded] = await Promise.all([
    db
      .selectFrom('inspection')
      .selectAll()
      .where('urn', 'in', urns)
      .orderBy('inspected_on', 'desc')
      .orderBy('kind')
      .execute(),
    db.selectFrom('inspection_judgement').selectAll().where('urn', 'in', urns).execute(),
  ]);
  const policies = policiesOf(inspectionSchemeKind);
  const bySchool = new Map<number, InspectionRecord[]>();
  for (const row of rows) {
    const policy = row.scheme === null ? undefined : policyOf(policies, row.scheme, row.inspected_on);
    const judgements = graded
      .filter((one) => one.urn === row.urn && one.inspected_on === row.inspected_on && one.kind === row.kind)
      .map(({ area, grade, graded_on }) => ({ area, grade, gradedOn: graded_on }));
    const list = bySchool.get(row.urn) ?? [];
    list.push(recordOf(row, inOrder(judgements, policy), policy));
    bySchool.set(row.urn, list);
  }
  return bySchool;
}

/** How schools were graded on the days of these inspections, the newest first. */
export function schemesOf(inspections: readonly InspectionRecord[]): SchemePolicy[] {
  const policies = policiesOf(inspectionSchemeKind);
  const used = new Set(
    inspections.flatMap(({ scheme, inspectedOn }) =>
      scheme === null ? [] : (policyOf(policies, scheme, inspectedOn) ?? []),
    ),
  );
  return [...used].toSorted((a, b) => b.validFrom.localeCompare(a.validFrom));
}

/**
 * The policy of a scheme on a day. An inspection near the change of schemes may have been graded in the earlier one, so a
 * day outside the scheme's own time is read with the nearest of its policies.
 */
function policyOf(policies: readonly SchemePolicy[], scheme: InspectionScheme, day: string): SchemePolicy | undefined {
  const ofScheme = policies
    .filter((policy) => policy.scheme === scheme)
    .toSorted((a, b) => a.validFrom.localeCompare(b.validFrom));
  return ofScheme.findLast(({ validFrom }) => validFrom <= day) ?? ofScheme[0];
}

function inOrder(judgements: Judgement[], policy: SchemePolicy | undefined): Judgement[] {
  const place = (area: string) => {
    const at = policy?.areas.findIndex(({ name }) => name === area) ?? -1;
    return at === -1 ? Infinity : at;
  };
  return judgements.toSorted((a, b) => place(a.area) - place(b.area) || a.area.localeCompare(b.area));
}

function recordOf(
  row: Selectable<Database['inspection']>,
  judgements: readonly Judgement[],
  policy: SchemePolicy | undefined,
): InspectionRecord {
  const recorded = {
    inspectedOn: row.inspected_on,
    publishedOn: row.published_on,
    number: row.inspection_number,
    type: row.inspection_type,
    categoryOfConcern: row.category_of_concern,
    safeguarding: row.safeguarding,
    listedUnder: row.listed_under,
    judgements,
    source: { importId: row.import_id, line: row.line },
  };
  switch (row.scheme) {
    case 'overall grade':
      return { ...recorded, kind: 'graded', scheme: row.scheme, outcome: row.outcome as OverallGrade['outcome'] };
    case 'judgements only':
      return { ...recorded, kind: 'graded', scheme: row.scheme, outcome: null };
    case 'report card': {
      const check = policy === undefined ? null : reportCardCategory(recorded, policy);
      return { ...recorded, kind: 'graded', scheme: row.scheme, outcome: null, check };
    }
    case null:
      return {
        ...recorded,
        kind: row.kind === 'monitoring' ? 'monitoring' : 'ungraded',
        scheme: null,
        outcome: null,
        words: row.outcome_words ?? '',
      };
    default:
      return row.scheme satisfies never;
  }
}
