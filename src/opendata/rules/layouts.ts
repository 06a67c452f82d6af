import type { Adapter } from './adapter.ts';
import { absenceSample } from './adapters/absence-sample.ts';
import { cfr } from './adapters/cfr.ts';
import { giasAcademies } from './adapters/gias-academies.ts';
import { giasAll } from './adapters/gias-all.ts';
import { giasAcademyGrouplinks } from './adapters/gias-academy-grouplinks.ts';
import { giasOpen } from './adapters/gias-open.ts';
import { giasSampleOpen, giasSampleWithStatus } from './adapters/gias-sample.ts';
import { coastline } from './adapters/coastline.ts';
import { ks4Destinations } from './adapters/ks4-destinations.ts';
import { ofstedMi2016, ofstedMi2018, ofstedMi2019, ofstedMi2020, ofstedMi2023 } from './adapters/ofsted-mi-grades.ts';
import { ofstedMiOf2015, ofstedMiOf2019 } from './adapters/ofsted-mi-of-year.ts';
import { ofstedMiCardsOfYear, ofstedMiReportCards } from './adapters/ofsted-mi-report-cards.ts';
import { ofstedMi } from './adapters/ofsted-mi.ts';
import { schoolCapital } from './adapters/school-capital.ts';
import { schoolDetails } from './adapters/school-details.ts';
import { workforceSample } from './adapters/workforce-sample.ts';
import { absence } from './adapters/absence.ts';
import { boundariesLaEngland } from './adapters/boundaries-la-england.ts';
import { census } from './adapters/census.ts';
import { giasAllGrouplinks } from './adapters/gias-all-grouplinks.ts';
import { giasGroups } from './adapters/gias-groups.ts';
import { giasLinks } from './adapters/gias-links.ts';
import { giasMainstream } from './adapters/gias-mainstream.ts';
import { iod2019BySchoolPostcode } from './adapters/iod2019-by-school-postcode.ts';
import { ks2Extract } from './adapters/ks2-extract.ts';
import { ks2Progress } from './adapters/ks2-progress.ts';
import { ks4Extract } from './adapters/ks4-extract.ts';
import { ks4Headlines } from './adapters/ks4-headlines.ts';
import { ks4Provisional } from './adapters/ks4-provisional.ts';
import { ks5Extract } from './adapters/ks5-extract.ts';
import { ks5Revised } from './adapters/ks5-revised.ts';
import { maintainedFinance } from './adapters/maintained-finance.ts';
import { ofstedInspectionHistory } from './adapters/ofsted-inspection-history.ts';
import { schoolInformation } from './adapters/school-information.ts';
import { workforce } from './adapters/workforce.ts';
import { absence15 } from './adapters/absence-15.ts';
import { academyReturns } from './adapters/academy-returns.ts';
import { admissions } from './adapters/admissions.ts';
import { admissionsAndProgress } from './adapters/admissions-and-progress.ts';
import { areaAbsence } from './adapters/area-absence.ts';
import { areaKs4 } from './adapters/area-ks4.ts';
import { eesKs2Areas } from './adapters/ees-ks2-areas.ts';
import { eesKs2Schools } from './adapters/ees-ks2-schools.ts';
import { eesKs4Schools, eesKs4SchoolsIn2024 } from './adapters/ees-ks4-schools.ts';
import { iod2019Lsoa } from './adapters/iod2019-lsoa.ts';
import { iod2025Lsoa, iod2025LsoaCut } from './adapters/iod2025-lsoa.ts';
import { ks2Tables } from './adapters/ks2-tables.ts';
import { ks4DestinationsEducation } from './adapters/ks4-destinations-education.ts';
import { ks4Tables } from './adapters/ks4-tables.ts';
import { maintainedReturns } from './adapters/maintained-returns.ts';
import { similarPrimary, similarSecondary } from './adapters/similar-schools.ts';
import { similarPrimaryInputs, similarSecondaryInputs } from './adapters/similar-schools-inputs.ts';
import { trustKs2In2017 } from './adapters/trust-ks2-2017.ts';
import { trustKs2In2019 } from './adapters/trust-ks2-2019.ts';
import { trustKs4 } from './adapters/trust-ks4.ts';
import { trustKs4In2017 } from './adapters/trust-ks4-2017.ts';
import { workforceCodes } from './adapters/workforce-codes.ts';
import { columnsRead, headerOf, columnKey } from './header.ts';
import { ImportError } from './import-error.ts';
import { NOT_HELD } from './not-held.ts';

/** Every layout that can be imported. */
export const LAYOUTS: readonly Adapter[] = [
  boundariesLaEngland,
  giasMainstream,
  schoolInformation,
  giasGroups,
  giasAllGrouplinks,
  giasLinks,
  ofstedInspectionHistory,
  ks2Extract,
  ks2Progress,
  ks4Extract,
  ks4Headlines,
  ks4Provisional,
  ks5Extract,
  ks5Revised,
  census,
  absence,
  workforce,
  maintainedFinance,
  iod2019BySchoolPostcode,
  giasAcademies,
  giasOpen,
  giasSampleWithStatus,
  giasSampleOpen,
  giasAcademyGrouplinks,
  ofstedMi,
  schoolDetails,
  ks4Destinations,
  cfr,
  schoolCapital,
  absenceSample,
  workforceSample,
  ks2Tables,
  ks4Tables,
  absence15,
  workforceCodes,
  ks4DestinationsEducation,
  maintainedReturns,
  academyReturns,
  eesKs2Schools,
  eesKs2Areas,
  eesKs4Schools,
  eesKs4SchoolsIn2024,
  admissions,
  admissionsAndProgress,
  trustKs2In2019,
  trustKs2In2017,
  trustKs4,
  trustKs4In2017,
  areaAbsence,
  areaKs4,
  similarPrimary,
  similarSecondary,
  similarPrimaryInputs,
  similarSecondaryInputs,
  iod2019Lsoa,
  iod2025Lsoa,
  iod2025LsoaCut,
  giasAll,
  ofstedMiReportCards,
  ofstedMiCardsOfYear,
  ofstedMi2023,
  ofstedMi2020,
  ofstedMi2019,
  ofstedMi2018,
  ofstedMi2016,
  ofstedMiOf2019,
  ofstedMiOf2015,
  coastline,
];

/** A file is said to be "like" a layout when it has at least this share of the columns that the layout reads. */
const LIKENESS = 0.5;

/**
 * The layout of a file, known from its header, which stands on `line` (and from its name, where two layouts share a header). Throws ImportError when no layout fits: for a file that
 * is known and not held, with its name and why; if a layout nearly fits, with the column that is missing.
 */
export function recognise(fields: readonly string[], file: string, line = 1): Adapter {
  const header = headerOf(fields);
  const has = (column: string) => header.has(columnKey(column));
  const layouts = LAYOUTS.filter((layout) => !layout.notWith?.some(has));
  const found = layouts.find((layout) => layout.recognisedBy.every(has) && (layout.named?.test(file) ?? true));
  if (found) return found;
  const refused = NOT_HELD.find((layout) => layout.recognisedBy.every(has));
  if (refused) {
    const { name, why, mend } = refused;
    throw new ImportError({ file, recognisedAs: name, problem: `recognised as ${name}: ${why}`, mend });
  }
  let nearest: { layout: Adapter; share: number; missing: string | undefined } | null = null;
  for (const layout of layouts) {
    const columns = columnsRead(layout, 0);
    const share = columns.filter(has).length / columns.length;
    if (nearest === null || share > nearest.share)
      nearest = { layout, share, missing: columns.find((column) => !has(column)) };
  }
  if (nearest && nearest.share >= LIKENESS) {
    throw new ImportError({
      file,
      line,
      ...(nearest.missing === undefined ? {} : { column: nearest.missing }),
      problem: `the file is like the layout ${nearest.layout.layout}, but its header lacks this column`,
      mend: 'Download the file again, and do not edit its header',
    });
  }
  throw new ImportError({
    file,
    line,
    problem: `the header is not that of any dataset known here (it starts ${fields
      .slice(0, 4)
      .map((field) => `"${field.slice(0, 40)}"`)
      .join(', ')})`,
    mend: 'docs/datasets.md lists the files that can be imported',
  });
}
