import { defineConfig, type Options } from 'tsup';

/** A library: ESM, one file per door, types beside it. Doors are the keys of `entry`. */
export function library(entry: Record<string, string>, options: Options = {}) {
  return defineConfig({
    entry,
    format: ['esm'],
    target: 'node22',
    dts: true,
    clean: true,
    sourcemap: true,
    treeshake: true,
    ...options,
  });
}

/** A program: ESM for Node, no types. What package.json lists as a dependency stays outside. */
export function program(entry: Record<string, string>, options: Options = {}) {
  return defineConfig({
    entry,
    format: ['esm'],
    target: 'node22',
    platform: 'node',
    dts: false,
    clean: true,
    sourcemap: true,
    ...options,
  });
}
