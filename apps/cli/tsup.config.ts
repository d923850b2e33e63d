import { program } from '../../packages/tooling/tsup.preset.ts';

// Everything is bundled in but the key ring, which is machine code that npm brings for each platform; names stay for traces.
export default program(
  { main: 'src/main.ts' },
  {
    noExternal: [/^(?!@napi-rs\/)/],
    external: ['@napi-rs/keyring'],
    splitting: true,
    minifySyntax: true,
    minifyWhitespace: true,
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  },
);
