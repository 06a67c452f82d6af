import type { PublishedLink, RegisterEntry } from '../../src/schools/rules/school-change.ts';

/** A link as GIAS publishes it: of a school, to another, of a type, on a day. */
export function link(urn: number, linkedUrn: number, linkType: string, establishedOn: string | null): PublishedLink {
  return {
    urn,
    linkedUrn,
    linkedName: `School ${linkedUrn}`,
    linkType,
    establishedOn,
    source: { importId: 4, line: urn * 100 + linkedUrn },
  };
}

/** A closed school of which the register does not say when it opened, unless told otherwise. */
export function registered(change: Partial<RegisterEntry> = {}): RegisterEntry {
  return { name: 'A school', openDate: null, openAsAt: null, ...change };
}
