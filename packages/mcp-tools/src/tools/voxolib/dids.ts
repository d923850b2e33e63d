import { NumberCount } from '@voxolib/telephony';
import { z } from 'zod';
import { defineTool, READS } from '../../tool.ts';

export const dids = defineTool({
  name: 'voxolib_dids',
  title: 'How many phone numbers',
  description: `Number of DIDs (inbound phone numbers) of the account: total, active, suspended, other.

Use it to count numbers. It does not list them and says nothing about calls.`,
  needs: 'voxolib',
  scope: 'mcp.inventory.read',
  effects: READS,
  input: z.strictObject({}),
  output: NumberCount,
  run(_, { voxolib, signal }) {
    return voxolib.numbers.count({ signal });
  },
});
