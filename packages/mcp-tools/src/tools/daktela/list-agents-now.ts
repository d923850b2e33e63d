import { z } from 'zod';
import { Rows } from '../../page.ts';
import { defineTool, READS } from '../../tool.ts';
import { Agent, Names, Skip, TakeOf, Tokens, Zone } from './arguments.ts';
import { fitting } from './fitting.ts';
import { cleaned } from './listed.ts';
import { nameIn, shown } from './shown.ts';

export const listAgentsNow = defineTool({
  name: 'daktela_list_agents_now',
  title: 'What Daktela agents do now',
  description: `Who is logged in, in which state and since when, on which pause or call; how many in each state.

Use it for now alone. What agents did: daktela_agent_stats, daktela_list_activities.`,
  needs: 'daktelaRealtime',
  scope: 'mcp.contactcenter.read',
  effects: READS,
  input: z.strictObject({
    agent: Agent,
    state: Names.optional().describe('States, as by_state names them'),
    skip: Skip,
    take: TakeOf(250, 100).describe('Most rows'),
    tz: Zone,
    max_tokens: Tokens,
  }),
  output: z.object({
    by_state: z.record(z.string(), z.int()),
    sessions: Rows,
    total: z.int(),
    next_skip: z.int().optional(),
  }),
  async run({ agent, state, skip, take, tz }, { daktela, signal }) {
    const read = await daktela.contactCentre.realtime.sessions({ agent, state }, { signal });
    const { by_state, total, as_of, warnings } = read;
    const sessions = read.sessions.slice(skip, skip + take);
    const next = skip + sessions.length;
    const rows = { count: sessions.length, skip, ...(next < read.sessions.length && { next }) };
    return fitting({ tz, lengths: [300], rows, whole: 'not given by Daktela.' }, (view, most, form) => {
      return {
        by_state: Object.fromEntries(Object.entries(by_state).map(([name, count]) => [nameIn(name), count])),
        total,
        ...(total === 0 && { asked: { agent, state }, note: 'No agent who is logged in fits what was asked.' }),
        ...form(),
        sessions: sessions.slice(0, most).map((session) => shown(session, view)),
        as_of,
        ...cleaned(warnings),
      };
    });
  },
});
