import { describe, expect, it } from 'vitest';
import { sandboxForTests } from '../harness.ts';
import { callVoipms, rowsOf, type Wire } from './harness.ts';

const DID = '5145550142';
const WHOLE = { did: DID, routing: 'vm:1001', pop: '78', dialtime: '30', cnam: '0', billing_type: '1' };

async function started() {
  const sandbox = await sandboxForTests();
  const did = async (number = DID) => (await rowsOf(sandbox, 'dids', 'getDIDsInfo', { did: number }))[0];
  const status = async (method: string, parameters: Wire) => (await callVoipms(sandbox, method, parameters)).status;
  return { sandbox, did, status };
}

describe('numbers', () => {
  it('are changed one setting at a time', async () => {
    const { did, status } = await started();
    const before = await did();
    expect(await status('setDIDRouting', { did: DID, routing: 'account:200345_desk' })).toBe('success');
    expect(await status('setDIDPOP', { did: DID, pop: '12' })).toBe('success');
    expect(await status('setDIDVoicemail', { did: DID, voicemail: '1002' })).toBe('success');
    expect(await status('setDIDBillingType', { did: DID, billing_type: '2' })).toBe('success');
    expect(await did()).toEqual({
      ...before,
      routing: 'account:200345_desk',
      pop: '12',
      voicemail: '1002',
      billing_type: '2',
    });
    expect(await status('setDIDBillingType', { did: DID, billing_type: '2' })).toBe('same_did_billingtype');
    expect(await status('setDIDRouting', { did: `+1${DID}`, routing: 'vm:1001' })).toBe('invalid_did');
    expect(await status('setDIDRouting', { did: DID, routing: 'nowhere:1' })).toBe('invalid_routing_header');
    expect(await status('setDIDPOP', { did: DID, pop: '999' })).toBe('invalid_serverpop');
    expect(await status('setDIDVoicemail', { did: DID, voicemail: '9999' })).toBe('invalid_mailbox');
  });

  it('lose what a whole write leaves out, and keep what it cannot say', async () => {
    const { did, status } = await started();
    const before = await did();
    expect(before).toMatchObject({
      note: 'main line',
      failover_noanswer: 'vm:1001',
      voicemail: '1001',
      sms_enabled: '1',
    });
    expect(await status('setDIDInfo', WHOLE)).toBe('success');
    expect(await did()).toMatchObject({
      ...WHOLE,
      note: '',
      failover_noanswer: 'none:',
      voicemail: '0',
      sms_enabled: '1',
      description: before?.description,
    });
  });

  it.each([
    [{ routing: '' }, 'missing_routing'],
    [{ pop: '' }, 'missing_serverpop'],
    [{ dialtime: '61' }, 'invalid_dialtime'],
    [{ cnam: 'yes' }, 'invalid_cnam'],
    [{ billing_type: '3' }, 'invalid_billingtype'],
    [{ callerid_prefix: 'x'.repeat(21) }, 'invalid_calleridprefix'],
    [{ note: 'x'.repeat(51) }, 'invalid_note'],
    [{ failover_busy: 'nowhere' }, 'invalid_failover_header'],
    [{ did: '5145550000' }, 'invalid_did'],
  ])('cannot be so: %j', async (change, code) => {
    const { status } = await started();
    expect(await status('setDIDInfo', { ...WHOLE, ...change })).toBe(code);
  });

  it('are bought and given back, but not with test=1', async () => {
    const { did, status, sandbox } = await started();
    const order = { ...WHOLE, did: '5145550186' };
    const balance = async () => (await callVoipms(sandbox, 'getBalance')).balance;
    const before = await balance();
    expect(await status('orderDID', { ...order, test: '1' })).toBe('success');
    expect(await status('getDIDsInfo', { did: order.did })).toBe('no_did');
    expect(await balance()).toEqual(before);
    expect(await status('orderDID', order)).toBe('success');
    expect(await did(order.did)).toMatchObject(order);
    expect(await balance()).not.toEqual(before);
    expect(await status('orderDID', order)).toBe('did_in_use');
    expect(await status('orderDID', { ...order, did: '5145550199' })).toBe('did_in_use');
    expect(await status('cancelDID', { did: order.did, test: '1' })).toBe('success');
    expect(await did(order.did)).toBeDefined();
    expect(await status('cancelDID', { did: order.did })).toBe('success');
    expect(await status('getDIDsInfo', { did: order.did })).toBe('no_did');
    const poor = await callVoipms(sandbox, 'orderDID', order, { account: 'empty' });
    expect(poor.status).toBe('non_sufficient_funds');
    expect(await status('getDIDsCAN', { province: 'YT' })).toBe('unavailable_info');
    expect((await rowsOf(sandbox, 'dids', 'getDIDsCAN', { province: 'QC' })).length).toBeGreaterThan(1);
  });
});

describe('sub-accounts', () => {
  const NEW = {
    username: 'lab',
    protocol: '1',
    password: 'Sandbox-lab-9',
    auth_type: '1',
    device_type: '1',
    lock_international: '1',
    international_route: '1',
    music_on_hold: 'default',
    allowed_codecs: 'ulaw',
    dtmf_mode: 'auto',
    nat: 'yes',
  };

  it('are made, changed and deleted, with their password in clear', async () => {
    const { sandbox, status } = await started();
    const made = await callVoipms(sandbox, 'createSubAccount', { ...NEW, description: 'Lab' });
    const id = String(made.id);
    expect(made).toEqual({ status: 'success', id, account: '200345_lab' });
    const read = async () => (await rowsOf(sandbox, 'accounts', 'getSubAccounts', { account: '200345_lab' }))[0];
    expect(await read()).toMatchObject({ ...NEW, description: 'Lab' });
    const { username, protocol, password, ...settings } = NEW;
    expect(await status('setSubAccount', { ...settings, id, nat: 'no' })).toBe('success');
    expect(await read()).toMatchObject({ ...NEW, nat: 'no', description: '' });
    expect(await status('setSubAccount', { ...settings, id, password })).toBe('used_password');
    expect(await status('setSubAccount', { ...settings, id, password: 'weak' })).toBe('weak_password');
    expect(await status('setSubAccount', { ...settings, id, dtmf_mode: '' })).toBe('missing_dtmfmode');
    expect(await status('createSubAccount', NEW)).toBe('used_username');
    await status('setDIDRouting', { did: DID, routing: 'account:200345_lab' });
    expect(await status('delSubAccount', { id })).toBe('account_with_dids');
    await status('setDIDRouting', { did: DID, routing: 'none:' });
    expect(await status('delSubAccount', { id })).toBe('success');
    expect(await status('getSubAccounts', { account: '200345_lab' })).toBe('no_subaccount');
  });

  it('are found by their whole name, or by the client of a reseller', async () => {
    const { sandbox, status } = await started();
    expect(await status('getSubAccounts', { account: '88123' })).toBe('no_subaccount');
    expect(await rowsOf(sandbox, 'accounts', 'getSubAccounts', { account: '200345_desk' })).toHaveLength(1);
    const asked = { account: 'reseller' } as const;
    expect(await rowsOf(sandbox, 'accounts', 'getSubAccounts', { account: '50101' }, asked)).toMatchObject([
      { account: '270500_north' },
    ]);
    expect(await callVoipms(sandbox, 'getSubAccounts', {}, { account: 'empty' })).toMatchObject({
      status: 'no_account',
    });
  });

  it('say whether they are registered', async () => {
    const { sandbox, status } = await started();
    expect(await callVoipms(sandbox, 'getRegistrationStatus', { account: '200345_desk' })).toMatchObject({
      registered: 'yes',
      registrations: [{ server_hostname: 'montreal3.voip.ms' }],
    });
    expect(await callVoipms(sandbox, 'getRegistrationStatus', { account: '200345_mobile' })).toMatchObject({
      registered: 'no',
    });
    expect(await status('getRegistrationStatus', {})).toBe('invalid_account');
  });
});
