import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { type ComponentType, h, type VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Accordion } from './accordion.tsx';
import { BackLink } from './back-link.tsx';
import { Breadcrumbs } from './breadcrumbs.tsx';
import { Button } from './button.tsx';
import { CharacterCount } from './character-count.tsx';
import { Checkboxes } from './checkboxes.tsx';
import { DateInput } from './date-input.tsx';
import { Details } from './details.tsx';
import { ErrorMessage } from './error-message.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Fieldset } from './fieldset.tsx';
import { FileUpload } from './file-upload.tsx';
import { Hint } from './hint.tsx';
import { Input } from './input.tsx';
import { InsetText } from './inset-text.tsx';
import { Label } from './label.tsx';
import { NotificationBanner } from './notification-banner.tsx';
import { Pagination } from './pagination.tsx';
import { Panel } from './panel.tsx';
import { PhaseBanner } from './phase-banner.tsx';
import { Radios } from './radios.tsx';
import { Select } from './select.tsx';
import { ServiceNavigation } from './service-navigation.tsx';
import { SkipLink } from './skip-link.tsx';
import { SummaryList } from './summary-list.tsx';
import { Table } from './table.tsx';
import { Tabs } from './tabs.tsx';
import { Tag } from './tag.tsx';
import { TaskList } from './task-list.tsx';
import { Textarea } from './textarea.tsx';
import { WarningText } from './warning-text.tsx';

// govuk-frontend publishes, for each component, a list of options and the HTML that its own template makes of them. Each
// component here is given the same options, and must make the same document.

type Options = Record<string, unknown>;

interface Fixture {
  name: string;
  options: Options;
  html: string;
}

interface Proof {
  // The options come from JSON, so no type can say that they fit.
  component: ComponentType<never>;
  /** Name of the option that the component takes as its children. */
  children?: 'text' | 'descriptionText';
}

const PROOFS: Record<string, Proof> = {
  accordion: { component: Accordion },
  'back-link': { component: BackLink, children: 'text' },
  breadcrumbs: { component: Breadcrumbs },
  button: { component: Button, children: 'text' },
  'character-count': { component: CharacterCount },
  checkboxes: { component: Checkboxes },
  'date-input': { component: DateInput },
  details: { component: Details, children: 'text' },
  'error-message': { component: ErrorMessage },
  'error-summary': { component: ErrorSummary, children: 'descriptionText' },
  fieldset: { component: Fieldset, children: 'text' },
  'file-upload': { component: FileUpload },
  hint: { component: Hint },
  input: { component: Input },
  'inset-text': { component: InsetText, children: 'text' },
  label: { component: Label },
  'notification-banner': { component: NotificationBanner, children: 'text' },
  pagination: { component: Pagination },
  panel: { component: Panel, children: 'text' },
  'phase-banner': { component: PhaseBanner, children: 'text' },
  radios: { component: Radios },
  select: { component: Select },
  'service-navigation': { component: ServiceNavigation },
  'skip-link': { component: SkipLink, children: 'text' },
  'summary-list': { component: SummaryList },
  table: { component: Table },
  tabs: { component: Tabs },
  tag: { component: Tag, children: 'text' },
  'task-list': { component: TaskList },
  textarea: { component: Textarea },
  'warning-text': { component: WarningText, children: 'text' },
};

describe.each(Object.entries(PROOFS))('%s', (name, proof) => {
  it.each(fixturesOf(name))('makes what govuk-frontend makes: $name', ({ options, html }) => {
    expect(treeOf(render(vnodeOf(proof, options)))).toEqual(treeOf(html));
  });
});

it('proves every component of this folder', () => {
  const published = readdirSync(new URL('../../node_modules/govuk-frontend/dist/govuk/components', import.meta.url));
  const ours = readdirSync(new URL('.', import.meta.url)).map((file) => file.replace('.tsx', ''));
  expect(Object.keys(PROOFS)).toEqual(published.filter((name) => ours.includes(name)));
});

describe('the comparison of documents', () => {
  it('sees no order of attributes or classes, and no space that nobody meets', () => {
    expect(treeOf('<p class="a b" id="x">\n  One <b>two</b>\n</p>\n')).toEqual(
      treeOf('<p id=x class="b  a">One <b>two</b></p>'),
    );
  });

  it.each([
    ['words', '<p>One</p>', '<p>Two</p>'],
    ['a space between words', '<p>One <b>two</b></p>', '<p>One<b>two</b></p>'],
    [
      'a space in hidden words',
      '<a>Go<span class="govuk-visually-hidden"> on</span></a>',
      '<a>Go<span class="govuk-visually-hidden">on</span></a>',
    ],
    ['an attribute', '<p id="a">One</p>', '<p>One</p>'],
    ['a class', '<p class="a">One</p>', '<p class="b">One</p>'],
    ['an element', '<p><b>One</b></p>', '<p><i>One</i></p>'],
    ['escaped markup', '<p>&lt;b&gt;</p>', '<p><b></b></p>'],
  ])('sees %s', (_, one, other) => {
    expect(treeOf(one)).not.toEqual(treeOf(other));
  });
});

function fixturesOf(name: string): Fixture[] {
  const file = createRequire(import.meta.url).resolve(`govuk-frontend/dist/govuk/components/${name}/fixtures.json`);
  const { fixtures } = JSON.parse(readFileSync(file, 'utf8')) as { fixtures: Fixture[] };
  return fixtures;
}

function vnodeOf({ component, children }: Proof, options: Options): VNode<never> {
  const props = propsOf(options);
  if (children && children in props) props.children = props[children];
  return h(component, props as never);
}

/** Options that are an object with nothing but words, which our components take as the words themselves. */
const WORDS_ALONE = new Set(['conditional', 'beforeInput', 'beforeInputs', 'afterInput', 'afterInputs']);

/** The options of a template as the properties of a component: `classes` is `class`, and `html` is JSX in place of `text`. */
function propsOf(options: Options): Options {
  const props: Options = {};
  for (const [name, given] of Object.entries(options)) {
    const value = valueOf(name, given);
    if (name === 'slots') Object.assign(props, slotsOf(given as Options));
    else if (WORDS_ALONE.has(name)) props[name.replace('Inputs', 'Input')] = (value as Options).text;
    else if (/^classes$|Classes$/.test(name)) props[name.replace(/lasses$/, 'lass')] = value;
    else if (/^html$|Html$/.test(name))
      props[name.replace(/html$/, 'text').replace(/Html$/, 'Text')] = given ? raw(given) : undefined;
    else if (!hasMarkup(options, name)) props[name] = value;
  }
  return props;
}

function valueOf(name: string, value: unknown): unknown {
  if (name === 'attributes') return attributesOf(value as Options);
  if (Array.isArray(value)) return value.map((entry) => (Array.isArray(entry) ? entry.map(entryOf) : entryOf(entry)));
  return entryOf(value);
}

function entryOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? propsOf(value as Options) : value;
}

function attributesOf(attributes: Options): Options {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, String(value)]));
}

function slotsOf(slots: Options): Options {
  const { start, end, navigationStart, navigationEnd } = slots;
  const asObject = typeof end === 'object' && end !== null ? (end as Options) : { html: end };
  return {
    start: raw(start),
    navigationStart: raw(navigationStart),
    navigationEnd: raw(navigationEnd),
    end: raw(asObject.html),
    endInline: asObject.align === 'inline',
  };
}

function hasMarkup(options: Options, name: string): boolean {
  return /^text$|Text$/.test(name) && Boolean(options[name.replace(/^text$/, 'html').replace(/Text$/, 'Html')]);
}

/** Markup of a fixture, as JSX would be. Pages have no way to do this: what they write is escaped. */
function raw(html: unknown): VNode | undefined {
  return typeof html === 'string' && html !== '' ? jsxTemplate([html]) : undefined;
}

type Tree = { tag: string; attributes: Record<string, string>; children: Tree[] } | string;

/** Elements that stand in a line of text, where a space before or after them is seen. */
const INLINE = new Set(['a', 'abbr', 'b', 'code', 'em', 'i', 'kbd', 'span', 'strong']);

/** A document as it is read: without the order of attributes and classes, and without space that no reader meets. */
function treeOf(html: string): Tree[] {
  return childrenOf(parseFragment(html), false);
}

function childrenOf(parent: DefaultTreeAdapterTypes.ParentNode, edgesCount: boolean): Tree[] {
  const nodes = parent.childNodes.filter((node) => node.nodeName !== '#comment');
  return nodes.flatMap((node, index): Tree[] => {
    if ('value' in node) {
      let text = node.value.replace(/\s+/g, ' ');
      if (!isInline(nodes[index - 1], edgesCount)) text = text.trimStart();
      if (!isInline(nodes[index + 1], edgesCount)) text = text.trimEnd();
      return text === '' ? [] : [text];
    }
    if (!('tagName' in node)) return [];
    const attributes = Object.fromEntries(
      node.attrs.map(({ name, value }) => [name, name === 'class' ? sorted(value) : value]),
    );
    // Hidden words are read out joined to those around them, so a space at their edge is the space between two words.
    const hidden = attributes.class?.includes('govuk-visually-hidden') ?? false;
    return [{ tag: node.tagName, attributes, children: childrenOf(node, hidden) }];
  });
}

function isInline(node: DefaultTreeAdapterTypes.ChildNode | undefined, atEdge: boolean): boolean {
  if (node === undefined) return atEdge;
  return 'value' in node || INLINE.has(node.nodeName);
}

function sorted(classes: string): string {
  return classes.split(/\s+/).filter(Boolean).toSorted().join(' ');
}
