import { readFile } from 'node:fs/promises';
import type { AssetFiles } from './assets.ts';

/** The files that the build puts beside the program. Selected by `#assets` unless sources are run. */
export async function assetFiles(): Promise<AssetFiles> {
  const read = (name: keyof AssetFiles) => readFile(new URL(`./assets/${name}`, import.meta.url));
  return {
    'account.js': await read('account.js'),
    'docs.js': await read('docs.js'),
    'sign-in.js': await read('sign-in.js'),
    'style.css': await read('style.css'),
  };
}
