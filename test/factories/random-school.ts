import fc from 'fast-check';
import type { MeasureYear } from '../../src/need/rules/measures-read.ts';
import { MEASURES, type MeasureCode } from '../../src/opendata/rules/measures.ts';
import type { MissingReason } from '../../src/opendata/rules/missing.ts';
import { type FactKey, type Inspection, phaseGroupOf, type SchoolFacts } from '../../src/schools/rules/facts.ts';
import { factsOf, schoolWith } from './school-facts.ts';

const REASONS: readonly MissingReason[] = ['SUPP', 'NE', 'LOWCOV', 'BLANK'];

/** A school with any of these figures, each a number that its measure can have, a published reason for none, or not held at all. */
export function randomSchool(measures: readonly MeasureYear[]): fc.Arbitrary<SchoolFacts> {
  const figures = fc.tuple(
    ...measures.map(([measure, year]) =>
      fc
        .oneof(
          { weight: 8, arbitrary: figureOf(measure) },
          { weight: 1, arbitrary: fc.constantFrom(...REASONS) },
          { weight: 1, arbitrary: fc.constant(undefined) },
        )
        .map((figure) => [`${measure}:${year}`, figure] as const),
    ),
  );
  return fc
    .record({
      urn: fc.integer({ min: 100_000, max: 199_999 }),
      phase: fc.constantFrom('Primary' as const, 'Secondary' as const, 'All-through' as const),
      academy: fc.boolean(),
      idaciDecile: fc.option(fc.integer({ min: 1, max: 10 })),
      headJobTitle: fc.constantFrom('Headteacher', 'Acting Headteacher', null),
      inspections: randomInspections,
      figures,
    })
    .map(({ figures: chosen, ...school }) =>
      schoolWith(
        {},
        {
          ...school,
          phaseGroup: phaseGroupOf(school.phase)!,
          facts: factsOf(
            Object.fromEntries(chosen.filter((one): one is [FactKey, number | MissingReason] => one[1] !== undefined)),
          ),
        },
      ),
    );
}

function figureOf(measure: MeasureCode): fc.Arbitrary<number> {
  const { unit } = MEASURES[measure];
  if (measure === 'in_year_balance') return fc.integer({ min: -400_000, max: 400_000 });
  if (unit === 'percent') return fc.integer({ min: 0, max: 100 });
  if (unit === 'count') return fc.integer({ min: 0, max: 300 });
  if (unit === 'pounds') return fc.integer({ min: 500_000, max: 3_000_000 });
  if (unit === 'ratio') return fc.integer({ min: 8, max: 40 });
  return measure.startsWith('ks4_')
    ? fc.integer({ min: -200, max: 200 }).map((hundredths) => hundredths / 100)
    : fc.integer({ min: -120, max: 120 }).map((tenths) => tenths / 10);
}

const day = fc
  .integer({ min: 0, max: 3000 })
  .map((days) => new Date(Date.UTC(2014, 0, 1 + days)).toISOString().slice(0, 10));
const source = { importId: 2, line: 7 };
const grade = fc.constantFrom('Outstanding', 'Good', 'Requires improvement', 'Inadequate', 'Special measures');

/** Up to four inspections with overall grades, the newest first, each of a day of its own. */
const randomInspections: fc.Arbitrary<Inspection[]> = fc
  .uniqueArray(fc.record({ inspectedOn: day, outcome: grade }), { selector: (one) => one.inspectedOn, maxLength: 4 })
  .map((list) =>
    list
      .map((one) => ({ ...one, scheme: 'overall grade' as const, source }))
      .toSorted((a, b) => b.inspectedOn.localeCompare(a.inspectedOn)),
  );
