import { describe, expect, it } from 'vitest';
import { type CheckReport, checkMarkdown, checkText } from './import-check.ts';

const report: CheckReport = {
  checked: [
    {
      held: true,
      seconds: 1.234,
      dataset: 'iod2019-by-school-postcode',
      layout: 'iod2019-by-school-postcode',
      year: null,
      stage: 'final',
      asAt: '2019-09-26',
      fileName: 'a-file-with-a-long-name-2019.csv',
      rowsRead: 23_101,
      rowsLoaded: 23_100,
      rowsSetAside: 1,
      newerHeld: false,
      mends: null,
    },
  ],
  refused: [
    {
      path: '/home/x/mats.csv',
      recognisedAs: 'trust results',
      problem: 'recognised as trust results: Alongside holds figures of schools only',
      mend: 'Import the file of schools that is published beside it',
    },
  ],
  skipped: [],
};

describe('what loading files would do', () => {
  it('fits a terminal, and says what is refused, why, and the mend', () => {
    const text = checkText(report);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    const flat = text.replace(/\s+/g, ' ');
    expect(flat).toContain('2019-09-26 23101 23100 1 1.2');
    expect(flat).toContain('1 of 1 files are held already.');
    expect(flat).toContain(
      'Refused: /home/x/mats.csv: recognised as trust results: Alongside holds figures of schools only. ',
    );
  });

  it('is two tables in Markdown, without the folders of the one who ran it', () => {
    expect(checkMarkdown(report).split('\n')).toEqual([
      '| File | Dataset | Year | Stage | As at | Read | Would load | Set aside | Seconds |',
      '| --- | --- | --- | --- | --- | ---: | ---: | ---: | ---: |',
      '| a-file-with-a-long-name-2019.csv | iod2019-by-school-postcode |  | final | 2019-09-26 | 23101 | 23100 | 1 | 1.2 |',
      '',
      '| Refused | Why | Mend |',
      '| --- | --- | --- |',
      '| mats.csv | recognised as trust results: Alongside holds figures of schools only | Import the file of schools that is published beside it |',
    ]);
  });
});
