import { dayText } from '../rules/figure-words.ts';
import { ofScheme, withoutGrades } from '../rules/inspections/inspection-record.ts';
import type { SchemePolicy } from '../rules/inspections/scheme-policy.ts';
import { SCHEME_TITLES, scalesOf } from '../rules/inspections/scheme-words.ts';
import type { InspectionScheme } from '../rules/facts.ts';
import type { NationalFrame } from '../rules/national-frame.ts';
import type { SchoolRecord } from '../rules/school-record.ts';
import { GradedAreas } from './graded-areas.tsx';
import { InheritedKey } from './inherited-key.tsx';
import { OverallGrades } from './overall-grades.tsx';
import { UngradedInspections } from './ungraded-inspections.tsx';

/** A school's inspections; those after `asAt`, the day of the register, are marked. */
type InspectionsOnPage = Pick<SchoolRecord, 'inspections' | 'schemes' | 'asAt'>;

/** Every inspection that the files hold, each scheme of grading under its own heading with its own key. */
export function Inspections({ of, frame }: { of: InspectionsOnPage; frame: NationalFrame }) {
  const { inspections, schemes, asAt } = of;
  if (inspections.length === 0) {
    return (
      <p class="govuk-body">
        None of the published files held here has an inspection of this school under this URN or that of a school it
        came from.
      </p>
    );
  }
  const cards = ofScheme(inspections, 'report card');
  const judged = ofScheme(inspections, 'judgements only');
  const graded = ofScheme(inspections, 'overall grade');
  const ungraded = withoutGrades(inspections);
  const later = inspections.some(({ inspectedOn }) => inspectedOn > asAt);
  return (
    <>
      {cards.length > 0 && (
        <Scheme scheme="report card" schemes={schemes}>
          {cards.map((one) => (
            <GradedAreas of={one} title="Report card" asAt={asAt} frame={frame} />
          ))}
        </Scheme>
      )}
      {judged.length > 0 && (
        <Scheme scheme="judgements only" schemes={schemes}>
          {judged.map((one) => (
            <GradedAreas of={one} title="Graded inspection" asAt={asAt} frame={frame} />
          ))}
        </Scheme>
      )}
      {graded.length > 0 && (
        <Scheme scheme="overall grade" schemes={schemes}>
          <OverallGrades inspections={graded} asAt={asAt} frame={frame} />
        </Scheme>
      )}
      {ungraded.length > 0 && (
        <>
          <h3 class="govuk-heading-s">Ungraded and monitoring inspections</h3>
          <p class="app-source">
            They give no grades and change none. Where the register repeats a grade with the day of one, it stands among
            the overall grades too.
          </p>
          <UngradedInspections inspections={ungraded} asAt={asAt} frame={frame} />
        </>
      )}
      <p class="app-source">
        Grades of one way of grading are never turned into those of another.
        {later &&
          ` Inspections after ${dayText(asAt)}, the day of the register, do not count in need, plans and area figures.`}
        <InheritedKey records={inspections} />
      </p>
    </>
  );
}

interface SchemeProps {
  scheme: InspectionScheme;
  schemes: readonly SchemePolicy[];
  children: preact.ComponentChildren;
}

/** A heading, the scale in words for the time of each inspection shown, and the inspections. */
function Scheme({ scheme, schemes, children }: SchemeProps) {
  return (
    <>
      <h3 class="govuk-heading-s">{SCHEME_TITLES[scheme]}</h3>
      <p class="app-source">
        {scalesOf(scheme, schemes).map(({ scale, from, until }) => (
          <>
            Grades of inspections {until === null ? 'since' : 'from'} {dayText(from)}
            {until !== null && ` until ${dayText(until)}`}, the weakest first: {scale.join(', ')}.{' '}
          </>
        ))}
      </p>
      {children}
    </>
  );
}
