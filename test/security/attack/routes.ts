import type { Hono } from 'hono';
import type { Permission } from '../../../src/access/permission.ts';
import { declaredRoutes } from '../../../src/web/may.ts';
import type { Ids } from './world.ts';

export interface Route {
  method: string;
  /** As declared: "/organisations/:organisation/people". */
  pattern: string;
  permission: Permission;
  /** What its paths look like. */
  shape: RegExp;
  /** The segments before its parameters, in order: "organisations". */
  parameters: string[];
}

/** Every route of the application, so that a new one is attacked from the day it is there. */
export function routesOf(app: Hono): Route[] {
  return declaredRoutes(app).map(({ method, path, permission }) => ({
    method,
    pattern: path,
    permission,
    shape: shapeOf(path),
    parameters: [...path.matchAll(/([^/]*)\/:\w+/g)].map(([, before]) => before!),
  }));
}

const PARAMETER = /([^/]*)\/:\w+(\{[^/]*\})?\??/g;

/**
 * The route's path with these ids: that for the very rest of the path ("placements#/moves/restore") where there is one, else that of the
 * segment before it. Throws for a parameter that world.ts has no record for: a new kind of record wants a row
 * there, so that others' ids can be tried.
 */
export function pathOf({ pattern }: Pick<Route, 'pattern'>, ids: Ids): string {
  return pattern.replaceAll(PARAMETER, (whole: string, before: string, shape: string | undefined, at: number) => {
    const id = ids[`${before}#${pattern.slice(at + whole.length)}`] ?? ids[before];
    if (id === undefined)
      throw new Error(`test/security/attack/world.ts knows no id for what follows ${before}/ in ${pattern}`);
    return `${before}/${id}${shape?.includes('csv') ? '.csv' : ''}`;
  });
}

/** Ids with some put in place of others, also of those for the rest of one path. */
export function withIds(ids: Ids, others: Ids): Ids {
  const kept = Object.entries(ids).filter(([key]) => !key.includes('#') || others[key.split('#')[0]!] === undefined);
  return { ...Object.fromEntries(kept), ...others };
}

/** The route of a path that was found on a page, or undefined. */
export function routeOf(routes: readonly Route[], method: string, path: string): Route | undefined {
  const asked = path.replace(/[?#].*$/, '');
  return routes.find((route) => route.method === method && route.shape.test(asked));
}

function shapeOf(pattern: string): RegExp {
  return new RegExp(
    `^${pattern
      .replaceAll(PARAMETER, '$1/[^/]+')
      .replaceAll('.', String.raw`\.`)
      .replaceAll('[^/]+', '[^/]+')}$`,
  );
}
