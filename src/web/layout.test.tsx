import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { Person } from '../access/roles.ts';
import { Page } from './layout.tsx';
import { renderPage } from './render.tsx';

type Element = DefaultTreeAdapterTypes.Element;

describe('a page', () => {
  const view = (
    <Page title="Luton" caption="Area" breadcrumbs={[{ text: 'Areas', href: '/areas' }]}>
      <p>{'<script>alert(1)</script>'}</p>
    </Page>
  );
  const html = renderPage(view, { path: '/areas/821', nonce: 'abc' });
  const elements = elementsOf(html);

  it('is an HTML document in British English with its name in the title', () => {
    expect(html.startsWith('<!doctype html><html lang="en-GB"')).toBe(true);
    expect(named(elements, 'title').map(textOf)).toEqual(['Luton – Alongside']);
  });

  it('has one heading of the first level', () => {
    expect(named(elements, 'h1').map(textOf)).toEqual(['Area Luton']);
  });

  it('has a skip link, first of all links, to the main content', () => {
    const [first] = named(elements, 'a');
    expect(attribute(first, 'class')).toBe('govuk-skip-link');
    expect(named(elements, 'main').map((main) => `#${attribute(main, 'id')}`)).toEqual([attribute(first, 'href')]);
  });

  it('marks the part of the site that it is in', () => {
    const marked = elements.filter((element) => attribute(element, 'aria-current') === 'true');
    expect(marked.map((element) => attribute(element, 'href'))).toEqual(['/areas']);
  });

  it('escapes what it is given', () => {
    expect(named(elements, 'script').map(textOf).join()).not.toContain('alert');
  });

  it('gives every script the nonce of the answer', () => {
    expect(named(elements, 'script').map((script) => attribute(script, 'nonce'))).toEqual(['abc', 'abc']);
  });

  it('has no style or event attribute, which the content security policy would refuse', () => {
    const names = elements.flatMap((element) => element.attrs.map(({ name }) => name));
    expect(names.filter((name) => name === 'style' || name.startsWith('on'))).toEqual([]);
  });

  it('loads nothing from another host', () => {
    const loaded = elements.flatMap((element) => [
      attribute(element, 'src'),
      element.tagName === 'link' ? attribute(element, 'href') : undefined,
    ]);
    expect(loaded.filter(Boolean).every((address) => address?.startsWith('/assets/'))).toBe(true);
  });

  it('says under which licence its data is, and that it is nobody else’s service', () => {
    const footer = textOf(named(elements, 'footer')[0]);
    expect(footer).toContain('Contains public sector information licensed under the Open Government Licence v3.0');
    expect(footer).toContain('Contains OS data © Crown copyright and database right');
    expect(footer).toContain('not a service of GOV.UK');
  });
});

describe('a page with errors', () => {
  const elements = elementsOf(renderPage(<Page title="Search" errors={[{ text: 'Enter a postcode', href: '#q' }]} />));

  it('says so at the start of its title and above its heading', () => {
    expect(named(elements, 'title').map(textOf)).toEqual(['Error: Search – Alongside']);
    const headings = elements.filter(({ tagName }) => tagName === 'h1' || tagName === 'h2').map(textOf);
    expect(headings).toEqual(['There is a problem', 'Search']);
  });
});

describe('a page whose content brings the heading', () => {
  it('adds none', () => {
    const html = renderPage(
      <Page title="Search" heading={null}>
        <h1>Find a school</h1>
      </Page>,
    );
    expect(named(elementsOf(html), 'h1').map(textOf)).toEqual(['Find a school']);
  });
});

describe('a page in a journey', () => {
  it('has a way back, in a landmark', () => {
    const elements = elementsOf(renderPage(<Page title="Step 2" backLink={{ href: '/step-1' }} />));
    const back = elements.find((element) => attribute(element, 'class') === 'govuk-back-link');
    expect([attribute(back, 'href'), textOf(back), (back?.parentNode as Element | undefined)?.tagName]).toEqual([
      '/step-1',
      'Back',
      'nav',
    ]);
  });
});

describe('a page without a nonce', () => {
  it('has no scripts at all', () => {
    expect(named(elementsOf(renderPage(<Page title="Plan" />)), 'script')).toEqual([]);
  });
});

describe('the header', () => {
  const broker: Person = {
    id: 'p',
    name: 'Ada <b>Archer</b>',
    email: null,
    demonstration: false,
    sessionId: 's',
    secondFactor: true,
    ip: null,
    acting: {
      membershipId: 'm',
      role: 'broker',
      organisation: { id: 'o', kind: 'local authority', name: 'Luton', laCode: 821, groupUid: null, urn: null },
    },
  };
  it('lets a visitor sign in, and come back', () => {
    const links = linksOf(headerOf({ path: '/areas', person: null }));
    expect(links.get('Sign in')).toBe('/sign-in?to=%2Fareas');
    expect(links.get('Plan')).toBe('/plan');
  });

  it.each(['/', '/sign-in', '/sign-in/code', '/password/reset', '/invitation'])('does not lead back to %s', (path) => {
    expect(linksOf(headerOf({ path })).get('Sign in')).toBe('/sign-in');
  });

  it('says who is signed in and acting as what, and lets them out by a form with its token', () => {
    const header = headerOf({ path: '/areas', person: broker, formToken: () => 'the token' });
    expect(textOf(header)).toContain('broker, Luton');
    expect(linksOf(header).get('Ada <b>Archer</b>')).toBe('/account');
    expect(linksOf(header).has('Sign in')).toBe(false);
    const [form] = named(descendants(header), 'form');
    expect([attribute(form, 'action'), attribute(form, 'method')]).toEqual(['/sign-out', 'post']);
    expect(named(descendants(form!), 'input').map((input) => attribute(input, 'value'))).toEqual(['the token']);
  });

  it('leads a local authority to its own plan, and nobody else to any', () => {
    expect(linksOf(headerOf({ path: '/', person: broker })).get('Plan')).toBe('/plan/821');
    const school = { ...broker.acting!.organisation, kind: 'school', laCode: null, urn: 109553 } as const;
    const head: Person = { ...broker, acting: { membershipId: 'm', role: 'headteacher', organisation: school } };
    for (const person of [head, { ...broker, acting: null }]) {
      expect(linksOf(headerOf({ path: '/', person })).has('Plan')).toBe(false);
    }
  });

  it('says on every page that the site is for trying out, where it is', () => {
    expect(textOf(headerOf({ path: '/', demonstration: true }))).toContain('This site is for trying out');
    expect(textOf(headerOf({ path: '/' }))).not.toContain('trying out');
  });
});

function headerOf(request: Parameters<typeof renderPage>[1]): Element {
  return named(elementsOf(renderPage(<Page title="Areas" />, request)), 'header')[0]!;
}

function linksOf(header: Element): Map<string, string | undefined> {
  return new Map(named(descendants(header), 'a').map((link) => [textOf(link), attribute(link, 'href')]));
}

function elementsOf(html: string): Element[] {
  return descendants(parse(html));
}

function descendants(parent: DefaultTreeAdapterTypes.ParentNode): Element[] {
  return parent.childNodes.flatMap((node) => ('tagName' in node ? [node, ...descendants(node)] : []));
}

function named(elements: Element[], tagName: string): Element[] {
  return elements.filter((element) => element.tagName === tagName);
}

function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((one) => one.name === name)?.value;
}

function textOf(node: DefaultTreeAdapterTypes.Node | undefined): string {
  if (node === undefined) return '';
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
