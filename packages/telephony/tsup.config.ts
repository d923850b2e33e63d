import { library } from '../tooling/tsup.preset.ts';

export default library({
  index: 'src/index.ts',
  'reports/index': 'src/reports/index.ts',
  'contact-centre/index': 'src/contact-centre/index.ts',
  'cache/index': 'src/cache/index.ts',
});
