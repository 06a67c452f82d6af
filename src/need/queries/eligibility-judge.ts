import { type Kysely, sql } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { policiesOf, policyById } from '../../policies.ts';
import type { SchemePolicy } from '../../schools/rules/inspections/scheme-policy.ts';
import { inspectionSchemeKind } from '../../schools/schema/inspection-scheme.ts';
import { byResults, type ResultsAt } from '../rules/eligibility/by-results.ts';
import type { EligibilityDefinition, ResultsPart, ResultsRule } from '../rules/eligibility/definition.ts';
import { figuresRead, judgedByInspections } from '../rules/eligibility/judged.ts';
import type { SchoolWithResults } from '../rules/eligibility/school-with-results.ts';
import type { Answered } from '../rules/eligibility/tally.ts';
import { standardOf } from '../rules/minimum-standards.ts';
import { needPolicyKind } from '../schema.ts';
import { standardsNamed } from './definitions.ts';
import { schoolsInspected } from './schools-inspected.ts';
import { schoolsWithResults } from './schools-with-results.ts';

/** A school and its answer to a definition, for one key stage or phase. */
export interface SchoolAnswer extends Answered {
  urn: number;
  name: string;
  /** Whether a register holds it, so that it has a page. */
  known: boolean;
  part: ResultsPart['name'];
}

/** Answers to one definition after another of the schools that were read. */
export type Judge = (definition: EligibilityDefinition) => SchoolAnswer[];

/** Which schools are judged: all of England's, an area's, or one, of which the part is asked that is for its key stage. */
export type Judged = { laCode?: number; one?: { urn: number; part: ResultsPart['name'] } };

/**
 * Reads once what the definitions ask of the schools. A definition by results is put to every number that has a row in the results
 * of its year, of schools that closed since too; one by inspections to the open mainstream schools, as at the day (ISO).
 */
export async function eligibilityJudge(
  db: Kysely<Database>,
  asked: readonly EligibilityDefinition[],
  asAt: string,
  which: Judged = {},
): Promise<Judge> {
  const ofResults = asked.flatMap(({ rule }) => (rule.kind === 'results' ? [rule] : []));
  const settings = new Map(ofResults.map((rule) => [rule, resultsAt(rule)]));
  const reads = [...settings].flatMap(([rule, { standards, measuring }]) =>
    figuresRead(rule, standards, measuring.policy.pupilSpread),
  );
  const urns = which.one ? [which.one.urn] : which.laCode === undefined ? undefined : await numbersOf(db, which.laCode);
  const [results, inspected] = await Promise.all([
    reads.length === 0 ? [] : schoolsWithResults(db, reads, asAt, urns),
    asked.every(({ rule }) => rule.kind === 'results')
      ? []
      : schoolsInspected(db, asAt, which.one ? { urns: [which.one.urn] } : which),
  ]);
  const schemes = schemesInOrder();
  return ({ rule }) => {
    if (rule.kind !== 'results') {
      return inspected.map(({ urn, name, laCode, laName, phaseGroup, ...school }) => ({
        urn,
        name,
        known: true,
        laCode,
        laName,
        part: phaseGroup === 'primary' ? 'Primary' : 'Secondary',
        answer: judgedByInspections(school, rule, asAt, schemes),
      }));
    }
    const at = settings.get(rule) ?? resultsAt(rule);
    return rule.parts
      .filter(({ name }) => which.one === undefined || which.one.part === name)
      .flatMap((part) => {
        const concerned = which.one === undefined ? results.filter(inResultsOf(part, at)) : results;
        return concerned.map((school) => ({
          urn: school.urn,
          name: school.name,
          known: school.known,
          laCode: school.laCode,
          laName: school.laName,
          part: part.name,
          answer: byResults(school, part, rule, at),
        }));
      });
  };
}

function resultsAt(rule: ResultsRule): ResultsAt {
  const { pupilSpread } = policyById(needPolicyKind, rule.spreadFrom);
  // The definitions ask what was published, not how likely it is to be true, so there is no prior to fit.
  return {
    standards: standardsNamed(rule.minimumStandards),
    measuring: { policy: { pupilSpread }, reference: { prior: () => null } },
  };
}

/** Whether the results of the part's own year have a row for a school. */
function inResultsOf({ standard, years: [year] }: ResultsPart, { standards }: ResultsAt) {
  const { attainment, progress } = standardOf(standards, standard);
  const measures = [...(attainment === null ? [] : [attainment.measure]), ...progress.map(({ measure }) => measure)];
  return ({ facts }: SchoolWithResults) => measures.some((measure) => facts.has(`${measure}:${year}`));
}

function schemesInOrder(): SchemePolicy[] {
  return policiesOf(inspectionSchemeKind).toSorted((a, b) => a.validFrom.localeCompare(b.validFrom));
}

/** The numbers of an area's schools, open and closed, and those that its schools followed and no register holds. */
async function numbersOf(db: Kysely<Database>, laCode: number): Promise<number[]> {
  const { rows } = await sql<{ urn: number }>`
    select urn from school where la_code = ${laCode}
    union
    select l.urn from school_link l join school s on s.urn = l.linked_urn
    where s.la_code = ${laCode} and l.link_type like 'Successor%'
      and not exists (select from school held where held.urn = l.urn)`.execute(db);
  return rows.map(({ urn }) => urn);
}
