import { z } from 'zod';
import { defineTool, READS } from '../../tool.ts';
import { Id, Quotes, Tokens, Zone } from './arguments.ts';
import { oneOutput, oneRecord } from './one-record.ts';
import { activityEntry } from './thread-entry.ts';

export const getActivity = defineTool({
  name: 'daktela_get_activity',
  title: 'A Daktela activity',
  description: `One activity with its content: mail body, chat messages, call and transcript, or comment.

Use it with an id from daktela_list_activities.`,
  needs: 'daktelaActivities',
  scope: 'mcp.contactcenter.read',
  effects: READS,
  input: z.strictObject({
    id: Id.describe('Activity id'),
    quotes: Quotes,
    tz: Zone,
    max_tokens: Tokens,
  }),
  output: oneOutput('activity'),
  async run({ id, quotes, tz }, { daktela, signal, scopes }) {
    const read = await daktela.contactCentre.activities.read({ id, quotes }, { signal });
    return oneRecord('activity', read, {
      tz,
      row: (activity, view) => activityEntry(activity, view, scopes),
      whole: 'daktela_get_email, daktela_get_chat, daktela_get_call_transcript with item_id.',
    });
  },
});
