import { describe, expect, it } from 'vitest';
import type { VoipmsAccountId, VoipmsCall } from '../../src/index.ts';
import { NOW, sandboxForTests } from '../harness.ts';
import { callVoipms, cdr, rowsOf, type Wire } from './harness.ts';

const sandbox = await sandboxForTests();
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const STATUSES = ['ANSWERED', 'NO ANSWER', 'BUSY', 'FAILED'];

const eastern = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'America/Toronto',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** What the API must show, found with Intl: the Eastern wall clock, shifted by five hours more than the zone says. */
function shown(at: number, zone: number): string {
  const wall = Date.parse(`${eastern.format(at).replace(' ', 'T')}Z`);
  return new Date(wall + (zone + 5) * HOUR_MS).toISOString().slice(0, 19).replace('T', ' ');
}

function callsShown(account: VoipmsAccountId, from: string, to: string, zone = -5): VoipmsCall[] {
  const around = [Date.parse(from) - 2 * DAY_MS, Date.parse(to) + 3 * DAY_MS] as const;
  return [...sandbox.voipms.calls(account, ...around)].filter(({ at }) => {
    const day = shown(at, zone).slice(0, 10);
    return day >= from && day <= to;
  });
}

const rows = (from: string, to: string, more: Wire = {}, account: VoipmsAccountId = 'demo') =>
  rowsOf(sandbox, 'cdr', 'getCDR', cdr(from, to, more), { account });

describe('getCDR', () => {
  it.each([
    ['demo', '2026-11-02', '2026-11-08', '-5'],
    ['busy', '2026-11-16', '2026-11-17', '-5'],
    ['demo', '2026-07-01', '2026-07-14', '-5'],
    ['demo', '2026-07-01', '2026-07-14', '0'],
    ['demo', '2026-07-01', '2026-07-14', '5.5'],
    ['demo', '2026-01-05', '2026-01-18', '-12'],
    ['demo', '2026-01-05', '2026-01-18', '13'],
    ['busy', '2026-10-31', '2026-11-02', '-5'],
    ['busy', '2026-03-07', '2026-03-09', '-4'],
  ] as const)('lists every call of %s from %s to %s once or twice, in zone %s', async (account, from, to, timezone) => {
    const calls = callsShown(account, from, to, Number(timezone));
    const listed = await rows(from, to, { timezone }, account);
    expect(calls.length).toBeGreaterThan(20);
    expect(listed).toHaveLength(calls.length + calls.filter((call) => call.listedTwice).length);
    const byId = new Map(listed.map((row) => [row.uniqueid, row]));
    for (const call of calls) {
      expect(byId.get(call.uniqueid)).toMatchObject({
        date: shown(call.at, Number(timezone)),
        destination: call.to,
        disposition: call.disposition,
        seconds: String(call.seconds),
        total: call.total,
        account: call.account,
      });
    }
  });

  it('needs a status, a zone and days', async () => {
    const good = cdr('2026-11-02', '2026-11-03');
    const refused = async (change: Wire) => (await callVoipms(sandbox, 'getCDR', { ...good, ...change })).status;
    expect(await refused({ answered: '0', noanswer: '0', busy: '', failed: 'true' })).toBe('no_callstatus');
    expect(await refused({ timezone: '' })).toBe('missing_timezone');
    for (const timezone of ['UTC', '14', '-12.5', 'America/Toronto']) {
      expect(await refused({ timezone })).toBe('invalid_timezone');
    }
    for (const date_from of ['', '2026-02-30', '2026-11-2', 'today'])
      expect(await refused({ date_from })).toBe('invalid_date');
    expect(await refused({ date_to: '2026-11-01' })).toBe('invalid_date_from');
    expect(await refused({ account: '200345_nobody' })).toBe('invalid_account');
    expect(await refused({ calltype: '5145550000' })).toBe('invalid_call_type');
  });

  it('covers at most 92 days', async () => {
    const status = async (from: string) => (await callVoipms(sandbox, 'getCDR', cdr(from, '2026-11-19'))).status;
    expect(await status('2026-08-19')).toBe('success');
    expect(await status('2026-08-18')).toBe('invalid_daterange');
  });

  it('says no_cdr where there is none, and knows nothing of the future', async () => {
    for (const question of [cdr('2027-01-01', '2027-01-31'), cdr('2001-01-01', '2001-01-31')]) {
      expect(await callVoipms(sandbox, 'getCDR', question)).toMatchObject({ status: 'no_cdr' });
    }
    const empty = await callVoipms(sandbox, 'getCDR', cdr('2026-11-01', '2026-11-20'), { account: 'empty' });
    expect(empty.status).toBe('no_cdr');
    const today = await rows('2026-11-20', '2026-11-21', {}, 'busy');
    expect(
      today
        .map(({ date }) => date)
        .sort()
        .at(-1),
    ).toSatisfy((date: string) => date <= shown(NOW.getTime(), -5));
  });

  it('filters by status, kind, line, account and bill, and the parts are the whole', async () => {
    const period = ['2026-11-02', '2026-11-13'] as const;
    const all = await rows(...period);
    const off = { answered: '0', noanswer: '0', busy: '0', failed: '0' };
    const parts = async (changes: Wire[]) => {
      const listed = await Promise.all(changes.map((change) => rows(...period, change).catch(() => [])));
      expect(
        listed
          .flat()
          .map(({ uniqueid }) => uniqueid)
          .sort(),
      ).toEqual(all.map(({ uniqueid }) => uniqueid).sort());
      return listed;
    };
    const byStatus = await parts(['answered', 'noanswer', 'busy', 'failed'].map((name) => ({ ...off, [name]: '1' })));
    expect(byStatus.map((some) => [...new Set(some.map((row) => row.disposition))])).toEqual(
      STATUSES.map((one) => [one]),
    );
    const [incoming = [], outgoing = []] = await parts([{ calltype: 'incoming' }, { calltype: 'outgoing' }]);
    expect(incoming.every((row) => row.destination_type?.startsWith('IN:'))).toBe(true);
    expect(outgoing.some((row) => row.destination_type?.startsWith('IN:'))).toBe(false);
    await parts([{ callbilling: 'free' }, { callbilling: 'billed' }]);
    const accounts = await rowsOf(sandbox, 'accounts', 'getCallAccounts');
    await parts(accounts.slice(1).map(({ value = '' }) => ({ account: value })));
    const lines = (await rowsOf(sandbox, 'call_types', 'getCallTypes')).slice(3);
    await parts(lines.map(({ value = '' }) => ({ calltype: value })));
  });

  it('lists some incoming calls twice, once by a name that is the number', async () => {
    const listed = await rows('2026-08-20', '2026-11-19');
    const again = listed.filter((row) => /^"\+1\d{10}" <\d{10}>$/.test(row.callerid ?? ''));
    expect(again.length).toBeGreaterThan(5);
    const sameId = again.filter((row) => listed.filter(({ uniqueid }) => uniqueid === row.uniqueid).length === 2);
    expect(sameId.length).toBeGreaterThan(0);
    expect(sameId.length).toBeLessThan(again.length);
    for (const row of again) {
      const twins = listed.filter(
        (other) => other !== row && other.date === row.date && other.destination === row.destination,
      );
      expect(twins.map(({ seconds }) => seconds)).toContain(row.seconds);
    }
  });

  it('has callers with a name, without one, and without a number', async () => {
    const callers = (await rows('2026-08-20', '2026-11-19')).map(({ callerid = '' }) => callerid);
    for (const form of [/^"ACME SUPPLY" <\d{10}>$/, /^<\d{10}>$/, /^Anonymous$/, /<anonymous>$/, /^$/, /<44\d+>$/]) {
      expect(callers.some((caller) => form.test(caller))).toBe(true);
    }
  });
});

describe('the calls', () => {
  const year = ['2025-11-20', '2026-11-20'].map(Date.parse) as [number, number];

  it('of the call centre are 250,000 a year', () => {
    let count = 0;
    for (const _ of sandbox.voipms.calls('busy', ...year)) count++;
    expect(count).toBeGreaterThan(250_000 * 0.97);
    expect(count).toBeLessThan(250_000 * 1.03);
  });

  it('have nuisances with habits that give them away', () => {
    const byNumber = new Map<string, VoipmsCall[]>();
    for (const call of sandbox.voipms.calls('demo', ...year)) {
      if (call.direction === 'incoming' && call.from)
        byNumber.set(call.from, [...(byNumber.get(call.from) ?? []), call]);
    }
    const spam = [...byNumber].filter(([, calls]) => calls.some((call) => call.spam));
    expect(spam).toHaveLength(4);
    for (const [, calls] of spam) {
      expect(calls.length).toBeGreaterThan(50);
      expect(new Set(calls.map(({ to }) => to)).size).toBeGreaterThan(3);
      expect(calls.every((call) => call.spam && call.seconds < 15)).toBe(true);
    }
  });

  it('cost what the rate says', () => {
    for (const { direction, seconds, rate, total } of sandbox.voipms.calls('demo', year[1] - 30 * DAY_MS, year[1])) {
      const minutes = direction === 'incoming' ? Math.ceil(seconds / 60) : Math.ceil(seconds / 6) / 10;
      expect(Number(total)).toBeCloseTo(minutes * Number(rate), 8);
    }
  });

  it('start in different seconds, have an id of their own, and depend on the seed alone', async () => {
    const span = [Date.parse('2026-11-09'), Date.parse('2026-11-13')] as const;
    const calls = [...sandbox.voipms.calls('busy', ...span)];
    expect(new Set(calls.map(({ at }) => at)).size).toBe(calls.length);
    expect(new Set(calls.map(({ uniqueid }) => uniqueid)).size).toBe(calls.length);
    expect([...(await sandboxForTests()).voipms.calls('busy', ...span)]).toEqual(calls);
    expect([...(await sandboxForTests({ seed: 'other' })).voipms.calls('busy', ...span)]).not.toEqual(calls);
  });
});
