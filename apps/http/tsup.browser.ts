import { defineConfig } from 'tsup';

/** What the pages load: a script each and one style sheet, which the server names by their content. */
export default defineConfig({
  entry: {
    account: 'src/pages/browser/account.ts',
    docs: 'src/pages/browser/docs.ts',
    'sign-in': 'src/pages/browser/sign-in.ts',
    style: 'src/pages/style/index.css',
  },
  outDir: 'dist/assets',
  format: ['esm'],
  platform: 'browser',
  target: 'es2022',
  dts: false,
  clean: true,
  minify: true,
  splitting: false,
  noExternal: [/^@voxolib\//],
});
