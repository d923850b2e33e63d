import type { CommandDefinition } from '../command-line/definition.ts';

export const list: CommandDefinition = {
  name: 'list',
  summary: 'List every command',
  load: async () => (await import('../work/list.ts')).list,
};
