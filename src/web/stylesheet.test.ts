import { describe, expect, it } from 'vitest';
import { FONT_STACK, withoutGovukBrand } from './stylesheet.ts';

describe("govuk-frontend's stylesheet", () => {
  it('loses the font of GOV.UK and names those that computers have', () => {
    const css =
      '/*! Copyright (c) 2011 by Margaret Calvert & Henrik Kubel. */@font-face{font-family:GDS Transport;src:url(/assets/fonts/a.woff2)}' +
      '.a{font-family:GDS Transport,arial,sans-serif}.b{font-family:"GDS Transport", arial, sans-serif}';
    expect(withoutGovukBrand(css)).toBe(`.a{font-family:${FONT_STACK}}.b{font-family:${FONT_STACK}}`);
  });

  it('loses the royal crest', () => {
    expect(withoutGovukBrand('.a{background:url(/assets/images/govuk-crest.svg)}')).toBe('.a{background:none}');
  });

  it('keeps the rest, pictures inside it too', () => {
    const css = '.a{color:red;background:url("data:image/svg+xml,x")}';
    expect(withoutGovukBrand(css)).toBe(css);
  });

  it.each([
    '.a{background:url(/assets/images/new.png)}',
    '.a{font:12px GDS Transport}',
    '@import url(https://example.com/a.css);',
  ])('stops the start when a release brings what this does not know: %s', (css) => {
    expect(() => withoutGovukBrand(css)).toThrow('teach src/web/stylesheet.ts about this release');
  });
});
