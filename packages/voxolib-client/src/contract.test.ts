import { isTelephonyError } from '@voxolib/telephony';
import { describe, expect, test } from 'vitest';
import { answering, token } from '../test/vendor-server.ts';
import { createVoxolibClient } from './client.ts';
import { readContract, VoxolibContract, voxolibContract } from './contract.ts';

const period = { start_date: '2026-03-01', end_date: '2026-03-02', tz: 'Europe/Paris' };

describe('readContract', () => {
  test('the assumed contract fits its own schema and is what stands without an override', () => {
    expect(VoxolibContract.parse(voxolibContract)).toEqual(voxolibContract);
    expect(readContract(undefined)).toBe(voxolibContract);
    expect(readContract({})).toEqual(voxolibContract);
  });

  test('an override changes what it names and nothing else', () => {
    const contract = readContract({ operations: { minutes: { unit: 'seconds', fields: { intl: 'abroad.all' } } } });
    expect(contract).toEqual({
      ...voxolibContract,
      operations: {
        ...voxolibContract.operations,
        minutes: {
          ...voxolibContract.operations.minutes,
          unit: 'seconds',
          fields: { ...voxolibContract.operations.minutes.fields, intl: 'abroad.all' },
        },
      },
    });
    expect(voxolibContract.operations.minutes.unit).toBe('minutes');
  });

  test('a contract that was read once is not checked again', () => {
    const contract = readContract({ base_url: 'https://eu.example.com/v2' });
    expect(readContract(contract)).toBe(contract);
  });

  test('every difference is reported by its field', () => {
    const override = JSON.parse(`{
      "base_url": "http://api.voxolib.com",
      "operations": {
        "wcb_calls": { "path": "//evil.example/x", "max_days": "90", "fields": { "date": 1 } },
        "did_calls": { "path": "/a/../b?x=1" },
        "calls": {},
        "minutes": { "unit": "hours" },
        "dids": null
      },
      "paging": { "max_pages": 0 },
      "errors": [],
      "__proto__": { "polluted": true }
    }`);
    const error: unknown = (() => {
      try {
        return readContract(override);
      } catch (reason) {
        return reason;
      }
    })();
    if (!isTelephonyError(error)) throw error;
    expect(error).toMatchObject({ code: 'CONFIGURATION', field: 'contract' });
    for (const field of [
      'base_url',
      'operations.wcb_calls.path',
      'operations.wcb_calls.max_days',
      'operations.wcb_calls.fields.date',
      'operations.did_calls.path',
      'operations.calls',
      'operations.minutes.unit',
      'operations.dids',
      'paging.max_pages',
      'errors',
      '__proto__',
    ]) {
      expect(error.message).toContain(`${field}: `);
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test.each([null, [], 'contract', 7, true])('%j is no contract', (override) => {
    expect(() => readContract(override)).toThrow(expect.objectContaining({ code: 'CONFIGURATION' }));
  });
});

describe('an overridden contract', () => {
  test('says where everything is asked for and found', async () => {
    const { baseUrl, requests } = await answering(
      {
        status: 200,
        body: JSON.stringify({
          report: { rows: [{ day: '2026-03-01', n: { all: '7' }, by: { ok: 7 } }] },
          paging: { after: 'next page' },
        }),
      },
      { status: 200, body: JSON.stringify({ report: { rows: [{ day: '2026-03-02', by: { ok: 1, ko: 2 } }] } }) },
    );
    const contract = {
      operations: {
        wcb_calls: {
          path: '/stats/callback',
          query: { start_date: 'from', end_date: 'to', tz: 'zone' },
          rows: 'report.rows',
          fields: { date: 'day', total: 'n.all', status_breakdown: 'by' },
        },
      },
      paging: { next: 'paging.after', query: 'after' },
    };
    const { days } = await createVoxolibClient({ token, baseUrl, contract }).reports.wcbCalls(period);
    expect(days).toEqual([
      { date: '2026-03-01', total: 7, status_breakdown: { ok: 7 } },
      { date: '2026-03-02', total: 3, status_breakdown: { ok: 1, ko: 2 } },
    ]);
    expect(requests).toEqual([
      '/stats/callback?from=2026-03-01&to=2026-03-02&zone=Europe%2FParis',
      '/stats/callback?from=2026-03-01&to=2026-03-02&zone=Europe%2FParis&after=next+page',
    ]);
  });

  test('may count minutes in seconds and name products differently', async () => {
    const row = { date: '2026-03-01', fixed: 90, mobile: '30', intl: 0, billable: 120 };
    const { baseUrl, requests } = await answering({ status: 200, body: JSON.stringify([row]) });
    const minutes = { unit: 'seconds', rows: '', products: { did: 'inbound' }, query: { product: 'kind' } };
    const client = createVoxolibClient({ token, baseUrl, contract: { operations: { minutes } } });
    const { days } = await client.reports.minutes('did', period);
    expect(days).toEqual([{ date: '2026-03-01', fixed: 1.5, mobile: 0.5, intl: 0, billable: 2 }]);
    expect(requests[0]).toContain('&kind=inbound');
  });
});
