import { exportFormats } from '@voxolib/telephony/reports';
import { z } from 'zod';
import { countTokens, MaxTokens } from '../../budget.ts';
import { attach } from '../../result.ts';
import { defineTool, READS } from '../../tool.ts';
import { ExportFacts, exportFile } from './export-file.ts';
import { periodInput, readPeriod } from './period-input.ts';
import { Account, Fresh, Measure, Product } from './read-accounts.ts';

export const exportCalls = defineTool({
  name: 'export_calls',
  title: 'Export daily rows',
  description: `A file with a row for each day and product: calls by status family and by status, or minutes. CSV, CSV for French spreadsheets, or JSON lines; with its number of rows and SHA-256.

Use it when the user wants the rows themselves, for a spreadsheet or another program. For figures, rates and comparisons use call_stats or compare_periods: they cost far less.`,
  needs: 'reports',
  scope: 'mcp.stats.read',
  effects: READS,
  input: z.strictObject({
    ...periodInput,
    account: Account,
    product: Product,
    measure: Measure,
    format: z
      .enum(exportFormats)
      .default('csv')
      .describe(
        'csv: RFC 4180; csv_fr: semicolons, decimal commas, as French spreadsheets expect; jsonl: an object a line',
      ),
    fresh: Fresh,
    max_tokens: MaxTokens.describe('Largest size of the answer in tokens; a file that does not fit comes as a link'),
  }),
  output: ExportFacts.extend({
    delivery: z
      .enum(['embedded', 'link', 'saved'])
      .describe("embedded: the file is in this answer; link: read its uri; saved: it is on the user's machine at path"),
    path: z.string().optional(),
    note: z.string().optional(),
  }),
  async run(input, context) {
    const { period } = readPeriod(input, context.now());
    const { accounts } = context;
    const { account, product, measure, format, fresh } = input;
    const { text, ...facts } = await exportFile(
      { accounts, account, product, measure, period, format, fresh },
      context,
    );
    const { uri, name, mime_type: mimeType, bytes } = facts.file;
    if (context.saveFile !== undefined) {
      return { ...facts, delivery: 'saved' as const, path: await context.saveFile(name, text) };
    }
    const needed = await sizeWith(text, facts, context.maxTokens);
    if (needed <= context.maxTokens) {
      return attach({ ...facts, delivery: 'embedded' as const }, { uri, name, mimeType, bytes, text });
    }
    return attach({ ...facts, delivery: 'link' as const, note: howToGetIt(needed) }, { uri, name, mimeType, bytes });
  },
});

const MOST_TOKENS = MaxTokens.unwrap().maxValue ?? 0;

/** The facts are in the answer twice, as data and as text; the rest of the sum is for what is said about delivery. */
const ROOM = 100;

/** How large the answer is with the file in it. A file with more bytes than could ever fit is not looked at. */
async function sizeWith(text: string, facts: object, maxTokens: number): Promise<number> {
  if (text.length > MOST_TOKENS * 8) return Number.POSITIVE_INFINITY;
  const json = JSON.stringify(facts);
  return ROOM + (await countTokens([text, json, json], maxTokens - ROOM));
}

function howToGetIt(needed: number): string {
  const other = needed <= MOST_TOKENS ? `call again with max_tokens ${needed}` : 'ask for shorter periods';
  return `The file does not fit into max_tokens. Read the resource at its uri, or ${other}.`;
}
