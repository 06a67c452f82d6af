import { describe, expect, it } from 'vitest';
import { searchWords } from './search-words.ts';
import { buildWordIndex, findSchools, type IndexedSchool } from './word-index.ts';

const schools = [
  'Challney High School for Boys, Luton',
  'Challney High School for Girls, Luton',
  'Chiltern Primary School, Luton',
  'High Wycombe Church of England School, High Wycombe',
  'Luton Primary School, Chatham',
  "St Mary's Catholic Primary School, Luton",
  'St Matthew Primary School, Luton',
].map((text, place): IndexedSchool => {
  const [name = '', town = null] = text.split(', ');
  return { urn: 100_000 + place, name, town, phase: 'Primary', laCode: 821, open: true };
});
const index = buildWordIndex(schools);

function found(typed: string) {
  const { schools: hits, instead } = findSchools(index, searchWords(typed));
  return { names: hits.map(({ name }) => name), instead };
}

describe('finding schools by words', () => {
  it('asks for all words, each the beginning of a word of the name or town', () => {
    expect(found('chall luton').names).toEqual(['Challney High School for Boys', 'Challney High School for Girls']);
    expect(found('girls challney').names).toEqual(['Challney High School for Girls']);
  });

  it('does not find a word in the middle of another', () => {
    expect(found('mary').names).toEqual(["St Mary's Catholic Primary School"]);
  });

  it('puts first the schools whose name begins as typed', () => {
    expect(found('luton').names[0]).toBe('Luton Primary School');
    expect(found('luton').names).toHaveLength(6);
  });

  it('mends a misspelled word and says which it took', () => {
    expect(found('Chalney')).toEqual({
      names: ['Challney High School for Boys', 'Challney High School for Girls'],
      instead: ['challney'],
    });
    expect(found('hgih wycombe').names).toEqual(['High Wycombe Church of England School']);
  });

  it('lets a common word go before it takes another school for it', () => {
    expect(found('challney primary')).toEqual({
      names: ['Challney High School for Boys', 'Challney High School for Girls'],
      instead: ['challney'],
    });
  });

  it('takes a known word for one nearly alike when no school has all words', () => {
    expect(found('chilten luton').names).toEqual(['Chiltern Primary School']);
    expect(found('matthew girls').names).toEqual([]);
  });

  it('passes over words that say nothing, unless there are no others', () => {
    expect(found('the school of st mary').names).toEqual(["St Mary's Catholic Primary School"]);
    expect(found('school').names).toHaveLength(7);
  });

  it('finds nothing for what is no word of any school', () => {
    expect(found('zzzzqqq')).toEqual({ names: [], instead: null });
    expect(found("'; drop table school; --").names).toEqual([]);
    expect(found('%')).toEqual({ names: [], instead: null });
  });
});
