import { type Sandbox, startSandbox } from '@voxolib/sandbox';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clientBefore, failureOf } from '../../test/fake-vendor.ts';
import { optionsFor } from '../../test/sandbox-provider.ts';
import { createVoipmsClient, type VoipmsClient } from '../index.ts';

let sandbox: Sandbox;
let client: VoipmsClient;
beforeEach(async () => {
  sandbox = await startSandbox();
  client = createVoipmsClient(optionsFor(sandbox, 'demo'));
});
afterEach(() => sandbox.close());

const message = { from: '+1 514 555-0142', to: '(416) 555-0100', text: 'See you at 5!' };
const sent = () => sandbox.voipms.requests.filter(({ operation = '' }) => operation.startsWith('send'));

test('the numbers of the account come with where they lead', async () => {
  const numbers = await client.numbers();
  const rows = await client.rows('getDIDsInfo');
  expect(numbers.map(({ number }) => number)).toEqual(rows.map(({ did }) => `+1${did}`));
  expect(numbers.find(({ number }) => number === '+15145550142')).toMatchObject({
    route: rows.find(({ did }) => did === '5145550142')?.routing,
    sms: { available: true, enabled: true },
  });
});

test('what a number lacks is null, however VoIP.ms says so', async () => {
  const dids = [
    { did: '5145550142', routing: 'none:', failover_busy: '', voicemail: '0', pop: 77, sms_enabled: 'Yes' },
  ];
  const { client: other } = clientBefore(() => ({ status: 'success', dids }));
  expect(await other.numbers()).toEqual([
    {
      number: '+15145550142',
      description: null,
      note: null,
      route: null,
      failover: { busy: null, unreachable: null, noAnswer: null },
      voicemail: null,
      pop: '77',
      sms: { available: false, enabled: true },
      recordsCalls: false,
      transcribesCalls: false,
    },
  ]);
});

describe('a text message', () => {
  test('is planned, and then sent once, with ten digits', async () => {
    const { plan, apply } = await client.prepareMessage(message);
    const params = { did: '5145550142', dst: '4165550100', message: message.text };
    expect(plan).toMatchObject({ steps: [{ method: 'sendSMS', params }], unchanged: false });
    expect(plan.notes.join(' ')).toContain('(416) 555-0100 goes to VoIP.ms as 4165550100');
    expect(sent()).toEqual([]);
    expect(await apply()).toMatchObject({ after: { to: '4165550100', text: message.text } });
    expect(sent()).toHaveLength(1);
    const [row] = await client.rows('getSMS', { type: 0, limit: 1 });
    expect(row).toMatchObject({ did: '5145550142', contact: '4165550100' });
  });

  test.each([
    [160, 'sendSMS'],
    [161, 'sendMMS'],
    [2048, 'sendMMS'],
  ])('of %i characters is a %s', async (length, method) => {
    const { plan, apply } = await client.prepareMessage({ ...message, text: 'x'.repeat(length) });
    expect(plan.steps).toMatchObject([{ method }]);
    await apply();
    expect(sent()).toMatchObject([{ operation: method }]);
  });

  test.each([
    ['to another continent', { to: '+33 6 12 34 56 78' }, 'INVALID_INPUT', 'to'],
    ['to a number with a line break', { to: '4165550100\r\ndst=1' }, 'INVALID_INPUT', 'to'],
    ['from a number of somebody else', { from: '5145550000' }, 'NOT_FOUND', 'from'],
    ['from a number whose messages are off', { from: '4385550118' }, 'INVALID_INPUT', 'from'],
    ['without a word', { text: ' ' }, 'INVALID_INPUT', 'text'],
    ['that is too long', { text: 'x'.repeat(2049) }, 'INVALID_INPUT', 'text'],
  ])('%s is refused', async (_, wrong, code, field) => {
    expect(await failureOf(client.prepareMessage({ ...message, ...wrong }))).toMatchObject({ code, field });
    expect(sent()).toEqual([]);
  });

  test('from a number that was switched off since is not sent', async () => {
    const { apply } = await client.prepareMessage(message);
    await (await client.prepareUpdate('setSMS', '5145550142', { enable: false })).apply();
    expect(await failureOf(apply())).toMatchObject({ code: 'INVALID_INPUT', field: 'from' });
    expect(sent()).toEqual([]);
  });

  test('without an answer may have been sent, and is not sent again', async () => {
    const { apply } = await client.prepareMessage(message);
    sandbox.voipms.setFault('done-then=page', { operation: 'sendSMS' });
    expect(await failureOf(apply())).toMatchObject({ code: 'UNKNOWN_OUTCOME', detail: { check: 'getSMS' } });
    expect(sent()).toHaveLength(1);
  });
});
