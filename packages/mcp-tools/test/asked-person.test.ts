import { fakeVoipms, type Person } from '@voxolib/test-kit';
import { askingClients } from '@voxolib/test-kit/clients';
import { describe, expect, test } from 'vitest';
import { callerWithAll, gateway } from './callers.ts';

const number = '+12125550123';
const given = { number, dry_run: false };

describe.each(askingClients)('%s, on a connection that lasts', (_, connect) => {
  async function mark(person: Person) {
    const voipms = fakeVoipms();
    const client = await connect(() => gateway.serve(callerWithAll({ voipms })), person);
    try {
      const { structuredContent } = await client.call('voipms_mark_number_as_spam', given);
      return { told: structuredContent as { status: string }, sent: voipms.state.sent };
    } finally {
      await client.close();
    }
  }

  test('asks its person, who sees what would be sent, and makes the change when they say yes', async () => {
    const asked: string[] = [];
    const { told, sent } = await mark((message) => {
      asked.push(message);
      return { action: 'accept', content: { confirm: true } };
    });
    expect(asked).toEqual([expect.stringContaining(`setPhonebook {"name":"","number":"${number}"}`)]);
    expect(told.status).toBe('done');
    expect(sent).toEqual(['setPhonebook']);
  });

  test.each<[string, ReturnType<Person>]>([
    ['declines', { action: 'decline' }],
    ['says no', { action: 'accept', content: { confirm: false } }],
  ])('changes nothing when its person %s', async (_title, reply) => {
    const { told, sent } = await mark(() => reply);
    expect(told.status).toBe('declined');
    expect(sent).toEqual([]);
  });
});
