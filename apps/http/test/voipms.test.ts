import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eras } from '@voxolib/test-kit';
import { freePort } from '@voxolib/test-kit/programs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Gateway, startGateway } from './support/gateway.ts';
import { openedSignIn, registered, signedIn as signIn } from './support/oauth-client.ts';
import { answerOf, callTool, dataOf, type RpcReply, rpc } from './support/rpc.ts';

let gateway: Gateway;
let signedIn: Gateway;
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'voipms-'));
  const PORT = String(await freePort());
  gateway = await startGateway();
  signedIn = await startGateway({ ACCESS: 'true', DATA_DIR: dataDir, PORT, PUBLIC_URL: `http://127.0.0.1:${PORT}` });
});
afterAll(async () => {
  await gateway.close();
  await signedIn.close();
  await rm(dataDir, { recursive: true });
});
beforeEach(() => gateway.sandbox.voipms.clearRequests());

const voxolibToken = ({ sandbox }: Gateway) => sandbox.voxolib.accounts.demo.token;
type Account = keyof Gateway['sandbox']['voipms']['accounts'];
function headers(account: Account, password?: string): Record<string, string> {
  const { username, apiPassword } = gateway.sandbox.voipms.accounts[account];
  return { 'x-voipms-username': username, 'x-voipms-password': password ?? apiPassword };
}
const names = ({ message }: RpcReply) => {
  const tools = message.result?.tools as { name: string }[] | undefined;
  return tools?.map(({ name }) => name) ?? [];
};
const vendors = (reply: RpcReply) =>
  ['voxolib_', 'voipms_'].map((vendor) => names(reply).some((name) => name.startsWith(vendor)));

describe.each(eras)('an account of VoIP.ms in headers, in the era of %s', (era) => {
  test('shows its toolset, alone or beside that of Voxolib', async () => {
    const alone = await rpc(gateway.origin, 'tools/list', {}, { era, headers: headers('demo') });
    expect(vendors(alone)).toEqual([false, true]);
    expect(names(alone)).toContain('call_stats');
    const token = voxolibToken(gateway);
    const both = await rpc(gateway.origin, 'tools/list', {}, { era, token, headers: headers('demo') });
    expect(vendors(both)).toEqual([true, true]);
    expect(vendors(await rpc(gateway.origin, 'tools/list', {}, { era, token }))).toEqual([true, false]);
  });

  test('answers from that account', async () => {
    const reply = await callTool(gateway.origin, 'voipms_get_balance', {}, { era, headers: headers('demo') });
    expect(answerOf(reply)).toMatch(/balance/i);
    const [{ path } = { path: '' }] = gateway.sandbox.voipms.requests;
    expect(path).not.toContain('password');
  });

  test('a password that VoIP.ms refuses is a 401, also the one of the portal, and beside a good token', async () => {
    const { portalPassword } = gateway.sandbox.voipms.accounts.demo;
    for (const token of [undefined, voxolibToken(gateway)]) {
      const options = { era, headers: headers('demo', portalPassword), ...(token && { token }) };
      const refused = await rpc(gateway.origin, 'tools/list', {}, options);
      expect(refused.status).toBe(401);
      expect(refused.message.error?.message).toContain('VoIP.ms does not accept');
      expect(refused.text + gateway.log.join('')).not.toContain(portalPassword);
    }
  });

  test('an address that is not on the list of the account is said, with what to do', async () => {
    const reply = await callTool(gateway.origin, 'voipms_get_balance', {}, { era, headers: headers('unlisted') });
    expect(answerOf(reply)).toMatch(/address|IP/);
  });

  test('half a credential is refused by the name of the other half', async () => {
    const { 'x-voipms-username': username = '' } = headers('demo');
    const refused = await rpc(gateway.origin, 'tools/list', {}, { era, headers: { 'x-voipms-username': username } });
    expect(refused.status).toBe(400);
    expect(refused.message.error?.message).toContain('X-Voipms-Password is missing');
  });

  test('a recording comes with its sound, and what its caller said as data between marks', async () => {
    const days = { account: '200345_support', start_date: '2026-10-01', end_date: '2026-10-31', limit: 200 };
    const call = (name: string, given: object) =>
      callTool(gateway.origin, name, given, { era, headers: headers('demo') });
    type Transcript = { recording_id: string; phrases: { said: string }[] };
    const heard = dataOf<{ transcripts: Transcript[] }>(await call('voipms_get_call_transcript', days)).transcripts;
    const hostile = heard.find(({ phrases }) => phrases.some(({ said }) => /^⟦Ignore previous instr.*⟧$/.test(said)));
    expect(hostile).toBeDefined();
    const recording = hostile?.recording_id;
    const { account } = days;
    const reply = await call('voipms_get_call_recording', { recording, account, include_audio: true });
    const content = reply.message.result?.content as { type: string; mimeType?: string; data?: string }[];
    const sound = content.find(({ type }) => type === 'audio');
    expect(sound?.mimeType).toBe('audio/mpeg');
    expect(Buffer.from(sound?.data ?? '', 'base64').subarray(0, 2)).toEqual(Buffer.from([0xff, 0xf3]));
    const one = dataOf<{ transcripts: Transcript[] }>(
      await call('voipms_get_call_transcript', { account, recording }),
    ).transcripts;
    expect(one.map(({ recording_id }) => recording_id)).toEqual([recording]);
  });

  test('one question is answered over both accounts', async () => {
    const days = { start_date: '2026-10-05', end_date: '2026-10-11' };
    const total = async (options: { token?: string; headers?: Record<string, string> }) => {
      const reply = await callTool(gateway.origin, 'call_stats', { ...days, group_by: [] }, { era, ...options });
      return dataOf<{ totals: { calls: number }; source: { provider: string } }>(reply);
    };
    const token = voxolibToken(gateway);
    const [voxolib, voipms, both] = [
      await total({ token }),
      await total({ headers: headers('demo') }),
      await total({ token, headers: headers('demo') }),
    ];
    expect(voxolib.totals.calls).toBeGreaterThan(0);
    expect(voipms.totals.calls).toBeGreaterThan(0);
    expect(both.totals.calls).toBe(voxolib.totals.calls + voipms.totals.calls);
    expect(both.source.provider).toBe('voxolib+voipms');
  });
});

describe.each(eras)('a change of the phonebook, in the era of %s', (era) => {
  // Its own, as thirty requests a minute go to one account.
  let changed: Gateway;
  beforeAll(async () => {
    changed = await startGateway();
  });
  afterAll(() => changed.close());

  const number = era === '2025' ? '+14165550171' : '+14165550172';
  type Change = { status: string; confirmation?: string; steps: { method: string }[]; warnings?: string[] };
  const asked = { number, group: 'Spam' };
  const options = () => ({ era, headers: headers('demo') });
  const mark = async (given: Record<string, unknown>) =>
    dataOf<Change>(await callTool(changed.origin, 'voipms_mark_number_as_spam', { ...asked, ...given }, options()));
  const changes = () =>
    changed.sandbox.voipms.requests.flatMap(({ operation = '' }) => (/^(set|del)/.test(operation) ? [operation] : []));

  test.each([[{}], [{ dry_run: true }], [{ dry_run: 'false' }], [{ dry_run: 0 }], [{ dry_run: null }]])(
    'is only planned by %j',
    async (given) => {
      expect(await mark(given)).toMatchObject({ status: 'dry_run', steps: [{ method: 'setPhonebook' }, {}] });
      expect(changes()).toEqual([]);
    },
  );

  test('is made once it was confirmed, and once', async () => {
    const first = await mark({ dry_run: false });
    expect(first.status).toBe('confirmation_needed');
    expect(changes()).toEqual([]);
    const { confirmation } = first;
    const second = await mark({ dry_run: false, confirmation });
    expect(second).toMatchObject({ status: 'done' });
    expect(second).not.toHaveProperty('warnings');
    const made = changes();
    expect(made.filter((method) => method === 'setPhonebook')).toHaveLength(1);
    expect(await mark({ dry_run: false, confirmation })).toMatchObject({ status: 'done', repeated: true });
    expect(changes()).toEqual(made);

    const listed = await callTool(changed.origin, 'voipms_get_phonebook_entries', { group_name: 'Spam' }, options());
    expect(answerOf(listed)).toContain(number);
    const again = await mark({ dry_run: false });
    expect(again).toMatchObject({ status: 'unchanged' });
  });
});

test('the headers go with no token of this gateway', async () => {
  const { text: token } = (await signedIn.app.access?.staticTokens.create({
    account: 'voxolib:test',
    name: 'A test',
    scopes: ['mcp.stats.read'],
    tier: 'automate',
    credential: voxolibToken(signedIn),
  })) ?? { text: '' };
  const refused = await rpc(signedIn.origin, 'tools/list', {}, { token, headers: headers('demo') });
  expect(refused.status).toBe(400);
  expect(refused.message.error?.message).toContain('has its own connections');
});

describe('a person who signs in with VoIP.ms', () => {
  const typed = (account: Account) => {
    const { username, apiPassword } = signedIn.sandbox.voipms.accounts[account];
    return { voipms_username: username, voipms_password: apiPassword };
  };

  test('lets a client use that account, and the password is kept in no form', async () => {
    const clientId = await registered(signedIn.origin, 'A client');
    const { access_token: token } = await signIn(signedIn.origin, clientId, typed('demo'));
    const listed = await rpc(signedIn.origin, 'tools/list', {}, { token });
    expect(names(listed)).toContain('call_stats');
    expect(vendors(listed)[0]).toBe(false);
    const days = { start_date: '2026-10-05', end_date: '2026-10-11', group_by: [] };
    const reply = await callTool(signedIn.origin, 'call_stats', days, { token });
    expect(dataOf<{ source: { provider: string } }>(reply).source.provider).toBe('voipms');
    await signedIn.app.access?.audit.flush();
    const kept = await Promise.all((await readdir(dataDir)).map((name) => readFile(join(dataDir, name), 'latin1')));
    const secret = typed('demo').voipms_password;
    for (const form of [
      secret,
      Buffer.from(secret).toString('base64').slice(0, -4),
      Buffer.from(secret).toString('hex'),
    ]) {
      expect([...kept, ...signedIn.log].join('\n')).not.toContain(form);
    }
  });

  test.each([
    [
      'the password of the portal',
      () => ({ ...typed('demo'), voipms_password: signedIn.sandbox.voipms.accounts.demo.portalPassword }),
      403,
      /does not accept/,
    ],
    ['an account whose API is off', () => typed('apiOff'), 403, /switched off/],
    ['an account that does not list this address', () => typed('unlisted'), 403, /not on the list/],
    ['no password', () => ({ ...typed('demo'), voipms_password: '' }), 400, /Enter the username/],
  ])('is told what to do about %s', async (_, fields, status, words) => {
    const { browser, page, csrf } = await openedSignIn(signedIn.origin, await registered(signedIn.origin, 'A client'));
    const answer = await browser.post(page, new URLSearchParams({ csrf, ...fields() }));
    expect(answer.status).toBe(status);
    const html = await answer.text();
    expect(html).toMatch(words);
    expect(html).not.toContain(typed('demo').voipms_password);
  });
});
