import { dayText, NO_RECORD } from '../rules/figure-words.ts';
import { type GradedRecord, latestGraded } from '../rules/inspections/inspection-record.ts';
import { judgementsText, safeguardingWords } from '../rules/inspections/inspection-words.ts';
import { outcomeWords } from '../rules/inspections/scheme-words.ts';
import type { SchoolRecord } from '../rules/school-record.ts';
import { Missing, SourceLink } from './figure.tsx';
import { InheritedMark } from './inherited-mark.tsx';

/** The last graded inspection up to the register's day, and under it a newer one; each in the words of its own scheme. */
export function LastInspection({ school: { inspections, asAt } }: { school: SchoolRecord }) {
  const counted = latestGraded(inspections, asAt);
  const newest = latestGraded(inspections);
  return (
    <>
      {counted === null ? <Missing reason={NO_RECORD} /> : <Graded of={counted} />}
      {newest !== null && newest !== counted && (
        <>
          <br />
          Since {dayText(asAt)}: <Graded of={newest} />
        </>
      )}
    </>
  );
}

function Graded({ of: one }: { of: GradedRecord }) {
  return (
    <>
      <SourceLink source={one.source} words=", source of the inspection">
        {outcomeWords(one)}, {dayText(one.inspectedOn)}
      </SourceLink>
      {one.scheme !== 'overall grade' && (
        <>
          <br />
          <small>
            {judgementsText(one)}; safeguarding: {safeguardingWords(one.safeguarding).toLowerCase()}
          </small>
        </>
      )}
      <InheritedMark from={one.inherited} />
    </>
  );
}
