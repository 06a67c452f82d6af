import type { Hono } from 'hono';
import type { Permission } from '../../src/access/permission.ts';
import * as accounts from '../../src/accounts/policy.ts';
import * as matching from '../../src/matching/policy.ts';
import * as need from '../../src/need/policy.ts';
import * as opendata from '../../src/opendata/policy.ts';
import * as placements from '../../src/placements/policy.ts';
import * as placementAgreement from '../../src/placements/policy/agreement.ts';
import * as placementDelivery from '../../src/placements/policy/delivery.ts';
import * as placementMoney from '../../src/placements/policy/money.ts';
import * as placementOffer from '../../src/placements/policy/offer.ts';
import * as schools from '../../src/schools/policy.ts';
import { declaredRoutes } from '../../src/web/may.ts';

/** What each subject makes one's own, for people. */
const OWN: Record<Permission['about'], string> = {
  site: 'no one’s in particular',
  person: 'themselves',
  organisation: 'their organisation',
  area: 'their area',
  trust: 'their trust',
  school: 'a school of their area or trust, or their own',
  placement: 'a placement that they take part in',
};

/** The two tables of docs/security.md as text: each deed with those who may do it, and each route with the deed it asks for. */
export function matrixText(app: Hono): string {
  const routes = declaredRoutes(app).filter(({ path }) => !path.startsWith('/assets/'));
  // Some deeds are asked for within a page that is open without them, and so by no route.
  const all = [
    ...routes.map(({ permission }) => permission),
    ...[
      opendata,
      schools,
      need,
      matching,
      placements,
      placementOffer,
      placementAgreement,
      placementDelivery,
      placementMoney,
      accounts,
    ].flatMap(declaredIn),
  ];
  const permissions = [...new Map(all.map((permission) => [permission.verb, permission])).values()];
  const byVerb = permissions.toSorted((a, b) => a.verb.localeCompare(b.verb));
  const byPath = routes.toSorted((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method));
  return [
    '| Deed | In words | Class | To what | Who |',
    '| --- | --- | --- | --- | --- |',
    ...byVerb.map((permission) => `| ${cells(permission).join(' | ')} |`),
    '',
    '| Route | Deed |',
    '| --- | --- |',
    ...byPath.map(({ method, path, permission }) => `| ${method} ${path} | ${permission.verb} |`),
  ].join('\n');
}

function declaredIn(policy: object): Permission[] {
  return Object.values(policy).filter(
    (declared: unknown): declared is Permission =>
      typeof declared === 'object' && declared !== null && 'who' in declared && 'verb' in declared,
  );
}

function cells({ verb, title, class: recordClass, about, who }: Permission): string[] {
  return [verb, title, recordClass, OWN[about], whoInWords(who)];
}

function whoInWords(who: Permission['who']): string {
  if (who === 'everyone') return 'everyone';
  if (who === 'signed-in') return 'whoever is signed in';
  return who
    .map(
      ({ kinds, roles, parts }) =>
        `${kinds.join(', ')}: ${roles.join(', ')}${parts === undefined ? '' : ` (${parts.join(', ')})`}`,
    )
    .join('; ');
}

/** The written matrix, read back: who may do what, by the words of the page alone. */
export interface WrittenRoute {
  method: string;
  path: string;
  deed: string;
  toWhat: string;
  who: string;
}

/** Reads the tables of docs/security.md. Throws when a route names a deed that the page does not list. */
export function writtenMatrix(page: string): WrittenRoute[] {
  const rows = page
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.slice(2, -2).split(' | '));
  const deeds = new Map(rows.filter((row) => row.length === 5).map((row) => [row[0]!, row]));
  return rows
    .filter((row) => row.length === 2 && row[0] !== 'Route' && row[0] !== '---')
    .map(([route, deed]) => {
      const [method, path] = route!.split(' ') as [string, string];
      const row = deeds.get(deed!);
      if (row === undefined) throw new Error(`${route} asks for ${deed}, which the page does not list`);
      return { method, path, deed: deed!, toWhat: row[3]!, who: row[4]! };
    });
}

/** The part of the page between the two marks. */
export function between(page: string): { before: string; matrix: string; after: string } {
  const [begin, end] = ['<!-- matrix:begin -->', '<!-- matrix:end -->'];
  const from = page.indexOf(begin) + begin.length;
  const to = page.indexOf(end);
  if (from < begin.length || to < from) throw new Error('docs/security.md has lost the marks of the matrix');
  return { before: page.slice(0, from), matrix: page.slice(from, to).trim(), after: page.slice(to) };
}
