import { academicYear, type SourceRef } from '../../../schools/rules/facts.ts';
import { factsAsJudged, inheritedWords } from '../../../schools/rules/inherited.ts';
import type { Predecessor } from '../assessment.ts';
import type { WithFacts } from '../figures.ts';
import { standingWords } from '../minimum-standard.ts';
import { type MinimumStandard, type MinimumStandards, standardOf } from '../minimum-standards.ts';
import { type Measuring, type Standing, standingIn } from '../standing.ts';
import { listed } from '../wording.ts';
import { type Answer, type AnswerFigure, cannotBeTold, doesNotMeet, leftOut, meets } from './answer.ts';
import type { ResultsPart, ResultsRule } from './definition.ts';
import { closedWords, ofAnotherType, tooFewIn } from './left-out.ts';
import type { SchoolWithResults } from './school-with-results.ts';

/** What a definition by results is judged with. */
export interface ResultsAt {
  standards: MinimumStandards;
  measuring: Measuring;
}

/**
 * Whether a school meets a definition by results: it is under the standard in every year that the definition asks about.
 * One year that is known not to be under is enough not to meet it; a year that is not known leaves it open.
 * Source: the definition's and the standard's own.
 */
export function byResults(school: SchoolWithResults, part: ResultsPart, rule: ResultsRule, at: ResultsAt): Answer {
  const standard = standardOf(at.standards, part.standard);
  const [year] = part.years;
  const other = ofAnotherType(school, part);
  if (other !== null) return leftOut(other, 'Of a kind that it does not apply to');
  if (!hasResults(school, standard, year)) return withoutResults(school, standard, year);
  // Its own year is its own; years before its present number count where its type carries results on.
  const carries = part.years.length > 1 && rule.carriedOnBy.includes(school.establishmentType ?? '');
  const judged = carries ? { facts: factsAsJudged(school) } : school;
  const few = tooFewIn(judged, standard, part.years);
  if (few !== null) return leftOut(few, `Fewer than ${standard.smallestCohort} pupils`);
  const answer = byStandings(judged, part, standard, at);
  const wouldMeet = answer.state === 'meets' ? true : answer.state === 'does not meet' ? false : null;
  const closed = closedWords(school, rule);
  if (closed !== null) return leftOut(closed, 'Closed, also where it reopened as another type', { wouldMeet });
  if (school.typeGroup === null) {
    const results = wouldMeet === null ? '' : ` Its results ${wouldMeet ? 'are' : 'are not'} below.`;
    return cannotBeTold(
      `No register held here knows ${school.name}, and none knows what followed it, so it cannot be told whether it is a school that this applies to.${results}`,
      'Its kind is not known',
      { wouldMeet },
    );
  }
  return answer;
}

function byStandings(school: WithFacts, part: ResultsPart, standard: MinimumStandard, at: ResultsAt): Answer {
  const standings = part.years.map((year) => ({ year, standing: standingIn(school, standard, year, at.measuring) }));
  const known = standings.flatMap(({ standing }) => (standing.known ? [standing] : []));
  const rest = standsOn(
    school,
    known.map(({ year }) => year),
    standard,
  );
  const whose =
    rest.inherited.length === 0 ? '' : ` In part inherited from ${listed(rest.inherited.map(inheritedWords))}.`;
  const clear = known.find(({ below }) => !below);
  if (clear !== undefined) return doesNotMeet(`${said('Not under', standard, clear)}${whose}`, rest);
  const gap = standings.find(({ standing }) => !standing.known);
  if (gap !== undefined && !gap.standing.known) {
    const reason = `Results of ${academicYear(gap.year)} not published in full, or not held`;
    return cannotBeTold(`Not judged against ${standard.name}: ${gap.standing.why}.`, reason, rest);
  }
  if (part.former.length > 0) {
    const years = listed(part.former.map((former) => academicYear(former.year)).toSorted());
    return cannotBeTold(
      `${known.map((one) => said('Under', standard, one)).join(' ')} It asks about ${years} too, by measures that ended and of which nothing is held.`,
      `Asks about ${years} by measures that ended`,
      rest,
    );
  }
  return meets(`${known.map((one) => said('Under', standard, one)).join(' ')}${whose}`, rest);
}

function said(how: 'Under' | 'Not under', standard: MinimumStandard, standing: Standing & { known: true }): string {
  return `${how} ${standard.name} in ${academicYear(standing.year)}: ${standingWords(standard, standing)}.`;
}

function hasResults({ facts }: WithFacts, standard: MinimumStandard, year: number): boolean {
  return measuresOf(standard).some((measure) => (facts.get(`${measure}:${year}`)?.value ?? null) !== null);
}

function measuresOf({ attainment, progress }: MinimumStandard) {
  return [...(attainment === null ? [] : [attainment.measure]), ...progress.map(({ measure }) => measure)];
}

function withoutResults({ before }: SchoolWithResults, standard: MinimumStandard, year: number): Answer {
  const when = academicYear(year);
  if (before !== null && hasResults(before, standard, year)) {
    return leftOut(
      `Its results of ${when} stand under the number before it, ${inheritedWords(before)}.`,
      'Results under the number before it',
    );
  }
  return cannotBeTold(
    `No results of ${when} are published under its number, or none are held.`,
    `Results of ${when} not published, or not held`,
  );
}

/** What an answer stands on: the figures of the years that are known, the rows they are from, and whose those are. */
function standsOn(school: WithFacts, years: readonly number[], standard: MinimumStandard) {
  const figures: AnswerFigure[] = [];
  const sources = new Map<string, SourceRef>();
  const inherited = new Map<number, Predecessor>();
  for (const year of years) {
    for (const measure of measuresOf(standard)) {
      const fact = school.facts.get(`${measure}:${year}`);
      if (fact === undefined || fact.value === null) continue;
      figures.push({ measure, year, value: fact.value });
      sources.set(`${fact.source.importId}:${fact.source.line}`, fact.source);
      if (fact.inherited !== undefined)
        inherited.set(fact.inherited.urn, { urn: fact.inherited.urn, name: fact.inherited.name });
    }
  }
  return { figures, sources: [...sources.values()], inherited: [...inherited.values()] };
}
