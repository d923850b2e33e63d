import { library } from '../tooling/tsup.preset.ts';

export default library({ index: 'src/index.ts', 'public-lookup': 'src/public-lookup.ts' });
