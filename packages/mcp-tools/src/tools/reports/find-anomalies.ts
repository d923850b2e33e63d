import { addDays, EARLIEST_DATE } from '@voxolib/telephony';
import { AnomalyReport, findAnomalies as compute } from '@voxolib/telephony/reports';
import { z } from 'zod';
import { MaxTokens, orCoarser } from '../../budget.ts';
import { holidayLanguages, publicHolidays } from '../../holidays.ts';
import { defineTool, READS } from '../../tool.ts';
import { checked, periodInput, readPeriod } from './period-input.ts';
import { Account, Fresh, Product, readCalls } from './read-accounts.ts';

/** What a model is told of the answer beforehand; it sees the other names when it has the answer. */
const Rows = z.array(z.looseObject({}));
const Output = AnomalyReport.extend({
  compared_with: z.looseObject({}).describe(AnomalyReport.shape.compared_with.description ?? ''),
  holidays: Rows.describe(AnomalyReport.shape.holidays.description ?? ''),
  not_judged: Rows.optional(),
  missing: Rows.optional(),
  coarsened: z.string().optional().describe('Said when rows were left out to fit the size of the answer'),
});
type Answer = AnomalyReport & { coarsened?: string };

export const findAnomalies = defineTool({
  name: 'find_anomalies',
  title: 'Days that stand out',
  description: `Days with unusually many or few calls, missed or failed calls, or an unusual missed rate, for their weekday; each explained in numbers. Public holidays are known by name.

Use it for "anything unusual?", "what happened last month?", for yesterday as well as for years. For the plain highest and lowest days use call_stats with group_by day and top.`,
  needs: 'reports',
  scope: 'mcp.stats.read',
  effects: READS,
  input: z.strictObject({
    ...periodInput,
    account: Account,
    product: Product,
    compare_days: z
      .int()
      .min(0)
      .max(730)
      .default(91)
      .describe('Days up to the end of the period that say what is usual; the period itself where it is longer'),
    threshold: z
      .number()
      .min(2)
      .max(20)
      .default(3.5)
      .describe('How many times the usual variation a day must be away; lower finds more'),
    top: z.int().min(1).max(100).default(10).describe('List so many, the strongest first'),
    holidays_of: z
      .string()
      .max(8)
      .default('FR')
      .describe('Whose public holidays: a country as FR, or a part of one as FR-57 or CA-QC'),
    language: z.enum(holidayLanguages).default('en').describe('Language of the names of holidays'),
    fresh: Fresh,
    max_tokens: MaxTokens,
  }),
  output: Output,
  async run(input, context) {
    const { period } = readPeriod(input, context.now());
    const holidays = await publicHolidays(input.holidays_of, input.language);
    const start = [addDays(period.end_date, 1 - input.compare_days), EARLIEST_DATE].sort().at(-1) ?? EARLIEST_DATE;
    const compared = { start_date: start < period.start_date ? start : period.start_date, end_date: period.end_date };
    const read = await readCalls(
      {
        accounts: context.accounts,
        account: input.account,
        product: input.product,
        period: checked(compared, input.tz, context.now()),
        fresh: input.fresh,
      },
      context,
    );
    const { families } = context;
    const { threshold } = input;
    return shorter(input.top, (top) =>
      compute({ ...read, period, comparedWith: compared, families, holidays, threshold, top }),
    );
  },
});

/** An answer with half as many anomalies, and at last without its holidays. */
function shorter(asked: number, report: (top: number) => AnomalyReport): Answer {
  const form = (top: number): Answer => {
    const answer = report(top);
    const said = top === asked ? answer : { ...answer, coarsened: cutTo(answer) };
    return orCoarser(said, () => (top > 1 ? form(Math.floor(top / 2)) : withoutHolidays(said)));
  };
  return form(asked);
}

function withoutHolidays(answer: Answer): Answer | undefined {
  if (answer.holidays.length === 0) return undefined;
  const sentence = `The ${answer.holidays.length} holidays of the period are not listed. ${cutTo(answer)}`;
  return { ...answer, holidays: [], coarsened: sentence };
}

function cutTo({ anomalies, not_listed = 0 }: Answer): string {
  return `Cut to ${anomalies.length} of ${anomalies.length + not_listed} anomalies to fit max_tokens. Raise max_tokens, or ask for a shorter period, for the others.`;
}
