import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { assessing, policy } from '../../../test/factories/assessing.ts';
import { madeUpCountry } from '../../../test/factories/calibration.ts';
import { groupsOf, subjectsOf, tellings } from '../rules/calibration/calibrate.ts';
import { workedExample } from '../rules/calibration/example.ts';
import { checkTrend } from '../rules/calibration/trend-check.ts';
import { CalibrationPage } from './calibration.tsx';

const country = madeUpCountry(400);
const held = {
  policyId: policy.id,
  asAt: assessing.asAt,
  groups: groupsOf(subjectsOf(assessing.standards).flatMap((subject) => tellings(country, subject, policy))),
  trends: policy.indicators.flatMap((one) => (one.code === 'trend' ? (checkTrend(country, one, policy) ?? []) : [])),
  example: workedExample({ a: 8.5, b: 4.3 }, 65),
};
const html = render(<CalibrationPage calibration={held} />);
const words = html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

describe('the page of how sure figures are', () => {
  it('works its claims out from what came', () => {
    const bin = held.groups[0]!.bins.find(({ from }) => from === 0.3)!;
    expect(words).toContain(`: ${Math.round(bin.came * bin.cases)} of ${bin.cases}.`);
    const { ours, yesOrNo } = held.groups[0]!.all.scores;
    expect(words).toContain(`${Math.round(100 * (1 - ours.brier / yesOrNo.brier))}% less error than the bare figure`);
  });

  it('has the numbers of every chart in a table, and a title and words for who cannot see it', () => {
    expect(html.match(/role="img"/g)).toHaveLength(held.groups.length + held.trends.length);
    for (const { bins } of [...held.groups, ...held.trends]) {
      for (const { cases } of bins) expect(words).toContain(` ${cases.toLocaleString('en-GB')} `);
    }
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('explains a small cohort by an example in numbers', () => {
    expect(words).toContain('6 of 12 in the one, 45 of 90 in the other');
  });

  it('says so when there is nothing to tell yet', () => {
    const none = render(<CalibrationPage calibration={null} />);
    expect(none).toContain('No year of results can be told');
    expect(none).not.toContain('<svg class="app-chart"');
  });
});
