#!/usr/bin/env node
import manifest from '../package.json' with { type: 'json' };
import { runProgram } from './program.ts';

const outcome = await runProgram({
  args: process.argv.slice(2),
  version: manifest.version,
  print: (text) => process.stdout.write(text),
  printError: (text) => process.stderr.write(text),
});

if (typeof outcome === 'number') {
  process.exitCode = outcome;
} else {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void outcome.close());
}
