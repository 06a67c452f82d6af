import { csvText } from '../../../schools/rules/csv-text.ts';
import { hiddenList, type HiddenSchool } from './hidden-school.ts';
import { untoldWords } from './hidden-words.ts';
import { kindsOf, type PlaceKind } from '../../../schools/rules/places.ts';

const HEAD = [
  'URN',
  'School',
  'Phase',
  'Place',
  'Metres to the sea',
  'Disadvantaged pupils, %',
  'Disadvantaged pupils, number',
  'Other pupils, %',
  'Other pupils, number',
  'All pupils, %',
  'Year starting',
  'Points behind',
  'Points behind, lowest',
  'Points behind, highest',
  'Chance of more than the line behind others',
  'Chance of more than the line behind England',
  'Likely behind',
  'Cannot be told',
  'Free school meals in six years, %',
];

/** The list as a file, in the order of the page. */
export function hiddenCsv(schools: readonly HiddenSchool[], kind?: PlaceKind): string {
  const { behind, notBehind, untold } = hiddenList(schools, kind);
  return csvText(
    HEAD,
    [...behind, ...notBehind, ...untold].map((school) => {
      const { urn, name, phaseGroup, place, fsm6Percent, finding } = school;
      const before = [urn, name, phaseGroup, kindsOf(place).join(', '), place.coastMetres];
      if (finding.state === 'cannot be told')
        return [...before, ...Array.from({ length: 12 }, () => null), untoldWords(finding), fsm6Percent];
      const { disadvantaged, other, average, gap, level } = finding;
      return [
        ...before,
        rounded(disadvantaged.percent),
        disadvantaged.pupils,
        rounded(other.percent),
        other.pupils,
        average?.percent ?? null,
        disadvantaged.year,
        rounded(gap.points),
        rounded(gap.interval[0]),
        rounded(gap.interval[1]),
        rounded(gap.chance, 2),
        rounded(level.chance, 2),
        finding.behind.join(' and '),
        null,
        fsm6Percent,
      ];
    }),
  );
}

function rounded(value: number, decimals = 1): number {
  return Number(value.toFixed(decimals));
}
