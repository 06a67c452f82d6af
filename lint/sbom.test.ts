import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const PROJECT = join(import.meta.dirname, '..');
const read = (file: string): unknown => JSON.parse(readFileSync(join(PROJECT, file), 'utf8'));

it('the bill of materials lists what package-lock.json installs for the site, and nothing else (npm run sbom)', () => {
  const lock = read('package-lock.json') as { packages: Record<string, { version: string; dev?: true }> };
  const locked = Object.entries(lock.packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(
      ([path, { version }]) => `${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`,
    );
  const list = read('docs/sbom.cdx.json') as { components: { name: string; version: string }[] };
  const listed = list.components.map(({ name, version }) => `${name}@${version}`);
  expect([...new Set(listed)].toSorted()).toEqual([...new Set(locked)].toSorted());
});
