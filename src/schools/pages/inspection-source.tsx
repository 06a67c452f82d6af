import { paths } from '../../web/paths.ts';
import { dayText } from '../rules/figure-words.ts';
import type { InspectionRecord } from '../rules/inspections/inspection-record.ts';
import type { NationalFrame } from '../rules/national-frame.ts';
import { fileWords } from '../rules/published-file.ts';
import { InheritedMark } from './inherited-mark.tsx';

/** The published row that an inspection was read from. */
export function InspectionSource({ of: { source }, frame }: { of: InspectionRecord; frame: NationalFrame }) {
  const file = frame.files.get(source.importId);
  return (
    <a class="govuk-link" href={paths.source(source.importId, source.line)}>
      {file ? fileWords(file) : 'Published file'}, line {source.line}
    </a>
  );
}

/** The day of an inspection, with whose it was and whether it came after the day of the register. */
export function InspectionDay({ of: one, asAt }: { of: InspectionRecord; asAt: string }) {
  return (
    <>
      <span class="app-nowrap">{dayText(one.inspectedOn)}</span>
      {one.inspectedOn > asAt && (
        <>
          <br />
          <small>after the register’s day</small>
        </>
      )}
      <InheritedMark from={one.inherited} />
      {one.listedUnder !== null && one.inherited === undefined && (
        <>
          <br />
          <small>listed by Ofsted under URN {one.listedUnder}</small>
        </>
      )}
    </>
  );
}
