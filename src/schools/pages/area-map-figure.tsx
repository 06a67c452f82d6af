import { AreaMap } from '../../web/charts/area-map.tsx';
import type { AreaGeometry } from '../../web/charts/geometry.ts';
import { Legend, type LegendItem } from '../../web/charts/legend.tsx';
import type { MarkShape } from '../../web/charts/marks.tsx';
import type { Tone } from '../../web/charts/tone.ts';
import { paths } from '../../web/paths.ts';
import type { AreaExtras } from '../rules/area-extras.ts';
import type { InspectionOutcome, SchoolFacts } from '../rules/facts.ts';

const BEST = { fill: '#0f5f5a' };
const GOOD = { fill: '#8fc4b7' };
const POOR = { fill: '#f4b26a', sign: 'dot' } as const;
const WORST = { fill: '#a1211c', sign: 'cross' } as const;

const UNKNOWN: Tone = { key: 'none', label: 'No overall grade held', fill: '#ffffff' };
const OUTSTANDING: Tone = { key: 'outstanding', label: 'Outstanding', ...BEST };
const INADEQUATE: Tone = { key: 'inadequate', label: 'Inadequate', ...WORST };
const IMPROVE: Tone = { key: 'improve', label: 'Requires improvement', ...POOR };

const BY_OUTCOME: Record<InspectionOutcome, Tone> = {
  Outstanding: OUTSTANDING,
  Good: { key: 'good', label: 'Good', ...GOOD },
  'Requires improvement': IMPROVE,
  Satisfactory: IMPROVE,
  Inadequate: INADEQUATE,
  'Special measures': INADEQUATE,
  'Serious weaknesses': INADEQUATE,
};

const UNASSESSED: Tone = { key: 'none', label: 'No category', fill: '#ffffff' };

const BY_CATEGORY: Record<string, Tone> = {
  A: { key: 'A', label: 'Category A', ...BEST },
  B: { key: 'B', label: 'Category B', ...GOOD },
  C: { key: 'C', label: 'Category C', ...POOR },
  D: { key: 'D', label: 'Category D', ...WORST },
};

const SHAPES = {
  primary: { shape: 'circle', label: 'Primary' },
  secondary: { shape: 'square', label: 'Secondary' },
  through: { shape: 'diamond', label: 'All-through' },
} as const satisfies Record<string, { shape: MarkShape; label: string }>;

interface AreaMapFigureProps {
  name: string;
  boundary: AreaGeometry;
  schools: readonly SchoolFacts[];
  extras: AreaExtras | null;
}

/** The schools of an area on its map: shape says the phase, colour and sign the need category or else the last inspection. */
export function AreaMapFigure({ name, boundary, schools, extras }: AreaMapFigureProps) {
  const placed = schools.flatMap((school) => {
    if (school.easting === null || school.northing === null) return [];
    const tone = toneOf(school, extras);
    const { shape } = shapeOf(school);
    const label = `${school.name}: ${school.phase.toLowerCase()}, ${tone.label.toLowerCase()}`;
    return [{ href: paths.school(school.urn), label, easting: school.easting, northing: school.northing, shape, tone }];
  });
  const shapes = tally(schools.map(shapeOf)).map(({ one, count }): LegendItem => ({ ...one, fill: '#ffffff', count }));
  const tones = tally(schools.map((school) => toneOf(school, extras))).map(({ one, count }): LegendItem => ({
    ...one,
    shape: 'circle',
    count,
  }));
  return (
    <>
      <AreaMap
        boundary={boundary}
        points={placed}
        caption={`${placed.length} of ${schools.length} schools in ${name}, at the place that the register gives. The table on this page lists the same schools. Boundary: Office for National Statistics. Contains OS data © Crown copyright and database right 2022.`}
      />
      <div>
        <Legend title="Phase" items={shapes} />
        <Legend
          title={extras ? 'Need category' : 'Last inspection'}
          items={tones.toSorted((a, b) => order(a) - order(b))}
        />
      </div>
    </>
  );
}

function toneOf(school: SchoolFacts, extras: AreaExtras | null): Tone {
  if (extras) return BY_CATEGORY[extras.get(school.urn)?.category ?? ''] ?? UNASSESSED;
  const outcome = school.inspections[0]?.outcome;
  return outcome == null ? UNKNOWN : BY_OUTCOME[outcome];
}

function shapeOf({ phase, phaseGroup }: SchoolFacts) {
  return phase === 'All-through' ? SHAPES.through : SHAPES[phaseGroup];
}

/** Best first, and what is not known last. */
function order({ fill }: LegendItem): number {
  const place = [BEST, GOOD, POOR, WORST].findIndex((tone) => tone.fill === fill);
  return place === -1 ? Infinity : place;
}

function tally<T>(items: readonly T[]): { one: T; count: number }[] {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].map(([one, count]) => ({ one, count }));
}
