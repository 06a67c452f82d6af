import type { MeasureCode } from '../opendata/rules/measures.ts';
import { NEWEST_RESULTS } from '../opendata/rules/newest-results.ts';
import { academicYear } from '../schools/rules/facts.ts';
import type { SimilarSchools } from '../similar/queries.ts';
import type { ResultRow } from '../similar/rules/did-better.ts';
import { askWords, differsWords, leadWords, standingWords } from '../similar/rules/better-words.ts';
import { featureText, resultText } from '../similar/rules/likeness-words.ts';
import { type FeatureSet, CONTEXT_SET } from '../similar/rules/feature-set.ts';
import type { Neighbour } from '../similar/rules/neighbour.ts';
import { filterWords } from '../similar/rules/school-filter.ts';
import type { SimilarFeature, SimilarPolicy } from '../similar/rules/similar-policy.ts';
import { styled } from './style.ts';
import { type Column, paragraph, textTable } from './table.ts';

// A terminal has room for a word a column; the key under the table has the names in full.
const SHORT: Partial<Record<SimilarFeature['figure'], string>> = {
  roll: 'Roll',
  fsm6_percent: 'FSM6',
  eal_percent: 'EAL',
  sen_support_percent: 'SEN',
  ehc_percent: 'EHC',
  idaci_score: 'IDACI',
  input_prior_attainment: 'Prior',
  input_pupil_premium_percent: 'PP',
  input_eal_percent: 'EAL',
  input_polar4_quintile: 'POLAR4',
  input_stability_percent: 'Stay',
  input_idaci_score: 'IDACI',
  input_sen_support_percent: 'SEN',
  input_ehc_percent: 'EHC',
  input_pupils: 'Roll',
  pupil_teacher_ratio: 'PTR',
  mean_teacher_salary: 'Salary',
  overall_absence: 'Absence',
  ks2_rwm_expected: 'RWM',
  ks2_reading_progress: 'Progress',
  ks4_progress8: 'P8',
};
const NOT_KNOWN = 'n.k.';
// The whole list is in the answer as JSON.
const MOST_TOLD = 6;

/** One line of the table: a neighbour with its rank, or the school itself, which has none and no distance. */
interface Line {
  school: string;
  km: string;
  results: string[];
  features: string[];
}

/** The schools most like a school for people, at most 100 columns wide, under a first line for the school itself. */
export function similarText(similar: SimilarSchools, k: number, { colour }: { colour: boolean }): string {
  const bold = styled(colour);
  const { school, policy, set, asAt, neighbours } = similar;
  const heading = paragraph(bold(`${school.name} (${school.urn}), ${school.laName}: similar schools`));
  const asOf = paragraph(`Published data as at ${asAt}. Compared by: ${set.title} (policies/similar/${set.id}.json).`);
  const [first] = neighbours;
  if (first === undefined) {
    const needed = `${set.fewestSharedFeatures} of ${set.features.length}`;
    const why = `Too little is published of this school's context to say which schools are like it: at least ${needed} figures are needed.`;
    const none = paragraph(`No school passes all of these: ${filterWords(similar.filter).join(', ')}.`);
    return [heading, similar.passing === 0 ? none : paragraph(why), asOf].join('\n\n');
  }
  const own = ownLine(school.name, first, policy);
  const list = neighbours.slice(0, k);
  return [
    heading,
    `${bold('Similar, nearby and doing better')}\n${nearbyText(similar)}`,
    bold(`The ${list.length} most similar schools${setWords(set)}`) +
      `\n${amongText(similar)}${tableOf(first, policy, [own, ...list.map((one) => lineOf(one, policy))])}`,
    keyText(first, policy),
    [asOf, paragraph(NEWEST_RESULTS)].join('\n'),
  ].join('\n\n');
}

function setWords({ set, title }: FeatureSet): string {
  return set === CONTEXT_SET ? '' : `, by “${title}”`;
}

function amongText({ filter, passing, school }: SimilarSchools): string {
  const parts = filterWords(filter, { area: filter.area === school.laCode ? school.laName : undefined });
  return parts.length === 0 ? '' : `${paragraph(`Among ${passing} schools that are ${parts.join(', ')}.`)}\n`;
}

function nearbyText({ doingBetter, policy }: SimilarSchools): string {
  const { chosen, inRange, similar, comparable, better, schools, leftOut } = doingBetter;
  if (chosen === null) return paragraph('None of the results that are looked at is published for this school.');
  const range = `Of ${inRange} schools within ${policy.nearbyKm} km, ${similar} count as similar, ${comparable} of them share enough years to tell, and ${better} do better consistently, beyond what chance explains.`;
  const left = leftOut === 0 ? '' : ` Not shown for their latest inspection: ${leftOut}.`;
  return [
    paragraph(`${chosen.measure.label}: ${standingWords(chosen)}.`),
    paragraph(range + left),
    ...schools
      .slice(0, MOST_TOLD)
      .map((one) =>
        paragraph(
          `${one.name} (${one.urn}), ${one.laName}, ${one.km === null ? 'distance not known' : `${one.km.toFixed(1)} km`}, number ${one.rank} of the most similar. ${leadWords(one.lead, chosen.measure)} ${differsWords(one.differs)} ${askWords(one)}`,
        ),
      ),
  ].join('\n\n');
}

function tableOf(first: Neighbour, policy: SimilarPolicy, lines: readonly Line[]): string {
  const columns: Column<Line>[] = [
    { heading: 'School', value: ({ school }) => school, fills: true },
    { heading: 'km', value: ({ km }) => km, align: 'right' },
    ...first.better.rows.map((row, i): Column<Line> => ({
      heading: shortResult(row, policy),
      value: ({ results }) => results[i] ?? '',
      align: 'right',
    })),
    ...first.features.map(({ figure, label }, i): Column<Line> => ({
      heading: SHORT[figure] ?? label,
      value: ({ features }) => features[i] ?? '',
      align: 'right',
    })),
  ];
  return textTable(columns, lines);
}

function ownLine(name: string, first: Neighbour, policy: SimilarPolicy): Line {
  return {
    school: `${name} (this school)`,
    km: '',
    results: first.better.rows.map((row) => known(row.own, resultText(row, row.own, policy))),
    features: first.features.map(({ figure, own }) => known(own, featureText(figure, own))),
  };
}

function lineOf({ rank, urn, name, laName, km, better, features }: Neighbour, policy: SimilarPolicy): Line {
  return {
    school: `${rank}. ${name} (${urn}), ${laName}`,
    km: km === null ? NOT_KNOWN : km.toFixed(1),
    results: better.rows.map((row) => known(row.other, resultText(row, row.other, policy))),
    features: features.map(({ figure, other }) => known(other, featureText(figure, other))),
  };
}

function known(value: number | null, text: string): string {
  return value === null ? NOT_KNOWN : text;
}

function shortResult(row: ResultRow, policy: SimilarPolicy): string {
  const measure: MeasureCode | undefined = policy.better.find(({ label }) => label === row.label)?.measures[0];
  return (measure && SHORT[measure]) ?? row.label;
}

function keyText({ better, features }: Neighbour, policy: SimilarPolicy): string {
  const results = better.rows.map((row) => `${shortResult(row, policy)}: ${row.label}, ${academicYear(row.year)}.`);
  const context = features.flatMap(({ figure, label, year }) => {
    const short = SHORT[figure];
    return short === undefined ? [] : [`${short}: ${label}${year === null ? '' : `, ${academicYear(year)}`}.`];
  });
  return paragraph([...results, ...context, `${NOT_KNOWN}: not known.`].join(' '));
}
