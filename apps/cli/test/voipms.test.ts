import { type Sandbox, startSandbox } from '@voxolib/sandbox';
import { parse } from 'csv-parse/sync';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { secrets, voxolib } from './support/program.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ now: () => new Date('2026-11-20T10:00:00Z') });
  for (const { apiPassword, portalPassword } of Object.values(sandbox.voipms.accounts)) {
    secrets.add(apiPassword).add(portalPassword);
  }
});
beforeEach(() => sandbox.voipms.clearRequests());
afterEach(() => sandbox.voipms.setFault(undefined));
afterAll(() => sandbox.close());

type AccountId = keyof Sandbox['voipms']['accounts'];

const env = (account: AccountId = 'demo') => ({
  VOIPMS_API_URL: sandbox.voipms.url,
  VOIPMS_API_USERNAME: sandbox.voipms.accounts[account].username,
  VOIPMS_API_PASSWORD: sandbox.voipms.accounts[account].apiPassword,
});

const voipms = (words: readonly string[], account?: AccountId) => voxolib(['voipms', ...words], { env: env(account) });
const json = async (words: readonly string[]) => JSON.parse((await voipms([...words, '--format', 'json'])).out);
const sent = () => sandbox.voipms.requests.map(({ query, operation }) => ({ operation, ...query }));

describe('raw', () => {
  test.each(['getBalance', 'getbalance', 'GETBALANCE'])('%s', async (method) => {
    expect(await json([method])).toMatchObject({ status: 'success', balance: { current_balance: expect.any(String) } });
  });

  test.each(['post', 'get'])('by %s', async (way) => {
    const { out, code } = await voipms(['getIP', '--transport', way, '--format', 'raw']);
    expect([out, code]).toEqual(['{"status":"success","ip":"127.0.0.1"}\n', 0]);
  });

  test('parameters are sent as they were typed', async () => {
    await voipms(['getPhonebook', 'name=Robo caller']);
    expect(sent()).toEqual([expect.objectContaining({ operation: 'getPhonebook', name: 'Robo caller' })]);
  });

  test.each([
    [['getPhonebook', '16389'], { group: '16389' }],
    [['getPhonebook', 'Spam'], { group_name: 'Spam' }],
    [['getPhonebookGroups', 'Spam'], { name: 'Spam' }],
    [['getPhonebookGroups', '9310'], { group: '9310' }],
    [['getDIDsInfo', '5145550142'], { did: '5145550142' }],
  ])('%j: a word without a name', async (words, params) => {
    const plan = await json([...words, '--dry-run']);
    expect(plan).toMatchObject({ dry_run: true, method: words[0], params, changes: false });
    expect(sent()).toEqual([]);
  });

  test('no rows are an empty list, and no failure', async () => {
    const { out, code } = await voipms(['getPhonebook', 'nobody-has-this-name', '--format', 'json']);
    expect([out, code]).toEqual(['[]\n', 0]);
  });

  test('secrets in answers are removed', async () => {
    const { accounts } = await json(['getSubAccounts']);
    expect(accounts.length).toBeGreaterThan(0);
    for (const account of accounts) expect(account.password).toMatch(/^$|redacted/);
  });

  test('CSV is read back as the rows, and no cell is a formula', async () => {
    expect((await voipms(['setPhonebook', 'name==1+1', 'number=5145550143', '--yes'])).code).toBe(0);
    const { phonebooks } = await json(['getPhonebook']);
    const rows = parse((await voipms(['getPhonebook', '--format', 'csv'])).out, { columns: true }) as Record<
      string,
      string
    >[];
    expect(rows.map((row) => row.phonebook)).toEqual(phonebooks.map((row: { phonebook: string }) => row.phonebook));
    expect(rows.map((row) => row.name)).toContain("'=1+1");
  });

  test.each([
    ['a word that has no place', ['getBalance', 'word']],
    ['a parameter twice', ['getPhonebook', 'name=a', 'name=b']],
    ['a name that no method has', ['no-method']],
    ['credentials as parameters', ['getBalance', 'api_username=x']],
    ['a secret as an argument', ['setSubAccount', 'password=secret-canary']],
    ['a PIN as an argument', ['setDISA', 'pin=1234']],
  ])('%s: 2, and nothing is sent', async (_, words) => {
    const { code, err } = await voipms(words);
    expect(code).toBe(2);
    expect(err).not.toBe('');
    expect(sent()).toEqual([]);
  });
});

describe('changes', () => {
  const words = ['setPhonebook', 'name=Robot', 'number=+1 (514) 555-0144'];

  test.each([[[]], [['--dry-run']], [['--dry-run', '--yes']]])('%j: shown, and not sent', async (options) => {
    const { out, err, code } = await voipms([...words, ...options, '--format', 'json']);
    expect(JSON.parse(out)).toEqual({
      dry_run: true,
      method: 'setPhonebook',
      params: { name: 'Robot', number: '5145550144' },
      changes: true,
      testable: false,
    });
    expect(err).toContain('number is sent as 5145550144');
    expect(err).toContain('Nothing was sent.');
    expect(code).toBe(0);
    expect(sent()).toEqual([]);
  });

  test('a dry run needs no credential', async () => {
    expect((await voxolib(['voipms', ...words])).code).toBe(0);
  });

  test('--yes sends exactly what was shown, once', async () => {
    const plan = await json(words);
    const { code } = await voipms([...words, '--yes']);
    expect(code).toBe(0);
    const [request, ...others] = sent();
    expect(request).toMatchObject({ operation: plan.method, ...plan.params });
    expect(others).toEqual([]);
    expect((await json(['getPhonebook', 'name=Robot'])).phonebooks[0]).toMatchObject(plan.params);
  });

  test('a method that nobody knows counts as a change', async () => {
    expect(await json(['frobnicate', 'a=b'])).toMatchObject({ dry_run: true, changes: true });
  });
});

describe('cdr', () => {
  interface Row {
    date: string;
    disposition: string;
    uniqueid: string;
    account: string;
  }

  test('has all statuses, over more days than VoIP.ms gives at once', async () => {
    const { cdr } = (await json(['cdr', '2026-01-01', '2026-10-31'])) as { cdr: Row[] };
    expect(new Set(cdr.map((row) => row.disposition))).toEqual(new Set(['ANSWERED', 'NO ANSWER', 'BUSY', 'FAILED']));
    expect(sent().length).toBeGreaterThan(3);
    const ids = new Set(cdr.map((row) => row.uniqueid));
    const truth = [...sandbox.voipms.calls('demo', Date.parse('2026-01-01T05:00Z'), Date.parse('2026-11-01T04:00Z'))];
    expect(truth.length).toBeGreaterThan(0);
    expect(truth.filter(({ uniqueid }) => !ids.has(uniqueid))).toEqual([]);
  });

  test('filters', async () => {
    const { cdr } = (await json(['cdr', '2026-10', 'status=busy,failed', 'account=200345'])) as { cdr: Row[] };
    expect(cdr.length).toBeGreaterThan(0);
    for (const row of cdr) expect(['BUSY', 'FAILED']).toContain(row.disposition);
    for (const row of cdr) expect(row.account).toBe('200345');
  });

  test('CSV is read back as the rows', async () => {
    const { cdr } = (await json(['cdr', '2026-10'])) as { cdr: Row[] };
    const rows = parse((await voipms(['cdr', '2026-10', '--format', 'csv'])).out, { columns: true }) as Row[];
    expect(rows.map((row) => row.uniqueid)).toEqual(cdr.map((row) => row.uniqueid));
  });

  test('a dry run shows the request with all statuses', async () => {
    expect(await json(['cdr', '2026-10-05', '2026-10-05', '--dry-run'])).toMatchObject({
      method: 'getCDR',
      params: { date_from: '2026-10-05', answered: '1', noanswer: '1', busy: '1', failed: '1', timezone: '-5' },
    });
  });

  test.each([[['status=lost']], [['colour=blue']], [['last_century']]])('%j: 2', async (words) => {
    expect((await voipms(['cdr', ...words])).code).toBe(2);
  });
});

describe('help', () => {
  test('list has every method, those that change something marked', async () => {
    const methods = (await json(['list'])) as { name: string; changes: boolean }[];
    expect(methods.find(({ name }) => name === 'getBalance')?.changes).toBe(false);
    expect(methods.find(({ name }) => name === 'setPhonebook')?.changes).toBe(true);
    expect(new Set(methods.map(({ name }) => name)).size).toBe(methods.length);
  });

  test.each([[['help', 'setPhonebook']], [['setPhonebook', 'help']], [['help', 'setphonebook']]])(
    '%j',
    async (words) => {
      const { out, code } = await voxolib(['voipms', ...words]);
      expect(out).toMatch(/^number +yes$/m);
      expect(code).toBe(0);
    },
  );

  test('on no method: 5', async () => {
    expect((await voxolib(['voipms', 'help', 'nothing'])).code).toBe(5);
  });
});

describe('exit codes', () => {
  test.each<[AccountId, number]>([
    ['unlisted', 4],
    ['apiOff', 4],
  ])('the account "%s": %i', async (account, expected) => {
    expect((await voipms(['getBalance'], account)).code).toBe(expected);
  });

  test("the portal's password: 3, and what to do", async () => {
    const { portalPassword } = sandbox.voipms.accounts.demo;
    const { code, err } = await voxolib(['voipms', 'getBalance'], {
      env: { ...env(), VOIPMS_API_PASSWORD: portalPassword },
    });
    expect(code).toBe(3);
    expect(err).toContain('voxolib doctor voipms');
  });

  test('an entry that there is not: 5', async () => {
    expect((await voipms(['delPhonebook', 'phonebook=1', '--yes'])).code).toBe(5);
  });

  test.each([
    ['xml', 9],
    ['outage', 8],
    ['status=429', 7],
    ['html', 9],
  ])('%s: %i', async (fault, expected) => {
    sandbox.voipms.setFault(fault);
    const { code, out, err } = await voipms(['getBalance']);
    expect([code, out]).toEqual([expected, '']);
    expect(err).not.toMatch(/^\s+at /m);
  });

  test('one variable without the other: 2, by name', async () => {
    const { code, err } = await voxolib(['voipms', 'getBalance'], { env: { VOIPMS_API_USERNAME: 'a@example.org' } });
    expect(err).toContain('VOIPMS_API_PASSWORD: is missing');
    expect(code).toBe(2);
  });

  test('a change that is sent and not answered: 10, and it is not sent again', async () => {
    sandbox.voipms.setFault('reset', { operation: 'setPhonebook' });
    const { code, err } = await voipms(['setPhonebook', 'name=Lost', 'number=5145550145', '--yes']);
    expect(code).toBe(10);
    expect(err).toContain('getPhonebook');
    expect(sent()).toHaveLength(1);
  });
});
