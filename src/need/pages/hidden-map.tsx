import { AreaMap } from '../../web/charts/area-map.tsx';
import type { AreaGeometry } from '../../web/charts/geometry.ts';
import { Legend } from '../../web/charts/legend.tsx';
import type { Tone } from '../../web/charts/tone.ts';
import { paths } from '../../web/paths.ts';
import type { HiddenList, HiddenSchool } from '../rules/hidden/hidden-school.ts';

const BEHIND: Tone = { key: 'behind', label: 'Likely behind', fill: '#a1211c', sign: 'cross' };
const NOT_BEHIND: Tone = { key: 'not', label: 'Not clearly behind', fill: '#8fc4b7' };
const UNTOLD: Tone = { key: 'untold', label: 'Cannot be told', fill: '#ffffff' };

/** The listed schools on the area's map; the tables of the page give the same schools. */
export function HiddenMap({ name, boundary, list }: { name: string; boundary: AreaGeometry; list: HiddenList }) {
  const groups: [Tone, readonly HiddenSchool[]][] = [
    [UNTOLD, list.untold],
    [NOT_BEHIND, list.notBehind],
    [BEHIND, list.behind],
  ];
  const points = groups.flatMap(([tone, schools]) =>
    schools.flatMap(({ urn, name: school, easting, northing, phaseGroup }) =>
      easting === null || northing === null
        ? []
        : [
            {
              href: tone === BEHIND ? paths.need(urn) : paths.school(urn),
              label: `${school}: ${tone.label.toLowerCase()}`,
              easting,
              northing,
              shape: phaseGroup === 'primary' ? ('circle' as const) : ('square' as const),
              tone,
            },
          ],
    ),
  );
  return (
    <div class="app-columns">
      <AreaMap
        boundary={boundary}
        points={points}
        caption={`Schools of ${name} in affluent, rural or coastal places; the tables list the same schools. Boundary: Office for National Statistics. Contains OS data © Crown copyright and database right 2022.`}
      />
      <div>
        <Legend
          title="Phase"
          items={[
            { shape: 'circle', fill: '#ffffff', label: 'Primary' },
            { shape: 'square', fill: '#ffffff', label: 'Secondary' },
          ]}
        />
        <Legend
          title="Disadvantaged pupils"
          items={groups.map(([tone, schools]) => ({ ...tone, shape: 'circle' as const, count: schools.length }))}
        />
      </div>
    </div>
  );
}
