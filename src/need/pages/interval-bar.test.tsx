import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { IntervalBar } from './interval-bar.tsx';

const draw = (value: number, interval: [number, number], line: number | null) =>
  render(<IntervalBar value={value} interval={interval} line={line} scale={[-8, 8]} format={(n) => n.toFixed(1)} />);

const RED = '#a1211c';
const GREEN = '#0b5e63';
const widths = (svg: string, fill: string) =>
  [...svg.matchAll(new RegExp(`width="([\\d.]+)" height="12" fill="${fill}"`, 'g'))].map(([, width]) => Number(width));

describe('the bar of a range', () => {
  it('is red below the line and green above it, in proportion', () => {
    const svg = draw(-4, [-6, -3], -5);
    const [red] = widths(svg, RED);
    const [green] = widths(svg, GREEN);
    expect((green ?? 0) / (red ?? 1)).toBeCloseTo(2, 1);
    expect(svg).toContain('line -5.0');
  });

  it('is red above the line where more is worse', () => {
    const svg = render(
      <IntervalBar value={30} interval={[20, 50]} line={30} worse="above" scale={[0, 60]} format={String} />,
    );
    const [red] = widths(svg, RED);
    const [green] = widths(svg, GREEN);
    expect((red ?? 0) / (green ?? 1)).toBeCloseTo(2, 1);
  });

  it('is of one colour when the line lies outside it, or there is none', () => {
    expect(widths(draw(-7, [-7.5, -6], -5), GREEN)).toEqual([]);
    expect(widths(draw(1, [0, 2], -5), RED)).toEqual([]);
    expect(widths(draw(1, [0, 2], null), RED)).toEqual([]);
    expect(draw(1, [0, 2], null)).not.toContain('line ');
  });

  it('widens its scale for a figure outside it, so that nothing is drawn off the paper', () => {
    const svg = draw(-20, [-26, -14], -5);
    const places = [...svg.matchAll(/ x="(-?[\d.]+)"/g)].map(([, x]) => Number(x));
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...places)).toBeLessThanOrEqual(320);
  });
});
