import type { Adapter, AreaFigures, Pupils } from '../adapter.ts';
import { KS2_SUBJECTS } from '../ks2-subjects.ts';

const LEVELS = [
  { name: 'Local authority', level: 'authority', code: ['old_la_code'] },
  { name: 'National', level: 'England' },
] as const;

const PUPILS = [
  ['Total', 'all'],
  ['Disadvantaged', 'disadvantaged'],
  ['Not known to be disadvantaged', 'other'],
] as const satisfies [string, Pupils][];

const areaFigures: AreaFigures[] = LEVELS.flatMap(({ name, ...area }) =>
  PUPILS.flatMap(([breakdown, pupils]) =>
    KS2_SUBJECTS.map(({ subject, columns }) => ({
      ...area,
      schools: 'state-funded',
      only: [
        { column: 'geographic_level', is: [name] },
        { column: 'establishment_type_group', is: ['All state funded', 'All state-funded'] },
        { column: 'breakdown_topic', is: ['All pupils', 'Disadvantaged status'] },
        { column: 'breakdown', is: [breakdown] },
        { column: 'subject', is: [subject] },
      ],
      columns: columns.map(([column, measure]) => [column, measure, { pupils }]),
    })),
  ),
);

/** Key stage 2 by authority as "Explore education statistics" publishes it from 2022-23: several years, state-funded schools. */
export const eesKs2Areas: Adapter = {
  layout: 'ees-ks2-areas',
  dataset: 'area-ks2',
  stage: 'revised',
  stageIn: 'version',
  recognisedBy: [
    'time_period',
    'old_la_code',
    'establishment_type_group',
    'subject',
    'expected_standard_pupil_percent',
  ],
  notWith: ['school_urn'],
  year: { spans: 'time_period', several: true },
  areaFigures,
};
