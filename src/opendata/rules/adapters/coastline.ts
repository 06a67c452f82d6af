import { type Adapter, type Field, NOT_UNDERSTOOD } from '../adapter.ts';
import { name, whole } from '../fields.ts';
import { isGeometry } from '../geojson-rows.ts';
import { toNationalGrid } from '../national-grid.ts';

/** The shore of one piece of land: a ring without holes. */
const ring: Field = {
  from: ['geometry'],
  read: (cell) => {
    const geometry: unknown = JSON.parse(cell ?? 'null');
    if (!isGeometry(geometry)) return NOT_UNDERSTOOD;
    const grid = toNationalGrid(geometry);
    const [shore, hole] = grid.type === 'Polygon' ? grid.coordinates : [];
    return shore === undefined || hole !== undefined ? NOT_UNDERSTOOD : JSON.stringify(shore);
  },
};

/** The coast of an island country, a GeoJSON feature for each piece of land, moved to the National Grid that GIAS uses. */
export const coastline: Adapter = {
  layout: 'coastline',
  dataset: 'coastline',
  stage: 'register',
  recognisedBy: ['land', 'part', 'geometry'],
  year: 'register',
  lists: [{ table: 'coastline', key: ['part'], fields: { land: name('land'), part: whole('part'), ring } }],
};
