import { z } from 'zod';

const cell = z.number().nonnegative().nullable();

/**
 * What the table service of OSRM answers, as docs/http.md of Project-OSRM/osrm-backend says: seconds and metres by row of sources, null
 * where there is no way; `distance` of a place is how far it lies from the road taken for it.
 */
export const osrmTable = z.object({
  code: z.literal('Ok'),
  durations: z.array(z.array(cell)),
  distances: z.array(z.array(cell)).optional(),
  sources: z.array(z.object({ distance: z.number().nonnegative().optional() })).optional(),
  destinations: z.array(z.object({ distance: z.number().nonnegative().optional() })).optional(),
  // Cells that were made up from straight lines, which was not asked for.
  fallback_speed_cells: z.array(z.unknown()).max(0).optional(),
});

/** How OSRM refuses a question, with status 400. */
export const osrmRefusal = z.object({ code: z.string().regex(/^[A-Za-z]{1,40}$/) });

const kilometres = z.enum(['kilometers', 'km']).optional();

/**
 * What the time-distance matrix of Valhalla answers, as docs/docs/api/matrix/api-reference.md of valhalla/valhalla says: by row of
 * sources a list of seconds and kilometres, null where there is no way; or, in its terse form, two tables of them.
 */
export const valhallaMatrix = z.object({
  units: kilometres,
  sources_to_targets: z.union([
    z.array(z.array(z.object({ time: cell, distance: cell, from_index: z.int(), to_index: z.int() }))),
    z.object({ durations: z.array(z.array(cell)), distances: z.array(z.array(cell)) }),
  ]),
});

/** How Valhalla refuses a question, with status 400. */
export const valhallaRefusal = z.object({ error_code: z.int() });
