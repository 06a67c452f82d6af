import { describe, expect, it } from 'vitest';
import { headshipPolicy, named } from '../../../../test/factories/headship.ts';
import { compareSightings } from './compare-sightings.ts';

const compare = (before: string, after: string) => compareSightings(named(before), named(after), headshipPolicy);

describe('two sightings of a school', () => {
  it.each([
    ['same', 'Mr|I R|Gates', 'Mr|Ian|Gates'],
    ['same', 'Mrs|E A|Whetham', '|Liz|Whetham'],
    ['same', "Mrs|A|O' Gara", 'Mrs|Alexa|O’Gara'],
    ['same', 'Mr|Zoë|Núñez', 'Mr|Zoe|Nunez'],
    ['same', 'Ms|Nichola|Haslam', 'Mrs|Nichola|Haslam-Davis'],
    ['same', 'Miss|Ellwand|Nicki', 'Miss|Nicola|Ellwand'],
    ['same', 'Mrs|R McKinlay &|Miss K Hart', '|Rachael and Kerry|McKinlay and Hart'],
    ['same', 'Mrs|Lisa|Moore', 'Mrs|Lisa|Littler (previously Moore)'],
    ['certain', 'Mr|Paul|Wright', 'Mrs|Sarah|Mellors'],
    ['certain', 'Mr|Simon|Turney', 'Mrs|Gemma|Simon'],
    ['certain', 'Mrs|Karen Canham|& Mr Aaron Reid', 'Mr|Aaron|Reid'],
    ['certain', 'Miss|N|Mann', 'Miss|Nicky Mann|Mr Jamie Hallums'],
    ['certain', 'Mr|Rob|Hill', '|Position|Vacant'],
    ['likely', 'Mrs|Melanie|Smith', 'Mrs|Lorraine|Smith'],
    ['likely', '|Mark|Watts', 'Mr|Mark|Trimingham'],
    ['likely', 'Mrs|A|Green', '|Alexandra|Beardmore'],
    ['unclear', 'Mrs|Susan|Jagger', 'Mrs|Susan|Hardacre'],
    ['unclear', '||', '|Jane|Gant'],
    ['unclear', 'Mrs||Kidd', '|Samantha|Kidd'],
  ])('%s: %s, then %s', (expected, before, after) => {
    expect(compare(before, after).class).toBe(expected);
    expect(compare(after, before).class).toBe(expected);
  });

  it('says that an acting head was confirmed', () => {
    expect(compare('Mrs|Nicola|Mace (ACTING HT)', 'Mrs|Nicola|Mace').reason).toBe(
      'The same person, acting before and no longer so.',
    );
  });
});
