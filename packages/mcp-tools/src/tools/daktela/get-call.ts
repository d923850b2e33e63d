import { z } from 'zod';
import { defineTool, READS } from '../../tool.ts';
import { Id, Tokens, Zone } from './arguments.ts';
import { oneOutput, oneRecord } from './one-record.ts';

export const getCall = defineTool({
  name: 'daktela_get_call',
  title: 'A Daktela call',
  description: `One call with all that is known of it but its words.

Use it with an id from daktela_list_calls. Words: daktela_get_call_transcript.`,
  needs: 'daktelaCalls',
  scope: 'mcp.contactcenter.read',
  alsoNeeds: ['mcp.calls.read'],
  effects: READS,
  input: z.strictObject({ id: Id.describe('Call id'), tz: Zone, max_tokens: Tokens }),
  output: oneOutput('call'),
  async run({ id, tz }, { daktela, signal }) {
    const read = await daktela.contactCentre.calls.read({ id }, { signal });
    return oneRecord('call', read, { tz, whole: 'not given by Daktela.' });
  },
});
