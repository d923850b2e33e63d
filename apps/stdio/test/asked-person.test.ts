import { fileURLToPath } from 'node:url';
import { type Sandbox, startSandbox } from '@voxolib/sandbox';
import { askingClients } from '@voxolib/test-kit/clients';
import { builtProgram } from '@voxolib/test-kit/programs';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const number = '+12125550188';
const given = { number, dry_run: false };

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

function program() {
  const { username, apiPassword } = sandbox.voipms.accounts.demo;
  const env = {
    VOIPMS_API_URL: sandbox.voipms.url,
    VOIPMS_API_USERNAME: username,
    VOIPMS_API_PASSWORD: apiPassword,
  };
  return { command: process.execPath, args: [builtProgram(root, 'apps/stdio')], env };
}

const changesSent = () =>
  sandbox.voipms.requests.map(({ operation }) => operation ?? '').filter((method) => !method.startsWith('get'));

test.each(askingClients)('%s asks its person before a number is blocked', async (_, connect) => {
  const answers = [false, true];
  const asked: string[] = [];
  const client = await connect(program(), (message) => {
    asked.push(message);
    return { action: 'accept', content: { confirm: answers[asked.length - 1] ?? false } };
  });
  try {
    const declined = await client.call('voipms_mark_number_as_spam', given);
    expect(declined.structuredContent).toMatchObject({ status: 'declined' });
    expect(changesSent()).toEqual([]);
    const made = await client.call('voipms_mark_number_as_spam', given);
    expect(made.structuredContent).toMatchObject({ status: 'done' });
    expect(asked[1]).toContain('"number":"2125550188"');
    expect(changesSent()).toContain('setPhonebook');
  } finally {
    await client.close();
  }
});
