import { type Sandbox, startSandbox } from '@voxolib/sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { answering, deafAddress, refusing, tcpServer, token } from '../../test/vendor-server.ts';
import type { VoxolibOptions } from '../options.ts';
import { diagnose, diagnoseReach, type Finding } from './index.ts';

type AccountId = keyof Sandbox['voxolib']['accounts'];

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.voxolib.setFault(undefined));
afterAll(() => sandbox.close());

function optionsOf(account: AccountId, more: Partial<VoxolibOptions> = {}): VoxolibOptions {
  const { token } = sandbox.voxolib.accounts[account];
  return { token, baseUrl: sandbox.voxolib.url, ...more };
}

/** Runs the doctor, and makes sure that whatever it says is safe to print. */
async function findingsOf(options: VoxolibOptions, contract = false): Promise<Finding[]> {
  const findings = await diagnose(options, { contract });
  const text = JSON.stringify(findings);
  for (const account of Object.values(sandbox.voxolib.accounts)) {
    expect(text).not.toContain(account.token);
    expect(text).not.toContain(account.secretKey);
  }
  for (const finding of findings) {
    if (finding.level !== 'ok') expect(finding.advice ?? finding.found).toMatch(/[.)]$/);
  }
  return findings;
}

function finding(findings: Finding[], check: string): Finding {
  const found = findings.find((candidate) => candidate.check === check);
  if (found === undefined) throw new Error(`No finding ${check} in ${JSON.stringify(findings, null, 1)}`);
  return found;
}

function notOk(findings: Finding[]): string[] {
  return findings.filter(({ level }) => level !== 'ok').map(({ check, level }) => `${level} ${check}`);
}

describe('an account', () => {
  test('that is all right', async () => {
    const findings = await findingsOf(optionsOf('demo'), true);
    expect(notOk(findings)).toEqual([]);
    expect(finding(findings, 'API reachable').found).toMatch(/ answered in \d+ ms\.$/);
    expect(finding(findings, 'Contract of wcb_calls: total').found).toMatch(/^It fits in (\d) of \1 rows\.$/);
  });

  test('without the right to DIDs', async () => {
    const findings = await findingsOf(optionsOf('wcbOnly'));
    expect(finding(findings, 'Token accepted').level).toBe('ok');
    expect(finding(findings, 'Right to WCB calls').level).toBe('ok');
    expect(notOk(findings)).toEqual([
      'warning Right to DID calls',
      'warning Right to DID count',
      'warning Right to DID minutes',
    ]);
    expect(finding(findings, 'Right to DID calls').advice).toContain('DID report right');
  });

  test('that may read nothing, because it is suspended', async () => {
    const findings = await findingsOf(optionsOf('suspended'));
    expect(finding(findings, 'Token accepted').level).toBe('ok');
    expect(finding(findings, 'Right to WCB calls').advice).toContain('suspended');
    expect(finding(findings, 'Rights').level).toBe('problem');
  });

  test('with keys instead of a token', async () => {
    const { publicKey, secretKey } = sandbox.voxolib.accounts.demo;
    expect(notOk(await findingsOf({ publicKey, secretKey, baseUrl: sandbox.voxolib.url }))).toEqual([]);
  });

  test('with a token that is not accepted', async () => {
    const findings = await findingsOf({ ...optionsOf('demo'), token });
    expect(notOk(findings)).toEqual(['problem Token accepted']);
    expect(finding(findings, 'Token accepted').advice).toContain('npx @voxolib/token');
  });

  test('with a token that is none', async () => {
    expect(notOk(await findingsOf({ token: 'pk' }))).toEqual(['problem Settings']);
  });
});

describe('the way there', () => {
  test('leads nowhere', async () => {
    const findings = await findingsOf({ token, baseUrl: await deafAddress() });
    expect(finding(findings, 'API reachable')).toMatchObject({
      level: 'problem',
      found: expect.stringContaining('ECONNREFUSED'),
      advice: expect.stringContaining('base URL'),
    });
    expect(findings).toHaveLength(2);
  });

  test('swallows what is sent', async () => {
    const baseUrl = await tcpServer(() => {});
    const findings = await findingsOf({ token, baseUrl, timeouts: { totalMs: 100 } });
    expect(finding(findings, 'API reachable').advice).toContain('firewall');
  });

  test('leads to something else', async () => {
    const { baseUrl } = await answering({ status: 200, body: '<html>' });
    const findings = await findingsOf({ token, baseUrl }, true);
    expect(finding(findings, 'Token accepted')).toMatchObject({ level: 'problem' });
    expect(finding(findings, 'Contract of wcb_calls').advice).toContain('operations.wcb_calls');
  });

  test.each([
    [61_000, 'warning', 'ahead'],
    [-3_600_000, 'warning', 'behind'],
    [5000, 'ok', 'agrees'],
  ])('meets a clock that differs by %i ms', async (difference, level, word) => {
    const now = () => new Date(Date.now() + difference);
    const clock = finding(await findingsOf(optionsOf('demo', { now })), 'Clock');
    expect(clock).toMatchObject({ level, found: expect.stringContaining(word) });
  });

  test('the abort of the caller is no finding', async () => {
    const reason = new Error('gone');
    await expect(diagnose(optionsOf('demo'), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe('the contract', () => {
  test.each<[string, object, string, string]>([
    ['rows elsewhere', { rows: 'rows' }, 'rows', 'operations.wcb_calls.rows'],
    ['another name', { fields: { date: 'day' } }, 'day', 'operations.wcb_calls.fields.date'],
    ['another place', { fields: { status_breakdown: 'total' } }, 'total', 'operations.wcb_calls.fields'],
  ])('does not fit: %s', async (_, wcb_calls, place, advice) => {
    const findings = await findingsOf(optionsOf('busy', { contract: { operations: { wcb_calls } } }), true);
    const problems = findings.filter(({ level, check }) => level === 'problem' && check.startsWith('Contract'));
    expect(problems).toEqual([
      expect.objectContaining({ check: `Contract of wcb_calls: ${place}`, advice: expect.stringContaining(advice) }),
    ]);
  });

  test('does not fit: an optional field under another name is pointed out', async () => {
    const contract = { operations: { did_calls: { fields: { total: 'count' } } } };
    const findings = await findingsOf(optionsOf('busy', { contract }), true);
    expect(finding(findings, 'Contract of did_calls: count')).toMatchObject({ level: 'warning' });
  });

  test('does not fit: another path', async () => {
    const contract = { operations: { minutes: { path: '/reports/minute' } } };
    const findings = await findingsOf(optionsOf('demo', { contract }), true);
    expect(finding(findings, 'Contract of minutes (WCB)')).toMatchObject({
      level: 'problem',
      found: expect.stringContaining('404'),
      advice: expect.stringContaining('operations.minutes.path'),
    });
    expect(finding(findings, 'Contract of wcb_calls').level).toBe('ok');
  });

  test('cannot be compared with an empty list', async () => {
    const findings = await findingsOf(optionsOf('empty'), true);
    expect(finding(findings, 'Contract of wcb_calls: data').level).toBe('warning');
  });

  test.each(['wrong-types=row', 'wrong-types=numbers', 'counts=negative'])('is broken by %s', async (fault) => {
    sandbox.voxolib.setFault(fault);
    const findings = await findingsOf(optionsOf('busy'), true);
    expect(notOk(findings).some((line) => line.startsWith('problem Contract of wcb_calls: '))).toBe(true);
  });

  test('a refusal is not a misfit', async () => {
    const { baseUrl } = await answering(refusing(403, 'report_not_enabled'));
    const findings = await findingsOf({ token, baseUrl }, true);
    expect(notOk(findings).filter((line) => line.startsWith('problem'))).toEqual(['problem Rights']);
  });
});

describe('without an account', () => {
  const reach = (more: Partial<VoxolibOptions> = {}) => diagnoseReach({ baseUrl: sandbox.voxolib.url, ...more });

  test('the way and the clock are seen, and the token is not spoken of', async () => {
    expect((await reach()).map(({ check, level }) => `${level} ${check}`)).toEqual(['ok API reachable', 'ok Clock']);
  });

  test.each([
    ['status=503', 'problem API answers', /Try again later/],
    ['html', 'problem API answers', /Check the base URL/],
  ])('%s is a problem of the API', async (fault, expected, advice) => {
    sandbox.voxolib.setFault(fault);
    const findings = await reach();
    expect(notOk(findings)).toEqual([expected]);
    expect(findings.at(-1)?.advice).toMatch(advice);
  });

  test('another clock is seen', async () => {
    expect(notOk(await reach({ now: () => new Date(Date.now() + 600_000) }))).toEqual(['warning Clock']);
  });

  test('an address that is none is a finding', async () => {
    expect(notOk(await reach({ baseUrl: 'ftp://example.com' }))).toEqual(['problem Settings']);
  });
});
