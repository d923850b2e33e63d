import { library } from '../tooling/tsup.preset.ts';

export default library({ index: 'src/index.ts', 'environment/index': 'src/environment/index.ts' });
