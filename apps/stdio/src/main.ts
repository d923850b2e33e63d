#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { guardStdout } from './stdout-guard.ts';

// First of all: nothing that is loaded later may print to stdout, and what is loaded is compiled once per version.
const stdout = guardStdout();
enableCompileCache?.();
const { run } = await import('./program.ts');
// biome-ignore lint/style/noProcessEnv: the one place of this program that reads the environment
process.exitCode = await run({ argv: process.argv.slice(2), env: process.env, stdout });
