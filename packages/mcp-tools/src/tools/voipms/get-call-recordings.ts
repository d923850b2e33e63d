import { Recording } from '@voxolib/telephony';
import { z } from 'zod';
import { foreign } from '../../foreign-text.ts';
import { paged, pageFacts, pageInput, Rows } from '../../page.ts';
import { defineTool, READS } from '../../tool.ts';
import { AccountName, Days, Direction, datesOf, readDays, recentDays } from './arguments.ts';

export const getCallRecordings = defineTool({
  name: 'voipms_get_call_recordings',
  title: 'VoIP.ms call recordings',
  description: `Recorded calls of a line, newest first: id, time, direction, length. Without the sound.

Use it to find a recording, then voipms_get_call_recording. A line records only where its owner has switched that on.`,
  needs: 'voipmsRecordings',
  scope: 'mcp.calls.read',
  effects: READS,
  input: z.strictObject({
    account: AccountName.describe('From voipms_get_call_accounts'),
    ...recentDays,
    direction: Direction,
    ...pageInput,
  }),
  output: z.object({
    period: Days,
    recordings: Rows,
    ...pageFacts,
    as_of: z.string(),
    warnings: z.array(z.string()).optional(),
  }),
  async run(input, { voipms, signal, now }) {
    const { account, direction, limit, cursor } = input;
    const period = readDays(input, now());
    const asked = { account, direction, ...datesOf(period) };
    const { recordings, ...facts } = await voipms.recordings.list(asked, { signal });
    const rows = foreign(z.array(Recording), recordings);
    return paged(rows, { limit, cursor, keyOf: ({ id }) => id }, (shown, page) => ({
      period,
      recordings: shown,
      ...page,
      ...facts,
    }));
  },
});
