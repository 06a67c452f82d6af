import type { SourceRef } from '../schools/rules/facts.ts';
import type { FactAsAt, Standing, Told } from '../schools/rules/history/as-at.ts';
import type { MembersAsAt } from '../schools/rules/history/members.ts';
import type { SchoolAsAt } from '../schools/rules/history/school-as-at.ts';
import type { FileAnswer } from './files-named.ts';
import { inspectionAnswer } from './inspection-answer.ts';
import { figuresOf, type SchoolAnswer } from './school-answer.ts';

/** What `school --as-at --json` prints. */
export interface SchoolAsAtAnswer extends Pick<
  SchoolAnswer,
  'urn' | 'name' | 'asAt' | 'links' | 'inspections' | 'figures' | 'files'
> {
  firstKnownOn: string;
  standing: Standing;
  facts: readonly FactAsAt[];
  head: Told<string | null> | null;
  headFirstKnownOn: string | null;
  groups: MembersAsAt;
}

/** A school as at a day. */
export function schoolAsAtAnswer(school: SchoolAsAt, files: FileAnswer[]): SchoolAsAtAnswer {
  const { urn, name, day, firstKnownOn, standing, facts, head, headFirstKnownOn, groups, links } = school;
  return {
    urn,
    name,
    asAt: day,
    firstKnownOn,
    standing,
    facts,
    head,
    headFirstKnownOn,
    groups,
    links: links.map(({ urn: linked, name: linkedName, linkType, establishedOn, source }) => ({
      urn: linked,
      name: linkedName,
      linkType,
      establishedOn,
      source,
    })),
    inspections: school.inspections.map((one) => inspectionAnswer(one, day)),
    figures: figuresOf(school.figures),
    files,
  };
}

/** Every source that a record as at a day refers to. */
export function sourcesAsAt({ standing, facts, head, groups, links, inspections, figures }: SchoolAsAt): SourceRef[] {
  const told = [...facts.flatMap((fact) => fact.told ?? []), ...(head === null ? [] : [head])];
  const lists = [told, groups.members, links, inspections, [...figures.values()]];
  return [...('source' in standing ? [standing.source] : []), ...lists.flat().map(({ source }) => source)];
}
