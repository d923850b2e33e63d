import type { Realtime } from '@voxolib/telephony/contact-centre';
import { readText } from '../../readers/scalars.ts';
import { invalid } from '../../refusals.ts';
import type { WireRow } from '../../reply/page.ts';
import type { Context } from '../context.ts';
import { saying } from '../lists/read-page.ts';
import { fold } from '../names/fold.ts';
import { toRef } from '../records/fields.ts';
import { toAgentSession } from '../records/reference.ts';

const LONGEST_PAGE = 1000;

/** What the agents of Daktela do now: asked for anew each time. */
export function realtime(context: Context): Realtime {
  return {
    async sessions({ agent, state }, options = {}) {
      if (state?.length === 0) throw invalid('state', 'state lists nothing. Give at least one, or leave it out.');
      const names = context.names(options);
      const agents = await names.listed('agent', agent);
      const page = await context.client.list('realtimeSessions', { take: LONGEST_PAGE }, options);
      const states = state?.map(fold);
      const isWanted = (row: WireRow) =>
        (agents === undefined || agents.includes(toRef(row.id_agent)?.id ?? '')) &&
        (states === undefined || states.includes(fold(readText(row.state) ?? '')));
      const reading = context.reading(page);
      const now = reading.milliseconds(page.serverTime) ?? page.receivedAt.getTime();
      const sessions = page.rows.filter(isWanted).map((row) => toAgentSession(row, reading, now));
      sessions.sort((one, other) =>
        fold(one.agent.title ?? one.agent.id) < fold(other.agent.title ?? other.agent.id) ? -1 : 1,
      );
      const tally = Map.groupBy(sessions, (one) => one.state);
      const warnings = page.more ? [`More than ${LONGEST_PAGE} agents are logged in; the others are left out.`] : [];
      return {
        sessions,
        by_state: Object.fromEntries([...tally].map(([name, those]) => [name, those.length])),
        total: sessions.length,
        as_of: page.receivedAt.toISOString(),
        ...saying(names.warnings, reading.warnings(), warnings),
      };
    },
  };
}
