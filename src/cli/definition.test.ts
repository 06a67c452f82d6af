import { describe, expect, it } from 'vitest';
import { cannotBeTold, doesNotMeet, leftOut, meets } from '../need/rules/eligibility/answer.ts';
import { countParts } from '../need/rules/eligibility/tally.ts';
import { definitionById } from '../need/queries/definitions.ts';
import { areaDefinitionAnswer, definitionAnswer } from './definition-answer.ts';
import { areaDefinitionText, comparisonsText, comparisonText, definitionText } from './definition-text.ts';

const PLAIN = { colour: false };
const floor = definitionById('floor-2018')!;
const luton = { laCode: 821, laName: 'Luton' };
const dudley = { laCode: 332, laName: 'Dudley' };
const england = {
  asAt: '2022-07-06',
  parts: new Map([
    [
      'floor-2018',
      [
        countParts('Primary', [
          { ...luton, answer: meets('Under it.') },
          { ...luton, answer: doesNotMeet('Over it.') },
          { ...dudley, answer: leftOut('Closed.', 'Closed', { wouldMeet: true }) },
          { ...dudley, answer: cannotBeTold('No figure.', 'Results not published') },
        ]),
      ],
    ],
  ]),
};
const told = definitionAnswer(floor, england);
const texts = {
  counts: definitionText(told, PLAIN),
  compared: comparisonText(told, PLAIN),
  all: comparisonsText([told], PLAIN),
};

describe('a definition for people', () => {
  it.each(Object.entries(texts))('fits 100 columns: %s', (_, text) => {
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  it('counts England and its areas, and says why schools are left out', () => {
    expect(texts.counts).toMatch(/^Primary +1 +1 +1 +1$/m);
    expect(texts.counts).toMatch(/^left out +Closed +1 +1$/m);
    expect(texts.counts).toMatch(/^Dudley +0 +0$/m);
    expect(texts.counts).toMatch(/^Luton +1 +2$/m);
  });

  it('puts the published count beside ours, and a part that is not counted as a question', () => {
    expect(texts.compared).toMatch(/^Primary +2018-12-13 +364 +1 +0 +-363 +2 +1 +1$/m);
    expect(texts.compared).toMatch(/^Secondary +2019-01-24 +346 +\? +0 +0 +0 +0$/m);
    expect(texts.all).toMatch(/^floor-2018 +Primary/m);
    expect(texts.compared.replace(/\s+/g, ' ')).toContain('Published: tes.com/news/more-350-primaries');
  });

  it('lists an area, those that meet it first', () => {
    const schools = [
      {
        urn: 100_002,
        name: 'Oak School',
        known: true,
        part: 'Primary' as const,
        ...luton,
        answer: doesNotMeet('Over.'),
      },
      { urn: 100_001, name: 'Elm School', known: true, part: 'Primary' as const, ...luton, answer: meets('Under.') },
    ];
    const area = areaDefinitionAnswer({ code: 821, name: 'Luton' }, floor, schools, []);
    const text = areaDefinitionText(area, PLAIN);
    expect(text).toContain('2 schools judged: 1 meets, 1 does not meet, 0 cannot be told, 0 left out.');
    expect(text.indexOf('Elm School')).toBeLessThan(text.indexOf('Oak School'));
  });
});
