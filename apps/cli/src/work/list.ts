import type { Work } from '../command-context.ts';
import { commands } from '../commands/index.ts';

export const list: Work = async () => {
  const rows = commands.map(({ name, summary }) => [name, summary]);
  return {
    data: commands.map(({ name, summary }) => ({ name, summary })),
    tables: [{ headings: ['command', 'what it does'], rows }],
  };
};
