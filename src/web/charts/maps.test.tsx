import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { AreaMap } from './area-map.tsx';
import type { AreaGeometry } from './geometry.ts';
import { ShadedMap } from './shaded-map.tsx';

const square: AreaGeometry = {
  type: 'Polygon',
  coordinates: [
    [
      [500_000, 220_000],
      [510_000, 220_000],
      [510_000, 230_000],
      [500_000, 230_000],
      [500_000, 220_000],
    ],
  ],
};

describe('the map of an area', () => {
  const html = render(
    <AreaMap
      boundary={square}
      caption="Two schools"
      points={[
        {
          href: '/schools/100001',
          label: 'Elm <Tree>: primary, good',
          easting: 505_000,
          northing: 225_000,
          shape: 'circle',
          tone: { key: 'good', label: 'Good', fill: '#8fc4b7' },
        },
      ]}
    />,
  );

  it('is for the pointer alone: hidden from screen readers and passed over by the keyboard', () => {
    expect(html).toContain('aria-hidden="true"');
    expect(html).toContain('tabindex="-1"');
  });

  it('names each mark where the pointer rests', () => {
    expect(html).toContain('<title>Elm &lt;Tree>: primary, good</title>');
  });

  it('puts the middle of the land in the middle of the paper', () => {
    expect(html).toContain('translate(240 240)');
  });

  it('has a bar that says how far is far', () => {
    expect(html).toContain('2 km');
  });
});

describe('a map of shaded areas', () => {
  it('draws the small ones again in an inset', () => {
    const area = { href: '/areas/821', label: 'Luton: 61%', geometry: square, fill: '#43857c' };
    const html = render(<ShadedMap areas={[area]} inset={{ title: 'London', areas: [area] }} caption="Shares" />);
    expect(html.match(/href="\/areas\/821"/g)).toHaveLength(2);
    expect(html).toContain('London');
  });
});
