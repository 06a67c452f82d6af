import { MEASURES } from '../../../opendata/rules/measures.ts';
import { csvText } from '../../../schools/rules/csv-text.ts';
import { type AnswersPolicy, answersTo } from './answers-policy.ts';
import type { Theme } from './theme.ts';

const HEAD = [
  'Need',
  'Schools raised',
  'Schools judged',
  'Schools not judged',
  'Share, %',
  'Share, lowest %',
  'Share, highest %',
  'England at the same phases, %',
  'Beside England',
  'Schools compared with before',
  'New since',
  'Gone since',
  'Change, points',
  'Change, lowest',
  'Change, highest',
  'Trend',
  'Measures',
  'Where it recurs',
  'What answers it',
  'URNs raised',
];

/** Which needs recur, as a file in the order of the page. */
export function themesCsv(themes: readonly Theme[], answers: AnswersPolicy): string {
  return csvText(
    HEAD,
    themes.map((theme) => {
      const { label, raised, judged, untold, proportion, england, beside, change, measures, groups, schools } = theme;
      return [
        label,
        raised,
        judged,
        untold,
        percent(proportion?.share),
        percent(proportion?.interval[0]),
        percent(proportion?.interval[1]),
        percent(england),
        beside,
        change?.compared ?? null,
        change?.appeared ?? null,
        change?.gone ?? null,
        rounded(change?.points),
        rounded(change?.interval[0]),
        rounded(change?.interval[1]),
        change?.trend ?? 'cannot be told',
        measures.map((one) => `${MEASURES[one.measure].label} (${one.schools})`).join('; '),
        groups.map((group) => `${group.name} (${group.raised} of ${group.judged})`).join('; '),
        answersTo(theme, answers)
          .map(({ text }) => text)
          .join('; '),
        schools.map(({ urn }) => urn).join(' '),
      ];
    }),
  );
}

function percent(share: number | null | undefined): number | null {
  return share === null || share === undefined ? null : rounded(share * 100);
}

function rounded(value: number | undefined): number | null {
  return value === undefined ? null : Number(value.toFixed(1));
}
