import { program } from '../../packages/tooling/tsup.preset.ts';
import browser from './tsup.browser.ts';

export default [program({ main: 'src/main.ts' }, { clean: ['!assets/**'] }), browser];
