import { AreaMap, type MapPoint } from '../../web/charts/area-map.tsx';
import type { AreaGeometry } from '../../web/charts/geometry.ts';
import { Legend } from '../../web/charts/legend.tsx';
import type { Tone } from '../../web/charts/tone.ts';
import { paths } from '../../web/paths.ts';
import type { Neighbour } from '../rules/neighbour.ts';

const THIS: Tone = { key: 'this', label: 'This school', fill: '#123f3d' };
const SIMILAR: Tone = { key: 'similar', label: 'Similar school', fill: '#f4b26a' };

interface SimilarMapProps {
  school: { urn: number; name: string };
  neighbours: readonly Neighbour[];
  places: ReadonlyMap<number, { easting: number; northing: number }>;
  /** England with its local authorities. */
  boundary: AreaGeometry;
}

/** Where in England the listed schools are. The table of the page says the same in words. */
export function SimilarMap({ school, neighbours, places, boundary }: SimilarMapProps) {
  const points = neighbours.flatMap(({ urn, name, laName, km }): MapPoint[] => {
    const place = places.get(urn);
    if (place === undefined) return [];
    const away = km === null ? '' : `, ${km.toFixed(1)} km`;
    return [{ ...place, href: paths.school(urn), label: `${name}, ${laName}${away}`, shape: 'circle', tone: SIMILAR }];
  });
  const own = places.get(school.urn);
  // Last, so that it lies on top.
  if (own !== undefined)
    points.push({ ...own, href: paths.school(school.urn), label: school.name, shape: 'square', tone: THIS });
  return (
    <div class="app-columns app-columns--even">
      <AreaMap
        boundary={boundary}
        points={points}
        caption={`${points.length - (own === undefined ? 0 : 1)} of the ${neighbours.length} schools listed, at the place that the register gives. The table on this page lists the same schools. Boundaries: Office for National Statistics. Contains OS data © Crown copyright and database right 2022.`}
      />
      <div>
        <Legend
          title="On the map"
          items={[
            { shape: 'square', fill: THIS.fill, label: THIS.label, count: own === undefined ? 0 : 1 },
            { shape: 'circle', fill: SIMILAR.fill, label: 'Listed as most similar', count: neighbours.length },
          ]}
        />
      </div>
    </div>
  );
}
