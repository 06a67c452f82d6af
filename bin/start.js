#!/usr/bin/env node
// npm start: installs the packages when they are absent, then runs src/main.ts.
import { allowTypeScript, installPackages, requireNode } from './packages.js';

requireNode();
installPackages();
await allowTypeScript();
const { main } = await import('../src/main.ts');
await main();
