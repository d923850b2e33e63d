import { program } from '../../packages/tooling/tsup.preset.ts';

// Everything is bundled in and short: `npx` then fetches one package, and the program starts fast. Names stay for traces.
export default program(
  { main: 'src/main.ts' },
  {
    noExternal: [/.*/],
    splitting: true,
    minifySyntax: true,
    minifyWhitespace: true,
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  },
);
