import { describe, expect, it } from 'vitest';
import { sandboxForTests } from '../harness.ts';
import type { WireEnvelope } from './harness.ts';

const sandbox = await sandboxForTests();
const { url, accounts } = sandbox.daktela;
const { username, password, accessToken } = accounts.demo;

interface Answer {
  status: number;
  body: WireEnvelope & { result: { data: Record<string, unknown>[]; total: number } & Record<string, unknown> };
}

async function answerTo(address: string, init: RequestInit = {}): Promise<Answer> {
  const reply = await fetch(address, init);
  return { status: reply.status, body: (await reply.json()) as Answer['body'] };
}

/** Each of these asks as a connector does that is written for the real API. */
describe('connectors of Daktela', () => {
  it('in PHP send X-AUTH-TOKEN, brackets that are encoded, and .json', async () => {
    const encoded = new URLSearchParams([
      ['skip', '0'],
      ['take', '5'],
      ['filter[logic]', 'and'],
      ['filter[filters][0][field]', 'stage'],
      ['filter[filters][0][operator]', 'in'],
      ['filter[filters][0][value][0]', 'OPEN'],
      ['filter[filters][0][value][1]', 'WAIT'],
      ['sort[0][field]', 'edited'],
      ['sort[0][dir]', 'desc'],
      ['fields[0]', 'name'],
      ['fields[1]', 'stage'],
    ]);
    const headers = {
      'X-AUTH-TOKEN': accessToken,
      'User-Agent': 'daktela-v6-php-connector',
      'Content-Type': 'application/json',
    };
    const { status, body } = await answerTo(`${url}/api/v6/tickets.json?${encoded}`, { headers });
    expect([status, body.error, body.result.data.length]).toEqual([200, [], 5]);
    const [ticket] = body.result.data;
    expect(ticket?.stage).toMatch(/OPEN|WAIT/);
    const single = await answerTo(`${url}/api/v6/tickets/${ticket?.name}.json`, { headers });
    expect(single.body.result.name).toBe(ticket?.name);
    expect((await answerTo(`${url}/api/v6/whoim.json`, { headers })).body.result.user).toMatchObject({
      name: username,
    });
  });

  it('in JavaScript leave .json out, present a cookie, and send brackets as they are', async () => {
    const headers = { Cookie: `c_user=${accessToken}` };
    const path =
      'activitiesCall?take=3&filter[field]=answered&filter[operator]=eq&filter[value]=true&sort[0][field]=call_time&sort[0][dir]=desc';
    const { status, body } = await answerTo(`${url}/api/v6/${path}`, { headers });
    expect(status).toBe(200);
    const [call] = body.result.data;
    const single = await answerTo(`${url}/api/v6/activitiesCall/${call?.id_call}`, { headers });
    expect(single.body.result.id_call).toBe(call?.id_call);
    expect((await answerTo(`${url}/api/v6/whoim`)).body.result).toMatchObject({
      user: null,
      version: expect.any(String),
    });
  });

  it('in Java present a bearer token, take dates by between, and do without a total', async () => {
    const parameters = new URLSearchParams([
      ['filter[logic]', 'and'],
      ['filter[filters][0][field]', 'call_time'],
      ['filter[filters][0][operator]', 'between'],
      ['filter[filters][0][value][]', '2026-11-01 00:00:00'],
      ['filter[filters][0][value][]', '2026-11-07 23:59:59'],
      ['filter[filters][0][ignoreCase]', 'true'],
      ['filter[filters][0][type]', 'date'],
      ['total', 'false'],
      ['take', '1000'],
      ['sort[0][field]', 'call_time'],
      ['sort[0][dir]', 'asc'],
    ]);
    const headers = { Authorization: `Bearer ${accessToken}`, Accept: 'application/json' };
    const { status, body } = await answerTo(`${url}/api/v6/activitiesCall.json?${parameters}`, { headers });
    const truth = [
      ...sandbox.daktela.calls(
        'demo',
        Date.parse('2026-11-01T00:00:00+01:00'),
        Date.parse('2026-11-08T00:00:00+01:00'),
      ),
    ];
    expect(status).toBe(200);
    expect(body.result.data.map(({ id_call }) => id_call)).toEqual(
      expect.arrayContaining(truth.map(({ id_call }) => id_call)),
    );
    expect(body.result.data).toHaveLength(truth.length);
    expect(body.result).not.toHaveProperty('total');
  });

  it('in Python log in by a form, put the token into the address, and go on by pages of 1000', async () => {
    const form = new URLSearchParams({ username, password, only_token: '1' });
    const login = await answerTo(`${url}/api/v6/login.json`, { method: 'POST', body: form });
    const token = String(login.body.result);
    const rows: unknown[] = [];
    for (let skip = 0; ; skip += 1_000) {
      const query = `accessToken=${token}&skip=${skip}&take=1000&fields=name,title&sort[0][field]=name&sort[0][dir]=asc`;
      const { body } = await answerTo(`${url}/api/v6/contacts.json?${query}`);
      rows.push(...body.result.data);
      if (rows.length >= body.result.total) break;
    }
    expect(new Set(rows.map((row) => (row as { name: string }).name)).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(1_240);
  });

  it('in Python for models log in by JSON, and filter by a list of conditions with true and like', async () => {
    const login = await answerTo(`${url}/api/v6/login.json`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    const token = String(login.body.result.accessToken);
    const parameters = new URLSearchParams([
      ['skip', '0'],
      ['take', '50'],
      ['filter[0][field]', 'id_merge'],
      ['filter[0][operator]', 'isnull'],
      ['filter[0][value]', 'true'],
      ['filter[1][field]', 'title'],
      ['filter[1][operator]', 'like'],
      ['filter[1][value]', '%faktu%'],
    ]);
    const { body } = await answerTo(`${url}/api/v6/tickets.json?${parameters}`, { headers: { 'X-AUTH-TOKEN': token } });
    expect(body.result.total).toBeGreaterThan(10);
    for (const { title, id_merge } of body.result.data) {
      expect([title, id_merge]).toEqual([expect.stringMatching(/faktu/i), null]);
    }
    const again = await answerTo(`${url}/api/v6/login.json`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ refreshToken: login.body.result.refreshToken }),
    });
    expect(again.body.result.accessToken).not.toBe(token);
  });
});
