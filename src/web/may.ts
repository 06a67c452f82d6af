import type { Context, Handler, Hono, MiddlewareHandler } from 'hono';
import { authorise } from '../access/authorise.ts';
import type { Permission, Subject, SubjectKind } from '../access/permission.ts';
import type { Scope } from '../access/scope.ts';
import { ipOf } from './identify.ts';
import { Forbidden, SecondFactorNeeded, SignInNeeded } from './refusals.ts';

type SubjectOf<K extends SubjectKind> = (
  c: Context,
) => Extract<Subject, { kind: K }> | Promise<Extract<Subject, { kind: K }>>;

const permissions = new WeakMap<Handler, Permission>();

/**
 * The first handler of every route: says which permission it takes, and to what. Refuses those who do not have it; the route
 * then finds its scope with `scopeOf`. `subjectOf` throws NotFound for what does not exist.
 */
export function may<V extends string, K extends SubjectKind>(
  permission: Permission<V, K>,
  subjectOf: SubjectOf<K>,
): MiddlewareHandler {
  const handler: MiddlewareHandler = async (c, next) => {
    const subject = await subjectOf(c);
    const person = c.get('person') ?? null;
    const ip = ipOf(c);
    // What is open to everyone depends on no setting, so rooms of public pages also stand alone.
    const secondFactorRoles = permission.who === 'everyone' ? [] : c.get('site').secondFactorRoles;
    const verdict = authorise(permission, person, subject, { secondFactorRoles, ip });
    if (!verdict.ok) {
      await c.get('noteRefusal')(permission, person, subject, verdict.reason, ip);
      if (verdict.reason === 'sign in') throw new SignInNeeded();
      if (verdict.reason === 'second factor') throw new SecondFactorNeeded();
      throw new Forbidden(permission.title);
    }
    c.set(SCOPE, { permission, scope: verdict.scope });
    await next();
  };
  permissions.set(handler, permission);
  return handler;
}

/**
 * The scope of a further permission on a page that is open without it, or null when this request does not have it. Refuses nobody and
 * notes nothing: the page then shows what it shows to all.
 */
export function mayAlso<V extends string, K extends SubjectKind>(
  c: Context,
  permission: Permission<V, K>,
  subject: Extract<Subject, { kind: K }>,
): Scope<V> | null {
  const { secondFactorRoles } = c.get('site');
  const verdict = authorise(permission, c.get('person') ?? null, subject, { secondFactorRoles, ip: ipOf(c) });
  return verdict.ok ? verdict.scope : null;
}

/** For what the whole site is about: `may(readNeedOfEngland, theSite)`. */
export const theSite = (): { kind: 'site' } => ({ kind: 'site' });

const SCOPE = 'scope';

/** The scope that `may` granted to this request. Throws when the route declared another permission: a fault of ours. */
export function scopeOf<V extends string>(c: Context, permission: Permission<V>): Scope<V> {
  const granted = c.get(SCOPE) as { permission: Permission; scope: Scope } | undefined;
  if (granted?.permission !== permission) throw new Error(`${c.req.path} asks for a scope that it did not declare`);
  return granted.scope as Scope<V>;
}

/** What each route of the application asks for, in the order of mounting. */
export function declaredRoutes(app: Hono): { method: string; path: string; permission: Permission }[] {
  const found = new Map<string, { method: string; path: string; permission: Permission }>();
  for (const { method, path, handler } of app.routes) {
    const permission = permissions.get(handler as Handler);
    if (permission !== undefined) found.set(`${method} ${path}`, { method, path, permission });
  }
  return [...found.values()];
}

/**
 * Checks that every route of the application says who may use it, before anything else answers. Throws with the names of those that do
 * not, so that the site does not start with a hole. Middleware (`app.use`) is no route.
 */
export function mustDeclarePermissions(app: Hono): void {
  const first = new Map<string, boolean>();
  for (const { method, path, handler } of app.routes) {
    const route = `${method} ${path}`;
    if (method !== 'ALL' && !first.has(route)) first.set(route, permissions.has(handler as Handler));
  }
  const open = [...first].filter(([, declared]) => !declared).map(([route]) => route);
  if (open.length > 0) {
    throw new Error(`No permission is declared for ${open.join(', ')}: put may(...) before its handler`);
  }
}
