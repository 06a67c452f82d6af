#!/usr/bin/env node
// npm run sbom: writes docs/sbom.cdx.json, the list of every package that the site runs with, from package-lock.json. Without
// the moment and the random number that npm puts in, so that the same lock file gives the same list.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './packages.js';

const text = execFileSync('npm', ['sbom', '--package-lock-only', '--sbom-format=cyclonedx'], {
  cwd: PROJECT,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  stdio: ['ignore', 'pipe', 'ignore'],
});
const { serialNumber: _random, ...list } = JSON.parse(text);
delete list.metadata.timestamp;
delete list.metadata.tools;
list.metadata.component.name = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')).name;
// Not by --omit=dev: npm 11 then leaves out what a tool of the developers needs as well.
const { packages } = JSON.parse(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8'));
const installed = new Set(
  Object.entries(packages)
    .filter(([, { dev }]) => !dev)
    .map(([path, { version }]) => `${path.split('node_modules/').at(-1)}@${version}`),
);
list.components = list.components.filter(({ name, version }) => installed.has(`${name}@${version}`));
const kept = new Set([list.metadata.component['bom-ref'], ...list.components.map((component) => component['bom-ref'])]);
list.dependencies = list.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((needed) => kept.has(needed)) }));
for (const component of list.components) {
  for (const key of ['author', 'description', 'externalReferences', 'properties']) delete component[key];
}
writeFileSync(join(PROJECT, 'docs/sbom.cdx.json'), `${JSON.stringify(list, null, 1)}\n`);
