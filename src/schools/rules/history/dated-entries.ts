import type { InspectionRecord } from '../inspections/inspection-record.ts';
import { outcomeWords } from '../inspections/scheme-words.ts';
import { beginningWords, headWords } from '../headship/headship-words.ts';
import type { HeadshipTold, SchoolHeadships } from '../headship/school-headships.ts';
import type { SchoolLink } from '../school-record.ts';
import type { TimelineEntry } from './timeline.ts';

/** Heads who came after another; the first whom extracts name is no change. */
export function headEntries({ headships }: SchoolHeadships): TimelineEntry[] {
  return headships.flatMap((headship) => {
    const { began, sources } = headship;
    if (began === null || began.notAfter === null) return [];
    const before = headships.filter((other) => other !== headship && endedAsItBegan(other, headship));
    return [
      {
        what: 'Head',
        from: before.length === 0 ? null : before.map((other) => headWords(other)).join(', '),
        to: headWords(headship),
        on: null,
        between: { after: began.notBefore, by: began.notAfter },
        note: beginningWords(headship),
        sources: [...before.flatMap((other) => other.sources.slice(-1)), ...sources.slice(0, 1)],
      },
    ];
  });
}

/** Predecessors and successors, each on the day of its link. */
export function linkEntries(links: readonly SchoolLink[]): TimelineEntry[] {
  return links.flatMap(({ linkType, name, urn, establishedOn, source }) =>
    establishedOn === null
      ? []
      : [
          {
            what: linkType,
            from: null,
            to: `${name} (URN ${urn})`,
            on: establishedOn,
            between: null,
            note: null,
            sources: [source],
          },
        ],
  );
}

const INSPECTION_KINDS = {
  graded: 'Inspection',
  ungraded: 'Ungraded inspection',
  monitoring: 'Monitoring inspection',
} as const;

/** Inspections, each on its day: the overall grade, which scheme it was that gave none, or what one without grades found. */
export function inspectionEntries(inspections: readonly InspectionRecord[]): TimelineEntry[] {
  return inspections.map((one) => ({
    what: INSPECTION_KINDS[one.kind],
    from: null,
    to: one.kind === 'graded' ? outcomeWords(one) : one.words,
    on: one.inspectedOn,
    between: null,
    note: one.inherited === undefined ? null : `Of its predecessor, ${one.inherited.name} (URN ${one.inherited.urn}).`,
    sources: [one.source],
  }));
}

function endedAsItBegan({ ended }: HeadshipTold, { began }: HeadshipTold): boolean {
  return ended !== null && began !== null && ended.notAfter === began.notAfter;
}
