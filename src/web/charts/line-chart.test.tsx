import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { LineChart, type LineChartProps } from './line-chart.tsx';

function chart(change: Partial<LineChartProps> = {}): string {
  return render(
    <LineChart
      id="rwm"
      title="Reading, writing and maths"
      description="The school had 54% in 2015-16."
      ticks={['2015-16', '2016-17', '2017-18']}
      format={(value) => `${value}%`}
      series={[
        { name: 'School', shape: 'circle', colour: '#123f3d', points: [{ value: 54 }, { value: 60 }, { value: 66 }] },
        {
          name: 'England',
          shape: 'triangle',
          colour: '#5a5f78',
          dash: '4 3',
          points: [{ value: 53 }, null, { value: 64 }],
        },
      ]}
      {...change}
    />,
  );
}

describe('a line chart', () => {
  it('names itself to those who cannot see it', () => {
    const html = chart();
    expect(html).toContain('role="img" aria-labelledby="rwm-title rwm-description"');
    expect(html).toContain('<title id="rwm-title">Reading, writing and maths</title>');
  });

  it('tells its series apart by words and dashes, not by colour alone', () => {
    const html = chart();
    expect(html).toContain('School 66%');
    expect(html).toContain('England 64%');
    expect(html).toContain('stroke-dasharray="4 3"');
  });

  it('leaves a gap where there is no figure', () => {
    const dashed = /<path d="([^"]+)"[^>]*stroke-dasharray="4 3"/.exec(chart())?.[1] ?? '';
    expect(dashed.match(/M/g)).toHaveLength(2);
    expect(dashed).not.toContain('NaN');
  });

  it('draws the limits of an interval, and reaches them', () => {
    const points = [{ value: 0.1, lower: -0.4, upper: 0.6 }];
    const html = chart({
      ticks: ['2018-19'],
      format: String,
      baseline: 0,
      series: [{ name: 'School', shape: 'circle', colour: '#123f3d', points }],
    });
    expect(html).toMatch(/h8m-4 0V/);
    expect(html).toContain('>-0.4<');
    expect(html).toContain('>0.6<');
  });

  it('is nothing without figures', () => {
    expect(chart({ series: [{ name: 'School', shape: 'circle', colour: '#000', points: [null, null, null] }] })).toBe(
      '',
    );
  });
});
