#!/usr/bin/env node
// npm start: installs the packages when they are absent, compiles the sources when they have changed, then runs src/main.ts.
import { build } from './build.js';
import { installPackages, requireNode } from './packages.js';

requireNode();
installPackages();
build();
const { main } = await import('../dist/main.js');
await main();
