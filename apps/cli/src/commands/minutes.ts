import type { CommandDefinition } from '../command-line/definition.ts';
import { periodArgument, zoneOption } from './period-arguments.ts';

export const minutes: CommandDefinition = {
  name: 'minutes',
  summary: 'Minutes per day, by kind of line',
  details: 'Decimal minutes. The account needs the right to see them. Without a period: the last seven days.',
  arguments: [
    { name: 'product', summary: 'wcb: web call back; did: inbound numbers', required: true, choices: ['wcb', 'did'] },
    periodArgument,
  ],
  options: [zoneOption],
  examples: ['voxolib minutes did last_month'],
  load: async () => (await import('../work/minutes.ts')).minutes,
};
