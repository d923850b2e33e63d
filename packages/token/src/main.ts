#!/usr/bin/env node
import manifest from '../package.json' with { type: 'json' };
import { runProgram } from './program.ts';

process.exitCode = await runProgram({
  args: process.argv.slice(2),
  // biome-ignore lint/style/noProcessEnv: a program reads its environment here and nowhere else
  env: process.env,
  input: process.stdin,
  output: process.stdout,
  prompts: process.stderr,
  version: manifest.version,
});
