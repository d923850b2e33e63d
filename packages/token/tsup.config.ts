import { library } from '../tooling/tsup.preset.ts';

// Without shared chunks each file stands alone: a page can load index.js as it is.
export default library(
  { index: 'src/index.ts', main: 'src/main.ts', 'program-door': 'src/program-door.ts' },
  { dts: { entry: { index: 'src/index.ts', 'program-door': 'src/program-door.ts' } }, splitting: false },
);
