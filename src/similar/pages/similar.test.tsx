import { describe, expect, it } from 'vitest';
import { neighbourWith, resultOf } from '../../../test/factories/neighbour.ts';
import { renderPage } from '../../web/render.tsx';
import { similarPolicyAsAt } from '../queries.ts';
import type { Neighbour } from '../rules/neighbour.ts';
import { SimilarPage } from './similar.tsx';

const policy = similarPolicyAsAt('2022-07-06');
const school = { urn: 100_001, name: 'Elm School', laCode: 821, laName: 'Luton' };

function pageOf(neighbours: Neighbour[], nearbyAndBetter: Neighbour[], k = 20): { html: string; words: string } {
  const given = { school, neighbours, nearbyAndBetter, policy, asAt: '2022-07-06', k, km: 15, published: [] };
  const html = renderPage(<SimilarPage {...given} />);
  return { html, words: html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') };
}

const better = neighbourWith(100_002, resultOf(56, 73, 'better'));
const worse = neighbourWith(100_003, resultOf(56, 40, 'worse'), { km: null, latestInspection: null });

describe('the page of similar schools', () => {
  const { html, words } = pageOf([better, worse], [better]);

  it('sets both values of every figure side by side', () => {
    expect(words).toContain('This school Theirs');
    expect(words).toContain('Pupils on roll 399 448');
    expect(words).toContain('Children in low-income families nearby 12.4% not known');
    expect(words).toMatch(/56% , source 73% , source better/);
  });

  it('says in words who did better, and how far away they are', () => {
    expect(words).toContain('Of the 2 most similar schools, 1 within 15 km did better');
    expect(words).toContain('3.4 km away, Luton. Number 1 of the most similar. Inspected 2 May 2019: good.');
    expect(words).toContain('Nearby and doing better');
    expect(html).toContain('<span class="app-worse">worse</span>');
    expect(words).toContain('none published');
  });

  it('links results to their line, and schools to their page and a comparison', () => {
    for (const address of ['/sources/4?line=17', '/schools/100002', '/compare?urn=100001&amp;urn=100002']) {
      expect(html).toContain(`href="${address}"`);
    }
  });

  it('explains the weights, what is left out and where the policy is', () => {
    expect(words).toContain('Free school meals in the past six years 29% as published');
    expect(words).toContain('Left out: prior attainment of secondary pupils.');
    expect(words).toContain('File: policies/similar/england-2022.json.');
  });

  it('lists as many as were asked for', () => {
    const listed = pageOf([better, worse], [better], 1);
    expect(listed.words).toContain('The 1 most similar schools');
    expect(listed.words).not.toContain('Neighbour 100003');
    expect(listed.html).toContain('<option value="1" selected>');
  });
});

describe('when there is nobody to show', () => {
  it('leads on to a wider circle', () => {
    const { html, words } = pageOf([worse], []);
    expect(words).toContain('none within 15 km did better');
    expect(html).toContain('href="/schools/100001/similar?k=20&amp;km=25"');
  });

  it('does not say that nobody did better when the school has no results of its own', () => {
    const { words } = pageOf([neighbourWith(100_002, resultOf(null, 73, 'not known'))], []);
    expect(words).toContain('nobody can be said to do better');
  });

  it('says that too little is published of the school', () => {
    expect(pageOf([], []).words).toContain('Too little is published');
  });
});
