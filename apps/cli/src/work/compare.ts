import { PeriodComparison } from '@voxolib/telephony/reports';
import type { Table } from '../answers/answer.ts';
import { rowsTable } from '../answers/rows-table.ts';
import type { Work } from '../command-context.ts';
import { periodChoice } from './asked-period.ts';
import { notesOn, periodInWords } from './notes.ts';
import { given, listOf, reportArguments } from './report-arguments.ts';
import { toolAnswer } from './run-tool.ts';

export const compare: Work = async (context) => {
  const { options } = context;
  const asked = given({
    ...periodChoice(context.arguments, options, 'this_month'),
    ...reportArguments(options),
    against: listOf(options.against),
    group_by: options.groupBy,
  });
  const answer = await toolAnswer('compare_periods', asked, context);
  const report = PeriodComparison.parse(answer);
  const { base, comparisons } = report;
  const all = [base, ...comparisons].map((side) => notesOn({ missing: side.missing }));
  return {
    data: answer,
    title: `${report.source.products.join(' + ')}: ${report.measure}, ${periodInWords(base.period)}`,
    tables: comparisons.flatMap(tablesOf),
    csv: rowsTable(
      comparisons.flatMap(({ period, changes }) => changes.map((row) => ({ against: named(period), ...row }))),
    ),
    notes: [
      ...new Set([
        ...(report.warnings ?? []),
        ...all.flatMap(({ notes }) => notes),
        ...comparisons.flatMap(({ notes }) => notes),
      ]),
    ],
    incomplete: all.some(({ incomplete }) => incomplete),
  };
};

type Comparison = PeriodComparison['comparisons'][number];

function tablesOf({ period, changes, rates = [], groups = [], movers = [] }: Comparison): Table[] {
  const tables = [rowsTable(changes, { title: `Against ${named(period)}: ${periodInWords(period)}` })];
  if (rates.length > 0) tables.push(rowsTable(rates, { title: 'Rates, in per cent of calls' }));
  if (groups.length > 0) tables.push(rowsTable(groups, { title: 'Groups' }));
  if (movers.length > 0) tables.push(rowsTable(movers, { title: 'What moved most' }));
  return tables;
}

function named({ name, start_date, end_date }: Comparison['period']): string {
  return name ?? `${start_date}/${end_date}`;
}
