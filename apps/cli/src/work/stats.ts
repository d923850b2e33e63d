import { CallStats, MinutesStats } from '@voxolib/telephony/reports';
import type { Table } from '../answers/answer.ts';
import { factsTable } from '../answers/facts-table.ts';
import { rowsTable } from '../answers/rows-table.ts';
import type { Work } from '../command-context.ts';
import { periodChoice } from './asked-period.ts';
import { notesOn, periodInWords } from './notes.ts';
import { given, listOf, reportArguments, wholeNumber } from './report-arguments.ts';
import { toolAnswer } from './run-tool.ts';

export const stats: Work = async (context) => {
  const { options } = context;
  const asked = given({
    ...periodChoice(context.arguments, options, 'last_30_days'),
    ...reportArguments(options),
    group_by: listOf(options.groupBy),
    sort_by: options.sortBy,
    order: options.order,
    top: wholeNumber('top', options.top),
    min_calls: wholeNumber('min-calls', options.minCalls),
  });
  const answer = await toolAnswer('call_stats', asked, context);
  const isMinutes = options.measure === 'minutes';
  const report = isMinutes ? MinutesStats.parse(answer) : CallStats.parse(answer);
  const bars = isMinutes ? 'billable' : 'calls';
  const groups = rowsTable(report.groups, { bars });
  const tables: Table[] = report.groups.length > 0 ? [groups] : [];
  if (report.rest !== undefined) tables.push(rowsTable([report.rest], { title: 'Rest' }));
  const totals = factsTable(report.totals, 'Totals');
  return {
    data: answer,
    title: `${report.source.products.join(' + ')}: ${report.measure}, ${periodInWords(report.period)}`,
    tables: [...tables, totals],
    csv: report.groups.length > 0 ? groups : totals,
    ...notesOn(report),
  };
};
