import { judgeToken, type VoxolibProvider, voxolib } from '@voxolib/client/provider';
import { type Sandbox, startSandbox } from '@voxolib/sandbox';
import { createSharing } from '@voxolib/voipms';
import { judgeAccount, voipms } from '@voxolib/voipms/provider';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withKeptDays } from './kept-days.ts';

const may = { start_date: '2026-05-01', end_date: '2026-05-31', tz: 'Europe/Paris' };

let sandbox: Sandbox;
let account: VoxolibProvider;

beforeEach(async () => {
  sandbox = await startSandbox();
  const options = { token: sandbox.voxolib.accounts.demo.token, baseUrl: sandbox.voxolib.url };
  account = withKeptDays(voxolib(options), () => judgeToken(options));
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await sandbox.close();
});

const asked = () => sandbox.voxolib.requests.map(({ operation }) => operation);

test('days that are over are asked for once, and the credential once a minute', async () => {
  const first = await account.calls.daily('did', may);
  expect((await account.calls.daily('did', may)).totals).toEqual(first.totals);
  expect(asked()).toEqual(['dids', 'did_calls']);
  vi.advanceTimersByTime(61_000);
  await account.calls.daily('did', may);
  expect(asked()).toEqual(['dids', 'did_calls', 'dids']);
});

test('a credential that was revoked is given no kept day when a minute has passed', async () => {
  await account.calls.daily('did', may);
  sandbox.voxolib.setFault('status=401');
  vi.advanceTimersByTime(61_000);
  await expect(account.calls.daily('did', may)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  sandbox.voxolib.setFault(undefined);
  await expect(account.calls.daily('did', may)).resolves.toMatchObject({ period: { days: 31 } });
});

test('while Voxolib cannot be asked about the credential, no kept day is given', async () => {
  await account.calls.daily('did', may);
  vi.advanceTimersByTime(61_000);
  sandbox.voxolib.setFault('status=503', { operation: 'dids' });
  sandbox.voxolib.clearRequests();
  await account.calls.daily('did', may);
  await account.calls.daily('did', may);
  expect(asked().filter((operation) => operation === 'did_calls')).toHaveLength(2);
});

test('days of VoIP.ms are kept in the same way, also those on which it lists calls twice', async () => {
  const { username, apiPassword } = sandbox.voipms.accounts.demo;
  const pace = { spacingMs: 0, perMinute: 10_000 };
  const options = { username, password: apiPassword, baseUrl: sandbox.voipms.url, pace, sharing: createSharing() };
  const other = withKeptDays(voipms({ ...options, rememberMs: 0 }), () => judgeAccount({ ...options, rememberMs: 0 }));
  const methods = () => sandbox.voipms.requests.map(({ operation }) => operation);

  const first = await other.calls.daily('inbound', may);
  expect(first.warnings).toEqual([expect.stringContaining('twice')]);
  const { totals, warnings } = await other.calls.daily('inbound', may);
  expect({ totals, warnings }).toEqual({ totals: first.totals, warnings: first.warnings });
  expect(methods()).toEqual(['getBalance', 'getCDR']);

  vi.advanceTimersByTime(61_000);
  sandbox.voipms.setFault('code=invalid_credentials');
  await expect(other.calls.daily('inbound', may)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(methods()).toEqual(['getBalance', 'getCDR', 'getBalance']);
});
