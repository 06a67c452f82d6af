/** How a number in a sheet is meant: as a day, out of 100, with leading zeros to a width, or just as it is. */
export type NumberMeaning = 'plain' | 'date' | 'percent' | { zeros: number };

/** Formats that every workbook has without writing them down (ECMA-376, part 1, 18.8.30); the rest are plain or times. */
const BUILT_IN_DATES: readonly (readonly [first: number, last: number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [34, 36],
  [50, 54],
  [57, 58],
];
const BUILT_IN_PERCENTS = [9, 10];

/** What numbers with this format mean; `code` is the format as the workbook writes it, for those of its own. */
export function numberMeaning(id: number, code: string | undefined): NumberMeaning {
  if (code === undefined) {
    if (BUILT_IN_PERCENTS.includes(id)) return 'percent';
    return BUILT_IN_DATES.some(([first, last]) => id >= first && id <= last) ? 'date' : 'plain';
  }
  // Without quoted text, colours and conditions, escaped and padding characters; the first section is for positive numbers.
  const bare = code.replaceAll(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '').split(';')[0] ?? '';
  if (/^0{2,20}$/.test(bare)) return { zeros: bare.length };
  if (/[dy]/i.test(bare)) return 'date';
  return bare.includes('%') ? 'percent' : 'plain';
}
