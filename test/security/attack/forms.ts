import type { Hono } from 'hono';
import type { TestDatabase } from '../../database/harness.ts';
import { ask, send, SITE_URL } from '../../site.ts';
import type { Route } from './routes.ts';
import { type Findings, isOurs, sound } from './sound.ts';
import { type FoundForm, formsOf, walk } from './walk.ts';
import { type Attacker, halfWay, revive, reviveLinks, type World } from './world.ts';

export interface Target {
  form: FoundForm;
  /** Who found it; null for a visitor. */
  by: Attacker | null;
}

/** Every form of the site once, found by walking all pages as each kind of person and as a visitor. */
export async function formsOfSite(
  database: TestDatabase,
  world: World,
  routes: readonly Route[],
  findings: Findings,
): Promise<Target[]> {
  const found = new Map<string, Target>();
  const begun = await halfWay(database, world.attackers[0]!);
  for (const by of [null, begun, ...world.attackers]) {
    await reviveLinks(database);
    const person = by === null ? null : await revive(database, by);
    const ids = (person ?? world.attackers[0]!).ids;
    for (const page of await walk(world.app, routes, person, ids, findings)) {
      for (const form of formsOf(page)) found.set(keyOf(form), found.get(keyOf(form)) ?? { form, by });
    }
  }
  return [...found.values()];
}

/** Two forms are one when they lead to the same place with the same fields, whichever record they are about. */
function keyOf({ method, action, fields }: FoundForm): string {
  const place = action.replace(/\?.*$/, '').replaceAll(/[0-9a-f-]{36}|\b\d{3,6}\b/g, ':id');
  const names = fields.map(({ name, value }) => (/^(what|action|do|step)$/.test(name) ? `${name}=${value}` : name));
  return `${method} ${place} ${names.toSorted().join(' ')}`;
}

/**
 * The fields of a form that are attacked one by one: of those whose names differ in numbers alone, and which one piece of code so reads,
 * the first. A form made from a pack of thirty indicators has hundreds.
 */
export function fieldsOfEachShape({ fields }: FoundForm): FoundForm['fields'] {
  const shapes = new Map(fields.toReversed().map((field) => [field.name.replaceAll(/\d+/g, '#'), field]));
  return [...shapes.values()];
}

/** What the person would send: each field as it stands or as an honest person fills it in. */
export function honest({ fields }: FoundForm): Record<string, string> {
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}

/** Sends a form and follows where it leads; gives both answers' text, and notes whatever is unsound of them. */
export async function submit(
  app: Hono,
  by: Attacker | null,
  form: FoundForm,
  fields: Record<string, string>,
  findings: Findings,
): Promise<{ status: number; text: string; location: string | null }> {
  const what = `${form.method} ${form.action} ${JSON.stringify(fields).slice(0, 300)}`;
  const answer =
    form.method === 'GET'
      ? await ask(app, by, `${form.action.replace(/\?.*$/, '')}?${new URLSearchParams(fields)}`)
      : await send(app, by, form.action, fields);
  let text = await sound(answer, what, findings);
  const location = answer.headers.get('location');
  if (location !== null && isOurs(location)) {
    const { pathname, search } = new URL(location, SITE_URL);
    text += await sound(await ask(app, by, pathname + search), `after ${what}`, findings);
  }
  return { status: answer.status, text, location };
}
