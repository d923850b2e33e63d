import type { CommandDefinition } from '../command-line/definition.ts';
import { vendors } from '../vendors.ts';

export const live: CommandDefinition = {
  name: 'live',
  summary: 'Try every tool that only reads, once, against a real account, and say what fits',
  details:
    'Nothing personal is printed: the names of tools, whether each answer fits what is expected, how many rows, how long.',
  arguments: [{ name: 'vendor', summary: 'Whose account', required: true, choices: vendors }],
  examples: ['voxolib live voxolib', 'voxolib live voipms --format csv', 'voxolib live daktela'],
  load: async () => (await import('../work/live.ts')).live,
};
