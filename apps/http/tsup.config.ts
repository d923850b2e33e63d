import { program } from '../../packages/tooling/tsup.preset.ts';

export default program({ main: 'src/main.ts' }, { noExternal: [/^@voxolib\//], external: ['@voxolib/sandbox'] });
