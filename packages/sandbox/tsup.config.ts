import { library } from '../tooling/tsup.preset.ts';

export default library(
  { index: 'src/index.ts', main: 'src/main.ts' },
  { platform: 'node', dts: { entry: { index: 'src/index.ts' } } },
);
