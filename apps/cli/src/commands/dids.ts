import type { CommandDefinition } from '../command-line/definition.ts';

export const dids: CommandDefinition = {
  name: 'dids',
  summary: 'How many inbound numbers the account has',
  examples: ['voxolib dids --format json'],
  load: async () => (await import('../work/dids.ts')).countDids,
};
