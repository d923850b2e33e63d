import type { CommandDefinition } from '../command-line/definition.ts';
import { periodArgument, zoneOption } from './period-arguments.ts';

const details = 'The days of any period up to five years, with exact totals. Without a period: the last seven days.';

export const wcb: CommandDefinition = {
  name: 'wcb',
  summary: 'Web-call-back calls per day, by status',
  details,
  arguments: [periodArgument],
  options: [zoneOption],
  examples: ['voxolib wcb', 'voxolib wcb last_month', 'voxolib wcb 2026-03-01 2026-03-31 --format csv > march.csv'],
  load: async () => (await import('../work/daily-calls.ts')).dailyCalls('wcb'),
};

export const did: CommandDefinition = {
  name: 'did',
  summary: 'Calls to inbound numbers per day, by status',
  details,
  arguments: [periodArgument],
  options: [zoneOption],
  examples: ['voxolib did yesterday', 'voxolib did 2026-Q1 --tz Europe/Brussels'],
  load: async () => (await import('../work/daily-calls.ts')).dailyCalls('did'),
};
