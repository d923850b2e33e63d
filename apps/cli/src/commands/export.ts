import type { CommandDefinition } from '../command-line/definition.ts';
import { periodArgument, zoneOption } from './period-arguments.ts';
import { reportOptions } from './report-options.ts';

export const exportDays: CommandDefinition = {
  name: 'export',
  summary: 'A row for each day and product, as a file',
  details:
    'The file of the tool export_calls, to standard output or to a file; what it is, with its SHA-256, to standard error. ' +
    'Without a period: last month.',
  arguments: [periodArgument],
  options: [
    {
      flags: '-f, --format <format>',
      summary: 'csv; csv_fr for French spreadsheets; jsonl: an object a line',
      choices: ['csv', 'csv_fr', 'jsonl'],
      default: 'csv',
    },
    { flags: '-o, --output <file>', summary: 'Where it is saved; a file that is there already is left as it is' },
    ...reportOptions,
    zoneOption,
  ],
  examples: ['voxolib export 2026 --output 2026.csv', 'voxolib export last_month --format jsonl | head'],
  load: async () => (await import('../work/export.ts')).exportDays,
};
