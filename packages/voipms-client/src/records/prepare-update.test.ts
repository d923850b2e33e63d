import { type Sandbox, startSandbox } from '@voxolib/sandbox';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { optionsFor } from '../../test/sandbox-provider.ts';
import { createSharing, createVoipmsClient, type VoipmsClient } from '../index.ts';
import { type FullRecordMethod, fullRecords } from './full-records.ts';

let sandbox: Sandbox;
let client: VoipmsClient;
beforeEach(async () => {
  sandbox = await startSandbox();
  client = createVoipmsClient(optionsFor(sandbox, 'demo', { sharing: createSharing() }));
});
afterEach(() => sandbox.close());

const secrets = ['password', 'pin', 'queue_password', 'port_out_pin'];
const all = (list: string) => client.rows(list, {}, { fresh: true, secrets });
const writes = () => sandbox.voipms.requests.filter(({ operation = '' }) => operation.startsWith('set'));

const label: Readonly<Record<FullRecordMethod, string>> = {
  setDIDInfo: 'note',
  setSMS: 'sms_forward',
  setSubAccount: 'description',
  setVoicemail: 'name',
  setForwarding: 'description',
  setIVR: 'name',
  setRingGroup: 'name',
  setTimeCondition: 'name',
  setQueue: 'queue_name',
  setDISA: 'name',
  setCallHunting: 'description',
  setSIPURI: 'description',
  setCallback: 'description',
};

test.each(Object.entries(fullRecords))(
  '%s changes what is asked for and leaves the rest',
  async (method, { list, id }) => {
    const name = method as FullRecordMethod;
    const before = await all(list);
    const [row] = before;
    const { plan, apply } = await client.prepareUpdate(name, String(row?.[id]), { [label[name]]: 'changed' });
    expect(plan).toMatchObject({ unchanged: false, after: { [label[name]]: 'changed' } });
    expect(writes()).toEqual([]);
    expect(await apply()).toEqual({
      before: { [label[name]]: row?.[label[name]] },
      after: { [label[name]]: 'changed' },
    });
    // What the record did not have before may now have VoIP.ms's own value for nothing.
    expect(await all(list)).toMatchObject([{ ...row, [label[name]]: 'changed' }, ...before.slice(1)]);
  },
);

test('the plan shows no secret, and what is as wanted is not sent', async () => {
  const [mailbox] = await all('getVoicemails');
  const id = String(mailbox?.mailbox);
  const { plan } = await client.prepareUpdate('setVoicemail', id, { name: 'changed', password: '8241' });
  expect(plan.steps).toMatchObject([{ method: 'setVoicemail', params: { mailbox: id, password: '[redacted]' } }]);
  expect(JSON.stringify(plan)).not.toContain('8241');
  const same = await client.prepareUpdate('setVoicemail', id, { name: String(mailbox?.name) });
  expect(same.plan).toMatchObject({ unchanged: true, steps: [] });
  await same.apply();
  expect(writes()).toEqual([]);
});

test('text messages of a number are switched off without losing where they went', async () => {
  const settings = { email_enabled: true, email_address: 'a@example.org', url_callback: 'https://example.org/sms' };
  const [did] = await all('getDIDsInfo');
  const id = String(did?.did);
  await (await client.prepareUpdate('setSMS', id, { enable: true, ...settings })).apply();
  sandbox.voipms.clearRequests();
  const { plan, apply } = await client.prepareUpdate('setSMS', id, { enable: false });
  expect(plan).toMatchObject({
    steps: [{ method: 'setSMS', params: { did: id, enable: '0', email_enabled: '1', email_address: 'a@example.org' } }],
    before: { enable: '1' },
  });
  expect(await apply()).toEqual({ before: { enable: '1' }, after: { enable: '0' } });
  expect(await client.rows('getDIDsInfo', { did: id }, { fresh: true })).toMatchObject([
    {
      sms_enabled: '0',
      sms_email_enabled: '1',
      sms_email: 'a@example.org',
      sms_url_callback: 'https://example.org/sms',
      sms_url_callback_enabled: did?.sms_url_callback_enabled,
    },
  ]);
  expect((await client.prepareUpdate('setSMS', id, { enable: false })).plan).toMatchObject({ unchanged: true });
});

test('a record that was changed in between is not overwritten', async () => {
  const [did] = await all('getDIDsInfo');
  const id = String(did?.did);
  const first = await client.prepareUpdate('setDIDInfo', id, { note: 'first' });
  const second = await client.prepareUpdate('setDIDInfo', id, { note: 'second' });
  await first.apply();
  await expect(second.apply()).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await client.rows('getDIDsInfo', { did: id }, { fresh: true })).toMatchObject([{ note: 'first' }]);
});

test.each([
  ['a number that is not of the account', 'setDIDInfo', '5145550000', { note: '' }, 'NOT_FOUND'],
  ['another id', 'setForwarding', '1', { forwarding: '2' }, 'INVALID_INPUT'],
  ['a method that replaces nothing', 'setDIDRouting' as 'setDIDInfo', '5145550142', {}, 'INVALID_INPUT'],
] as const)('%s is refused', async (_, method, id, changes, code) => {
  await expect(client.prepareUpdate(method, id, changes)).rejects.toMatchObject({ code });
  expect(writes()).toEqual([]);
});
