import { library } from '../tooling/tsup.preset.ts';

export default library({
  index: 'src/index.ts',
  'provider/index': 'src/provider/index.ts',
  'environment/index': 'src/environment/index.ts',
  'dry-run/index': 'src/dry-run/index.ts',
  'doctor/index': 'src/doctor/index.ts',
});
