import { isDeepStrictEqual } from 'node:util';
import type { Hono } from 'hono';
import type { TestDatabase } from '../../database/harness.ts';
import { ask, send, SITE_URL } from '../../site.ts';
import type { Route } from './routes.ts';
import { type Findings, isOurs, sound } from './sound.ts';
import { state } from './state.ts';
import { type FoundForm, formsOf, walk } from './walk.ts';
import { type Attacker, halfWay, OTHERS, revive, type World } from './world.ts';

export interface Target {
  form: FoundForm;
  /** Who found it; null for a visitor. */
  by: Attacker | null;
}

export interface WholeWalk {
  /** Every form of the site once, and who found it first. */
  targets: Target[];
  /** What pages had unsound in them. */
  unsound: Findings;
  /** Pages that showed what is of others. */
  leaks: Findings;
  /** Whether all stood as before when everybody had read everything. */
  changedNothing: boolean;
}

/** Walks all pages as each kind of person and as a visitor: what they hold, and whether reading leaves anything behind. */
export async function walkAll(database: TestDatabase, world: World, routes: readonly Route[]): Promise<WholeWalk> {
  const found = new Map<string, Target>();
  const [unsound, leaks]: [Findings, Findings] = [[], []];
  const begun = await halfWay(database, world.attackers[0]!);
  const walkers: { by: Attacker | null; person: Attacker | null }[] = [{ by: null, person: null }];
  for (const by of [begun, ...world.attackers]) walkers.push({ by, person: await revive(database, by) });
  const before = await state(database);
  for (const { by, person } of walkers) {
    const ids = (person ?? world.attackers[0]!).ids;
    for (const page of await walk(world.app, routes, person, ids, unsound)) {
      for (const form of formsOf(page)) found.set(keyOf(form), found.get(keyOf(form)) ?? { form, by });
      // A school's name is published; who works with it is not.
      const shows = page.html.replaceAll(`${OTHERS} School`, '').includes(OTHERS);
      if (shows) leaks.push(`${page.path} as ${by?.role ?? 'a visitor'}`);
    }
  }
  const changedNothing = isDeepStrictEqual(await state(database), before);
  return { targets: [...found.values()], unsound, leaks, changedNothing };
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
