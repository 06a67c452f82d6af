import type { Adapter } from '../adapter.ts';
import { always, decimalOrBlank, whole } from '../fields.ts';

/**
 * Schools that the Department publishes as similar to a school, the nearest first. The lists of primary and of secondary
 * schools have the same columns, and only their names tell one from the other.
 */
function similarSchools(phase: 'primary' | 'secondary'): Adapter {
  return {
    layout: `similar-${phase}`,
    dataset: `similar-${phase}`,
    stage: 'register',
    recognisedBy: ['URN', 'NeighbourURN', 'Dist', 'Rank'],
    named: phase === 'primary' ? /primary/i : /secondary/i,
    year: 'register',
    lists: [
      {
        table: 'published_neighbour',
        key: ['urn', 'neighbour_urn'],
        speaksOnlyOf: ['phase', 'urn'],
        fields: {
          phase: always(phase),
          urn: whole('URN'),
          neighbour_urn: whole('NeighbourURN'),
          rank: whole('Rank', 9999),
          distance: decimalOrBlank('Dist'),
        },
      },
    ],
  };
}

export const similarPrimary = similarSchools('primary');
export const similarSecondary = similarSchools('secondary');
