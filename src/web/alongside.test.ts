import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('alongside.css', import.meta.url), 'utf8');

describe('the colours', () => {
  // Pairs of text and ground. WCAG 2.2 asks for 4.5 to 1 (1.4.3 Contrast, minimum).
  it.each([
    ['the header', '#ffffff', colour('--app-pine')],
    ['the mark and the place in the header', colour('--app-apricot'), colour('--app-pine')],
    ['a link', colour('--govuk-link-colour'), '#ffffff'],
    ['a link on a tint', colour('--govuk-link-colour'), colour('--app-mist')],
    ['a visited link', colour('--govuk-link-visited-colour'), colour('--app-mist')],
    ['quiet words', colour('--app-quiet'), '#ffffff'],
    ['quiet words on a tint', colour('--app-quiet'), colour('--app-mist')],
    ['a button in the hero', '#0b0c0c', colour('--app-apricot')],
    ['better', declared('.app-better', 'color'), '#ffffff'],
    ['worse', declared('.app-worse', 'color'), '#ffffff'],
    ...['a', 'b', 'c', 'd'].map((category): [string, string, string] => [
      `category ${category.toUpperCase()}`,
      declared(`.app-category--${category}`, 'color'),
      declared(`.app-category--${category}`, 'background'),
    ]),
  ])('of %s can be read', (_, text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('are told apart by this test', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5);
  });
});

function colour(name: string): string {
  const value = new RegExp(`${name}: ([^;]+);`).exec(css)?.[1] ?? `no ${name}`;
  const reference = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  return reference ? colour(reference) : value;
}

/** The last declaration of a property in a rule for exactly this selector. */
function declared(selector: string, property: string): string {
  const rules = css.matchAll(new RegExp(`^\\${selector} \\{([^}]*)\\}`, 'gm'));
  const values = [...rules].flatMap(([, body]) => new RegExp(`\\b${property}: ([^;]+);`).exec(body ?? '')?.[1] ?? []);
  return values.at(-1) ?? `no ${property} for ${selector}`;
}

/** Contrast ratio of two colours. Source: WCAG 2.2, definitions of contrast ratio and relative luminance. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const short = /^#(.)(.)(.)$/.exec(hex);
  const long = short ? `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}` : hex;
  if (!/^#[0-9a-f]{6}$/.test(long)) throw new Error(`"${hex}" is not a colour`);
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(long.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
