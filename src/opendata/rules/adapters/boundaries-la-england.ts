import { type Adapter, type Field, NOT_UNDERSTOOD } from '../adapter.ts';
import { toNationalGrid } from '../national-grid.ts';
import { name, whole } from '../fields.ts';
import { isGeometry } from '../geojson-rows.ts';

const boundary: Field = {
  from: ['geometry'],
  read: (cell) => {
    const geometry: unknown = JSON.parse(cell ?? 'null');
    return isGeometry(geometry) ? JSON.stringify(toNationalGrid(geometry)) : NOT_UNDERSTOOD;
  },
};

/** Boundaries of the upper tier authorities, a GeoJSON feature each, moved to the National Grid that GIAS uses. */
export const boundariesLaEngland: Adapter = {
  layout: 'boundaries-la-england',
  dataset: 'boundaries-la-england',
  stage: 'register',
  recognisedBy: ['la_code', 'gss_la_code', 'region_name', 'geometry'],
  year: 'register',
  lists: [
    {
      table: 'area',
      key: ['la_code'],
      fields: {
        la_code: whole('la_code', 999),
        gss_code: name('gss_la_code'),
        name: name('la_name'),
        region: name('region_name'),
        boundary,
      },
    },
  ],
};
