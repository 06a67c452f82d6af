#!/usr/bin/env node
// npm test: installs what the tests need (packages; Chromium by apt where that may be done), runs every check and test,
// and ends with one line that counts them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackages, PROJECT, requireNode } from './packages.js';

const CHROMIUM = '/usr/bin/chromium';

requireNode();
installPackages({ development: true });
installChromium();

let passed = 0;
let failed = 0;
for (const [name, ...command] of [
  ['types', 'tsc', '--noEmit'],
  ['lint', 'oxlint', '--deny-warnings'],
  ['format', 'oxfmt', '--check'],
]) {
  console.log(`\n== ${name}`);
  count(run(command).status === 0);
}
console.log('\n== tests');
runTests();
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function count(ok) {
  if (ok) passed++;
  else failed++;
}

function run([command, ...args]) {
  return spawnSync(process.execPath, [binaryOf(command), ...args], {
    cwd: PROJECT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

function binaryOf(command) {
  return join(PROJECT, 'node_modules', '.bin', command);
}

function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-results-'));
  const file = join(folder, 'results.json');
  const { status } = run(['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  // Without results the runner itself broke, and a runner that failed outside any test still fails the whole.
  const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { numPassedTests: 0, numFailedTests: 0 };
  rmSync(folder, { recursive: true });
  passed += results.numPassedTests;
  failed += results.numFailedTests;
  if (status !== 0 && results.numFailedTests === 0) failed++;
}

function installChromium() {
  if (existsSync(CHROMIUM)) return;
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!mayInstall) {
    console.error('The browser tests need Chromium: install it first (on Debian: apt-get install chromium).');
    process.exit(1);
  }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { status } = spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) process.exit(1);
  }
}
