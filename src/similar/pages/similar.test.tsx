import { describe, expect, it } from 'vitest';
import { doingBetterOf, neighbourWith, resultOf, standingOf } from '../../../test/factories/neighbour.ts';
import { renderPage } from '../../web/render.tsx';
import { similarPolicyAsAt } from '../queries.ts';
import { doingBetterAsAt } from '../queries/doing-better.ts';
import { featureSetsAsAt, ownFeaturesAsAt } from '../queries/feature-sets.ts';
import type { Neighbour } from '../rules/neighbour.ts';
import { similarChoice } from '../schema/similar-choice.ts';
import { SimilarPage, type SimilarPageProps } from './similar.tsx';

const AS_AT = '2022-07-06';
const policy = similarPolicyAsAt(AS_AT);
const sets = featureSetsAsAt(policy, AS_AT, 'primary');
const own = ownFeaturesAsAt(AS_AT);
const school = { urn: 100_001, name: 'Elm School', laCode: 821, laName: 'Luton' };

function pageOf(neighbours: Neighbour[], change: Partial<SimilarPageProps> = {}, query: Record<string, string> = {}) {
  const given: SimilarPageProps = {
    school,
    neighbours,
    policy,
    asAt: AS_AT,
    sets,
    own,
    set: sets[0]!,
    filter: {},
    passing: 16781,
    doingBetter: doingBetterOf([better]),
    places: new Map(),
    rule: doingBetterAsAt(AS_AT),
    published: [],
    filterPlaces: {
      regions: ['London'],
      areas: [
        {
          code: 821,
          name: 'Luton',
        },
      ],
      faiths: ['Methodist'],
    },
    choice: similarChoice(query, own),
    k: 20,
    england: null,
    hasNoWeight: false,
    ...change,
  };
  const html = renderPage(<SimilarPage {...given} />);
  return { html, words: html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') };
}

const better = neighbourWith(100_002, resultOf(56, 73, 'better'));
const worse = neighbourWith(100_003, resultOf(56, 40, 'worse'), { km: 1.2, rank: 2, latestInspection: null });

describe('the page of similar schools', () => {
  const { html, words } = pageOf([better, worse]);

  it('sets both values of every figure side by side, without a mark of good or bad', () => {
    expect(words).toContain('This school Theirs');
    expect(words).toContain('Pupils on roll 399 448');
    expect(words).toContain('Children in low-income families nearby 12.4% not known');
    expect(words).toMatch(/56% , source 73% , source/);
    expect(html).not.toMatch(/app-better|app-worse|govuk-tag/);
  });

  it('says in sentences who does better, by how much and how surely, what differs and whom to ask', () => {
    expect(words).toContain('Of 40 schools of its phase within 15 km, 12 count as similar and 9 of these share enough');
    expect(words).toContain('56% in 2017-18, higher than 31% of the schools of England that have a figure.');
    expect(words).toContain('Ahead in 2 of 2 years: 73% against 56% in 2017-18; 64% against 50% in 2016-17.');
    expect(words).toContain('On average 16 percentage points ahead; allowing for chance, between 4 and 27 percentage');
    expect(words).toContain('They differ most in pupils on roll (448 there, 399 here).');
    expect(words).toContain('Ask for Ms Ada Bell, headteacher, or through its local authority, Luton.');
  });

  it('links results to their line, schools to their page and a comparison, and the list to a file', () => {
    const file = '/schools/100001/similar.csv';
    for (const address of ['/sources/4?line=17', '/schools/100002', '/compare?urn=100001&amp;urn=100002', file]) {
      expect(html).toContain(`href="${address}"`);
    }
  });

  it('explains weights, formula, rule, what is left out and where the policies are', () => {
    expect(words).toContain('Free school meals in the past six years 29% as published, over the standard deviation');
    expect(words).toContain('0.286 × (Free school meals in the past six years)²');
    expect(words).toContain('Left out: prior attainment of secondary pupils.');
    expect(words).toContain('File: policies/similar/england-2022.json.');
    expect(words).toContain('among the fifth of England’s schools of its phase most like this one');
  });

  it('can be put in the order of distance, and says in which it is', () => {
    expect(html).toContain('href="/schools/100001/similar?sort=distance"');
    const near = pageOf([better, worse], {}, { sort: 'distance' });
    expect(near.words.indexOf('Neighbour 100003')).toBeLessThan(near.words.lastIndexOf('Neighbour 100002'));
    expect(near.html).toMatch(/aria-sort="ascending"[^>]*><a[^>]*>Distance/);
  });

  it('keeps set, filter and own weights in every link, and shows them in the form', () => {
    const query = { set: 'own', 'w.roll': '3', 's.roll': 'range', place: 'rural', k: '30' };
    const given = pageOf([better], { filter: { place: 'rural' }, k: 30, passing: 812 }, query);
    expect(given.html).toContain('set=own&amp;k=30&amp;sort=distance&amp;place=rural&amp;w.roll=3&amp;s.roll=range');
    expect(given.words).toContain('Among the 812 schools of its phase that are rural.');
    expect(given.html).toContain('<option value="own" selected>');
    expect(given.html).toMatch(/name="w\.roll"[^>]*>(<option[^>]*>[^<]*<\/option>){3}<option value="3" selected>/);
  });
});

describe('when there is nobody to show', () => {
  it('leads on to a wider circle', () => {
    const { html, words } = pageOf([worse], { doingBetter: doingBetterOf([]) });
    expect(words).toContain('None does better consistently');
    expect(html).toContain('href="/schools/100001/similar?km=25"');
  });

  it('does not say that nobody did better when the school has no results of its own', () => {
    expect(pageOf([better], { doingBetter: doingBetterOf([], null) }).words).toContain(
      'nobody can be said to do better',
    );
    expect(pageOf([better], { doingBetter: doingBetterOf([], standingOf(0.5)) }).words).not.toContain('nobody can be');
  });

  it('says that too little is published of the school, or that no school passes the filter', () => {
    expect(pageOf([]).words).toContain('Too little is published');
    const none = pageOf([], { filter: { place: 'rural', rollFrom: 3000 }, passing: 0 });
    expect(none.words).toContain('No school passes all of these: rural, 3,000 pupils or more.');
  });

  it('asks for a weight where an own set has none', () => {
    expect(pageOf([better], { hasNoWeight: true }).words).toContain('Give one feature of your own set a weight');
  });
});
