import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { AssetFiles } from './assets.ts';

let bundled: Promise<AssetFiles> | undefined;

/** The same files, bundled from sources in memory, once. Selected by `#assets` when sources are run, as tests do. */
export function assetFiles(): Promise<AssetFiles> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<AssetFiles> {
  const { outputFiles } = await build({
    entryPoints: {
      account: pathOf('./browser/account.ts'),
      docs: pathOf('./browser/docs.ts'),
      'sign-in': pathOf('./browser/sign-in.ts'),
      style: pathOf('./style/index.css'),
    },
    outdir: 'assets',
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    conditions: ['@voxolib/source'],
  });
  const contentOf = (name: keyof AssetFiles) => {
    const file = outputFiles.find(({ path }) => path.endsWith(name));
    if (file === undefined) throw new Error(`The bundler made no ${name}`);
    return file.contents;
  };
  return {
    'account.js': contentOf('account.js'),
    'docs.js': contentOf('docs.js'),
    'sign-in.js': contentOf('sign-in.js'),
    'style.css': contentOf('style.css'),
  };
}

function pathOf(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}
