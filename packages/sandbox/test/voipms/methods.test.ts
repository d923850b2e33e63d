import { describe, expect, it } from 'vitest';
import { sandboxForTests } from '../harness.ts';
import { askVoipms, callVoipms, rowsOf, type Wire } from './harness.ts';

describe('the balance', () => {
  it('counts the calls of today on the Eastern clock', async () => {
    const sandbox = await sandboxForTests({ now: () => new Date('2026-11-20T22:00:00Z') });
    const { balance } = (await callVoipms(sandbox, 'getBalance', { advanced: '1' })) as unknown as { balance: Wire };
    const today = [...sandbox.voipms.calls('demo', Date.parse('2026-11-20T05:00:00Z'), Date.parse('2026-11-21'))];
    expect(balance.calls_today).toBe(String(today.length));
    expect(Number(balance.spent_today)).toBeCloseTo(
      today.reduce((sum, { total }) => sum + Number(total), 0),
      8,
    );
    expect(today.length).toBeGreaterThan(20);
  });
});

describe('lists of what a parameter may be', () => {
  it.each([
    ['getRoutes', 'routes', 'route', '2'],
    ['getLanguages', 'languages', 'language', 'fr'],
    ['getTimezones', 'timezones', 'timezone', 'America/Toronto'],
    ['getRingStrategies', 'strategies', 'strategy', 'rrmemory'],
    ['getRecordings', 'recordings', 'recording', '7710'],
  ])('%s', async (method, key, parameter, value) => {
    const sandbox = await sandboxForTests();
    expect((await rowsOf(sandbox, key, method)).length).toBeGreaterThan(1);
    expect(await rowsOf(sandbox, key, method, { [parameter]: value })).toMatchObject([{ value }]);
    expect((await callVoipms(sandbox, method, { [parameter]: 'x' })).status).toMatch(/^invalid_/);
  });

  it('name the accounts that calls can be asked for, also those of one client', async () => {
    const sandbox = await sandboxForTests();
    const values = async (parameters: Wire, account: 'demo' | 'reseller') =>
      (await rowsOf(sandbox, 'accounts', 'getCallAccounts', parameters, { account })).map(({ value }) => value);
    expect((await values({}, 'demo')).slice(0, 3)).toEqual(['all', '200345', '200345_desk']);
    expect(await values({ client: '50102' }, 'reseller')).toEqual(['all', '270500_south']);
  });
});

describe('text messages', () => {
  const DID = '5145550142';

  it('are those of today unless days are named, and their text is encoded', async () => {
    const sandbox = await sandboxForTests({ now: () => new Date('2026-11-20T22:00:00Z') });
    const today = await rowsOf(sandbox, 'sms', 'getSMS');
    expect(new Set(today.map(({ date = '' }) => date.slice(0, 10)))).toEqual(new Set(['2026-11-20']));
    for (const { message = '' } of today) expect(message).not.toContain(' ');
    const days = { from: '2026-11-01', to: '2026-11-19' };
    expect((await callVoipms(sandbox, 'getSMS', { ...days, did: '4385550118' })).status).toBe('no_sms');
    expect(await rowsOf(sandbox, 'sms', 'getSMS', { limit: '2' })).toEqual(today.slice(0, 2));
    expect((await callVoipms(sandbox, 'getMMS')).status).toBe('no_sms');
  });

  it('are sent a hundred times a day', async () => {
    const sandbox = await sandboxForTests();
    const send = async (change: Wire = {}) =>
      (await callVoipms(sandbox, 'sendSMS', { did: DID, dst: '4165550100', message: 'See you at 5!', ...change }))
        .status;
    expect(await send({ did: '4385550118' })).toBe('invalid_did');
    expect(await send({ dst: '+14165550100' })).toBe('invalid_dst');
    expect(await send({ message: '' })).toBe('message_empty');
    expect(await send({ message: 'x'.repeat(161) })).toBe('sms_toolong');
    const statuses = [];
    for (let count = 0; count < 101; count++) statuses.push(await send());
    expect(statuses).toEqual([...Array(100).fill('success'), 'limit_reached']);
    const sent = await rowsOf(sandbox, 'sms', 'getSMS', { type: '0' });
    expect(sent).toHaveLength(50);
    expect(sent[0]).toMatchObject({ message: 'See+you+at+5!', contact: '4165550100', did: DID });
  });

  it('are switched as a form of checkboxes', async () => {
    const sandbox = await sandboxForTests();
    await callVoipms(sandbox, 'setSMS', { did: DID, enable: '1', email_enabled: '1', email_address: 'a@example.org' });
    const read = async () => (await rowsOf(sandbox, 'dids', 'getDIDsInfo', { did: DID }))[0];
    expect(await read()).toMatchObject({ sms_enabled: '1', sms_email_enabled: '1', sms_email: 'a@example.org' });
    await callVoipms(sandbox, 'setSMS', { did: DID, enable: '1' });
    expect(await read()).toMatchObject({ sms_enabled: '1', sms_email_enabled: '0', sms_email: '' });
  });
});

describe('other methods', () => {
  it('say nothing when a conference is gone', async () => {
    const sandbox = await sandboxForTests();
    const response = await askVoipms(sandbox, 'delConference', { conference: '871' });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(await rowsOf(sandbox, 'conference', 'getConference')).toMatchObject([{ conference: '870' }]);
    expect((await callVoipms(sandbox, 'delConference', { conference: '871' })).status).toBe('invalid_conference');
  });

  it('have transactions with the amount under its own name, some dated with a range', async () => {
    const sandbox = await sandboxForTests();
    const period = { date_from: '2026-09-01', date_to: '2026-11-20' };
    const rows = await rowsOf(sandbox, 'transactions', 'getTransactionHistory', period);
    expect(rows.every(({ ammount = '' }) => Number(ammount) < 0)).toBe(true);
    expect(rows.filter(({ date }) => date?.includes(' to '))).toHaveLength(3);
    const days = { date_from: '2026-11-02', date_to: '2026-11-20' };
    expect((await callVoipms(sandbox, 'getTransactionHistory', days)).status).toBe('no_transactions');
  });

  it('know rates, servers and clients', async () => {
    const sandbox = await sandboxForTests();
    expect(await rowsOf(sandbox, 'rates', 'getTerminationRates', { query: 'montreal', route: '1' })).toHaveLength(1);
    expect((await callVoipms(sandbox, 'getTerminationRates', { query: 'montreal' })).status).toBe('missing_route');
    expect(await rowsOf(sandbox, 'servers', 'getServersInfo', { server_pop: '77' })).toHaveLength(1);
    expect(await rowsOf(sandbox, 'clients', 'getClients', {}, { account: 'reseller' })).toHaveLength(2);
    expect((await callVoipms(sandbox, 'getClients')).status).toBe('no_client');
  });

  it.each([
    ['getFaxMessages', 'no_message'],
    ['getLNPAttachList', 'no_attachments'],
    ['searchDIDsCAN', 'unavailable_info'],
    ['delFaxFolder', 'invalid_folder'],
    ['e911Info', 'e911_disabled'],
    ['sendFaxMessage', 'method_maintenance'],
  ])('answer for what is not there: %s', async (method, status) => {
    const sandbox = await sandboxForTests();
    expect((await callVoipms(sandbox, method)).status).toBe(status);
  });
});
