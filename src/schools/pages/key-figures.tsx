import { MEASURES, type MeasureCode } from '../../opendata/rules/measures.ts';
import { academicYear, type PhaseGroup } from '../rules/facts.ts';
import { dayText, figureText, NO_RECORD } from '../rules/figure-words.ts';
import { latestGraded } from '../rules/inspections/inspection-record.ts';
import { outcomeWords } from '../rules/inspections/scheme-words.ts';
import { type KeyStage, keyStageOf } from '../rules/key-stage.ts';
import type { NationalFrame } from '../rules/national-frame.ts';
import type { SchoolRecord } from '../rules/school-record.ts';
import { SHORT_LABELS, type HeadlineMeasure } from '../rules/school-sections.ts';
import { Figure, Missing, SourceLink } from './figure.tsx';
import { InheritedMark } from './inherited-mark.tsx';

const KEY_MEASURES: Record<KeyStage, readonly HeadlineMeasure[]> = {
  ks2: ['roll', 'fsm6_percent', 'ks2_rwm_expected', 'persistent_absence'],
  ks4: ['roll', 'fsm6_percent', 'ks4_progress8', 'persistent_absence'],
};

/** The newest of the figures that people ask for first, each beside its area and England. */
export function KeyFigures({
  school,
  frame,
  phase,
}: {
  school: SchoolRecord;
  frame: NationalFrame;
  phase: PhaseGroup;
}) {
  const inspection = latestGraded(school.inspections, school.asAt);
  return (
    <dl class="app-figures">
      {KEY_MEASURES[keyStageOf(school.identity.phase)].map((measure) => (
        <KeyFigure school={school} frame={frame} phase={phase} measure={measure} />
      ))}
      <div>
        <dt>Last inspection</dt>
        <dd>
          {inspection ? (
            <SourceLink source={inspection.source} words=", source of the last inspection">
              {outcomeWords(inspection)}
            </SourceLink>
          ) : (
            <Missing reason={NO_RECORD} />
          )}
          {inspection && (
            <small>
              {dayText(inspection.inspectedOn)}
              <InheritedMark from={inspection.inherited} />
            </small>
          )}
          <SinceThen school={school} />
        </dd>
      </div>
    </dl>
  );
}

/** Names an inspection that gave grades after the day of the register, which the figures beside it do not know. */
function SinceThen({ school: { inspections, asAt } }: { school: SchoolRecord }) {
  const newest = latestGraded(inspections);
  if (newest === null || newest.inspectedOn <= asAt) return null;
  return (
    <small>
      Since then, {dayText(newest.inspectedOn)}:{' '}
      <a class="govuk-link" href="#inspections">
        {outcomeWords(newest)}
      </a>
    </small>
  );
}

interface KeyFigureProps {
  school: SchoolRecord;
  frame: NationalFrame;
  phase: PhaseGroup;
  measure: HeadlineMeasure;
}

function KeyFigure({ school, frame, phase, measure }: KeyFigureProps) {
  const year = frame.newestYear(measure);
  if (year === null) return null;
  return (
    <div>
      <dt>{SHORT_LABELS[measure]}</dt>
      <dd>
        <Figure measure={measure} year={year} fact={school.facts.get(`${measure}:${year}`)} />
        <small>
          {academicYear(year)}. {school.identity.laName} {meanText(frame, school.identity.laCode, phase, measure, year)}
          , England {meanText(frame, 'England', phase, measure, year)}
        </small>
      </dd>
    </div>
  );
}

function meanText(
  frame: NationalFrame,
  place: number | 'England',
  phase: PhaseGroup,
  measure: MeasureCode,
  year: number,
) {
  const average = frame.average(place, phase, measure, year);
  return average === undefined ? `no ${MEASURES[measure].label}` : figureText(average.value, measure);
}
