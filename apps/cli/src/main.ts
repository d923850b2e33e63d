#!/usr/bin/env node
import nodeModule from 'node:module';

const OLDEST_NODE = 22;

if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  console.error(`voxolib needs Node.js ${OLDEST_NODE} or newer, and this is ${process.versions.node}.`);
  process.exitCode = 2;
} else {
  nodeModule.enableCompileCache?.();
  const { run } = await import('./program.ts');
  process.exitCode = await run({
    argv: process.argv.slice(2),
    // biome-ignore lint/style/noProcessEnv: the one place of this program that reads the environment
    env: process.env,
    input: process.stdin,
    output: process.stdout,
    messages: process.stderr,
  });
}
