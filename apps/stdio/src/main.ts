#!/usr/bin/env node
import nodeModule from 'node:module';
import { guardStdout } from './stdout-guard.ts';

const OLDEST_NODE = 22;

// First of all: nothing that is loaded later may print to stdout, and what is loaded is compiled once per version.
const stdout = guardStdout();
if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  console.error(`voxolib-mcp needs Node.js ${OLDEST_NODE} or newer, and this is ${process.versions.node}.`);
  process.exitCode = 2;
} else {
  nodeModule.enableCompileCache?.();
  const { run } = await import('./program.ts');
  // biome-ignore lint/style/noProcessEnv: the one place of this program that reads the environment
  process.exitCode = await run({ argv: process.argv.slice(2), env: process.env, stdout });
}
