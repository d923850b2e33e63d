import type { AgentCallRow } from '@voxolib/telephony/contact-centre';
import { z } from 'zod';
import { Rows } from '../../page.ts';
import { defineTool, READS } from '../../tool.ts';
import { dates, TakeOf, Tokens } from './arguments.ts';
import { readTime } from './dates.ts';
import { fitting } from './fitting.ts';
import { callFilters } from './list-calls.ts';
import { cleaned } from './listed.ts';
import { shown } from './shown.ts';

const { agent, queue, direction } = callFilters;
const figures = ['calls', 'answered', 'missed', 'not_reached', 'talk_s'] as const;

export const agentStats = defineTool({
  name: 'daktela_agent_stats',
  title: 'Daktela calls by agent and queue',
  description: `Computed for each agent, queue or both: calls, answered, missed, not reached, talk, waiting and ringing seconds, with totals.

Use it to compare people or queues. Rates and trends of all calls: call_stats.`,
  needs: 'daktelaCalls',
  scope: 'mcp.contactcenter.read',
  effects: READS,
  input: z.strictObject({
    by: z
      .array(z.enum(['agent', 'queue']))
      .min(1)
      .default(['agent'])
      .describe('One, or both crossed'),
    agent,
    queue,
    direction,
    ...dates,
    sort: z.enum(figures).default('calls').describe('Highest first'),
    take: TakeOf(250, 100).describe('Most rows; rest adds up the others'),
    max_tokens: Tokens,
  }),
  output: z.object({ rows: Rows, totals: z.looseObject({}), rest: z.looseObject({}).optional() }),
  async run(input, { daktela, signal, now, progress }) {
    const { by, sort, take, tz } = input;
    const filter = { agent: input.agent, queue: input.queue, direction: input.direction };
    const named = input.date_from ?? input.date_to ?? input.period;
    const time = readTime(named === undefined ? { tz, period: 'last_7_days' } : input, now());
    const { range, shown: period } = time ?? { range: {}, shown: { tz } };
    const report = await daktela.contactCentre.calls.byAgent({ ...filter, range }, by, { signal, progress });
    const { totals, as_of, warnings } = report;
    const sorted = report.rows.toSorted((one, other) => other[sort] - one[sort]);
    const rows = { count: Math.min(take, sorted.length), skip: 0 };
    return fitting({ tz, lengths: [300], rows, whole: '' }, (view, most, form) => {
      const { coarsened } = form();
      const left = sorted.slice(most);
      return {
        period,
        ...(totals.calls === 0 && { asked: { by, ...filter }, note: 'No call fits what was asked.' }),
        ...(coarsened && { coarsened: `Cut to ${most} rows to fit max_tokens; rest adds up the others.` }),
        totals: withMeans(totals),
        rows: sorted
          .slice(0, most)
          .map((row) => shown({ agent: row.agent, queue: row.queue, ...withMeans(row) }, view)),
        ...(left.length > 0 && { rest: { rows: left.length, ...withMeans(sumOf(left)) } }),
        as_of,
        ...cleaned(warnings),
      };
    });
  },
});

type Figures = Omit<AgentCallRow, 'agent' | 'queue'>;

/** With the mean talk of an answered call; without calls there is none. */
function withMeans<Row extends Figures>(row: Row): Row & { mean_talk_s?: number } {
  return row.answered === 0 ? row : { ...row, mean_talk_s: Math.round(row.talk_s / row.answered) };
}

function sumOf(rows: readonly Figures[]): Figures {
  const sum = (figure: keyof Figures) => rows.reduce((all, row) => all + row[figure], 0);
  return {
    calls: sum('calls'),
    inbound: sum('inbound'),
    outbound: sum('outbound'),
    internal: sum('internal'),
    answered: sum('answered'),
    missed: sum('missed'),
    not_reached: sum('not_reached'),
    talk_s: sum('talk_s'),
    waiting_s: sum('waiting_s'),
    ringing_s: sum('ringing_s'),
  };
}
