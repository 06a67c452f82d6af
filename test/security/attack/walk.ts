import type { Hono } from 'hono';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { workMailToken } from '../../../src/accounts/rules/work/work-mail.ts';
import { unsubscribeToken } from '../../../src/news/rules/unsubscribe-token.ts';
import { FORM_TOKEN } from '../../../src/web/forgery.ts';
import { paths } from '../../../src/web/paths.ts';
import { PASSWORD } from '../../factories/local-account.ts';
import { ask, siteSecretOfTests } from '../../site.ts';
import { pathOf, type Route, routeOf } from './routes.ts';
import { type Findings, sound } from './sound.ts';
import { type Attacker, HONEST_EMAIL, type Ids, INVITATION_TOKEN, OURS, RESET_TOKEN } from './world.ts';

type Element = DefaultTreeAdapterTypes.Element;

export interface Field {
  name: string;
  /** As it stands on the page, or what an honest person would put there. */
  value: string;
  /** What may be chosen; empty where anything may be typed. */
  options: string[];
}

export interface FoundForm {
  method: 'GET' | 'POST';
  action: string;
  fields: Field[];
  /** The form's own token; null for a form that changes nothing. */
  token: string | null;
  /** The page it stands on. */
  page: string;
}

export interface Walked {
  path: string;
  status: number;
  html: string;
}

/** Of nobody, so that an attack on a link in mail ends nothing of those who attack. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** Pages whose address holds the token of a link in mail. */
const FROM_MAIL = [
  paths.passwordReset(RESET_TOKEN),
  paths.invitation(INVITATION_TOKEN),
  paths.newsUnsubscribe(unsubscribeToken(siteSecretOfTests, NOBODY)),
  paths.stopWorkMail({ token: workMailToken(siteSecretOfTests, NOBODY, 'weekly') }),
];

/** Pages of one route that are looked at, besides the one with the person's own ids. */
const PAGES_OF_A_ROUTE = 2;

/**
 * Every page that a person is let into, from the routes and from the links on their pages, but for those in `known`. Notes
 * each that is unsound.
 */
export async function walk(
  app: Hono,
  routes: readonly Route[],
  attacker: Pick<Attacker, 'cookie' | 'ids'> | null,
  ids: Ids,
  findings: Findings = [],
  known: ReadonlySet<string> = new Set(),
): Promise<Walked[]> {
  const todo = [...FROM_MAIL, ...routes.filter(({ method }) => method === 'GET').map((route) => pathOf(route, ids))];
  const asked = new Set(known);
  const times = new Map<Route, number>();
  const walked: Walked[] = [];
  for (let path = todo.shift(); path !== undefined; path = todo.shift()) {
    if (asked.has(path)) continue;
    asked.add(path);
    const answer = await ask(app, attacker, path);
    const html = await sound(answer, `GET ${path}`, findings);
    walked.push({ path, status: answer.status, html });
    if (!answer.headers.get('content-type')?.includes('text/html')) continue;
    for (const link of linksOf(html)) {
      const route = routeOf(routes, 'GET', link);
      const seen = route === undefined ? Infinity : (times.get(route) ?? 0);
      if (seen >= PAGES_OF_A_ROUTE || asked.has(link)) continue;
      times.set(route!, seen + 1);
      todo.push(link);
    }
  }
  return walked;
}

/** The forms of a page, read out of its HTML as a browser would. */
export function formsOf({ html, path }: Pick<Walked, 'html' | 'path'>): FoundForm[] {
  return elementsOf(html, 'form').map((form) => {
    const inside = descendants(form);
    const fields = new Map<string, Field>();
    for (const element of inside) {
      const name = attribute(element, 'name');
      if (name === undefined || name === FORM_TOKEN) continue;
      const known = fields.get(name) ?? { name, value: '', options: [] };
      fields.set(name, withElement(known, element));
    }
    const method = attribute(form, 'method')?.toLowerCase() === 'post' ? 'POST' : 'GET';
    const token = inside.find((element) => attribute(element, 'name') === FORM_TOKEN);
    return {
      method,
      action: attribute(form, 'action') ?? path.replace(/\?.*$/, ''),
      fields: [...fields.values()].map((field) => ({ ...field, value: field.value || likely(field) })),
      token: token === undefined ? null : (attribute(token, 'value') ?? ''),
      page: path,
    };
  });
}

function withElement(field: Field, element: Element): Field {
  const value = attribute(element, 'value') ?? '';
  if (element.tagName === 'select') {
    const options = descendants(element)
      .filter(({ tagName }) => tagName === 'option')
      .map((option) => attribute(option, 'value') ?? textOf(option));
    return { ...field, options, value: options.find((option) => option !== '') ?? '' };
  }
  if (['radio', 'checkbox'].includes(attribute(element, 'type') ?? '')) {
    return { ...field, options: [...field.options, value], value: field.value || value };
  }
  return { ...field, value: element.tagName === 'textarea' ? textOf(element) : value };
}

/** What an honest person might type, so that the other fields of an attacked form are in order and it gets as far as it can. */
function likely({ name }: Field): string {
  if (/mail/i.test(name)) return HONEST_EMAIL;
  if (/password/i.test(name)) return PASSWORD;
  if (/code/i.test(name)) return '123456';
  if (/day|month/i.test(name)) return '1';
  // A day on which something happened is past, other days are to come.
  if (/^(on|posted|happened)-year$/.test(name)) return String(new Date().getFullYear());
  if (/year/i.test(name)) return '2027';
  if (/^(km|minutes|pounds|budget)$/.test(name)) return '10';
  if (name === 'urn' || name === 'school') return String(OURS.urn);
  if (name === 'interests') return `${OURS.urn} governor`;
  return 'Honest words';
}

function linksOf(html: string): string[] {
  return elementsOf(html, 'a')
    .map((link) => attribute(link, 'href') ?? '')
    .filter((href) => href.startsWith('/') && !href.startsWith('//'))
    .map((href) => href.replace(/#.*$/, ''));
}

export function elementsOf(html: string, tag: string): Element[] {
  return descendants(parse(html)).filter(({ tagName }) => tagName === tag);
}

export function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((attr) => attr.name === name)?.value;
}

function descendants(node: DefaultTreeAdapterTypes.Node): Element[] {
  if (!('childNodes' in node)) return [];
  return node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...descendants(child)] : []));
}

function textOf(element: Element): string {
  return element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}
