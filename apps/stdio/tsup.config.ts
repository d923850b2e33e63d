import { program } from '../../packages/tooling/tsup.preset.ts';

// Everything is bundled in: `npx` then fetches one package, and the program starts fast.
export default program(
  { main: 'src/main.ts' },
  {
    noExternal: [/.*/],
    splitting: true,
    minifySyntax: true,
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  },
);
