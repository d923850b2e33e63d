import { request as httpRequest } from 'node:http';
import { describe, expect, it } from 'vitest';
import { sandboxForTests } from '../harness.ts';
import { askVoipms, callVoipms, cdr } from './harness.ts';

const sandbox = await sandboxForTests();
const { accounts, url } = sandbox.voipms;

describe('the address of the API', () => {
  it.each(['get', 'post'] as const)('answers by %s with JSON that calls itself HTML', async (by) => {
    const response = await askVoipms(sandbox, 'getBalance', {}, { by });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8');
    expect(await response.json()).toEqual({ status: 'success', balance: { current_balance: '41.270300' } });
  });

  it.each(['get', 'post'] as const)('calls it JSON when asked to, by %s', async (by) => {
    const response = await askVoipms(sandbox, 'getBalance', { content_type: 'json' }, { by });
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    const refused = await askVoipms(sandbox, 'getNothing', { content_type: 'json' }, { by });
    expect(refused.headers.get('content-type')).toMatch(/^application\/json/);
  });

  it('writes JSON in ASCII and with escaped slashes', async () => {
    const name = 'Café 🐟 a/b';
    const { phonebook } = await callVoipms(sandbox, 'setPhonebook', { name, number: '4505550123' });
    const response = await askVoipms(sandbox, 'getPhonebook', { phonebook: String(phonebook) });
    const text = await response.text();
    expect(text).toContain('Caf\\u00e9 \\ud83d\\udc1f a\\/b');
    expect(JSON.parse(text).phonebooks).toMatchObject([{ name }]);
  });

  it.each([
    ['with a type and a length for each part', ['Content-Type: text/plain; charset=utf-8', 'Content-Length: {length}']],
    ['with an encoding for each part', ['Content-Type: text/plain', 'Content-Transfer-Encoding: binary']],
    ['with nothing else', []],
  ])('takes a form as others write it, %s', async (_, headers) => {
    const { username, apiPassword } = accounts.demo;
    const fields = {
      api_username: username,
      api_password: apiPassword,
      method: 'getPhonebookGroups',
      name: 'spam arch',
    };
    const parts = Object.entries(fields).map(([name, value]) => {
      const lines = headers.map((line) => line.replace('{length}', String(value.length)));
      return ['--b0undary', `Content-Disposition: form-data; name="${name}"`, ...lines, '', value].join('\r\n');
    });
    const body = `${parts.join('\r\n')}\r\n--b0undary--\r\n`;
    const type = 'multipart/form-data; charset=UTF-8; boundary=b0undary';
    const response = await fetch(url, { method: 'POST', body, headers: { 'content-type': type } });
    expect(await response.json()).toMatchObject({ phonebooks: [{ name: 'Spam archive' }] });
  });

  it('takes parameters of the address and of the form together', async () => {
    const form = new FormData();
    form.append('api_password', accounts.demo.apiPassword);
    form.append('method', 'getBalance');
    const query = new URLSearchParams({ api_username: accounts.demo.username, method: 'getIP' });
    const response = await fetch(`${url}?${query}`, { method: 'POST', body: form });
    expect(await response.json()).toMatchObject({ status: 'success', balance: {} });
  });

  it.each([
    ['a form without parts', new URLSearchParams({ method: 'getIP' })],
    ['JSON', JSON.stringify({ method: 'getIP' })],
  ])('answers %s with a SOAP fault', async (_, body) => {
    const type = typeof body === 'string' ? { 'content-type': 'application/json' } : undefined;
    const response = await fetch(url, { method: 'POST', body, ...(type && { headers: type }) });
    expect(response.headers.get('content-type')).toMatch(/^text\/xml/);
    expect(await response.text()).toContain('<SOAP-ENV:Fault>');
  });

  it('takes a request line of 8,190 bytes by GET, and any length by POST', async () => {
    const name = 'x'.repeat(8_200);
    const long = await askVoipms(sandbox, 'getPhonebook', { name }, { by: 'get' });
    expect([long.status, await long.text()]).toEqual([414, expect.stringContaining('<!DOCTYPE HTML>')]);
    expect(await callVoipms(sandbox, 'getPhonebook', { name })).toMatchObject({ status: 'no_phonebook' });
  });

  it('refuses a caller that does not name itself', async () => {
    const status = await new Promise((resolve, reject) => {
      const request = httpRequest(url, (response) => resolve(response.resume().statusCode));
      request.removeHeader('user-agent');
      request.on('error', reject).end();
    });
    expect(status).toBe(403);
  });
});

describe('credentials', () => {
  const { username, apiPassword, portalPassword } = accounts.demo;

  it.each([
    ['without a user name', { password: apiPassword }, 'missing_credentials'],
    ['without a password', { username }, 'missing_credentials'],
    ['with the password of the portal', { username, password: portalPassword }, 'invalid_credentials'],
    ['with that of another account', { username, password: accounts.busy.apiPassword }, 'invalid_credentials'],
    ['with half of the password', { username, password: apiPassword.slice(0, -1) }, 'invalid_credentials'],
    ['of nobody', { username: 'nobody@sandbox.example', password: apiPassword }, 'invalid_credentials'],
  ])('%s', async (_, credentials, status) => {
    for (const by of ['get', 'post'] as const) {
      const response = await askVoipms(sandbox, 'getBalance', {}, { credentials, by });
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ status, message: expect.stringMatching(/.\.$/) });
    }
  });

  it('of an account whose API is off open nothing', async () => {
    for (const method of ['getBalance', 'getIP']) {
      expect(await callVoipms(sandbox, method, {}, { account: 'apiOff' })).toMatchObject({ status: 'api_not_enabled' });
    }
  });

  it('from an address that is not listed tell that address, and nothing else', async () => {
    const asked = { account: 'unlisted' } as const;
    expect(await callVoipms(sandbox, 'getBalance', {}, asked)).toMatchObject({ status: 'ip_not_enabled' });
    expect(await callVoipms(sandbox, 'getCDR', cdr('2026-11-01', '2026-11-02'), asked)).toMatchObject({
      status: 'ip_not_enabled',
    });
    expect(await callVoipms(sandbox, 'getIP', {}, asked)).toEqual({ status: 'success', ip: '127.0.0.1' });
  });

  it('are judged before the method is', async () => {
    const credentials = { username, password: 'wrong' };
    expect(await callVoipms(sandbox, 'getNothing', {}, { credentials })).toMatchObject({
      status: 'invalid_credentials',
    });
  });
});

describe('methods', () => {
  it('are needed, and known', async () => {
    expect(await callVoipms(sandbox, '')).toMatchObject({ status: 'missing_method' });
    for (const name of ['getNothing', 'getbalance', 'getAccounts', '__proto__', 'constructor', 'toString']) {
      expect(await callVoipms(sandbox, name)).toMatchObject({ status: 'invalid_method' });
    }
  });

  it('are so many in a minute, and then again in the next one', async () => {
    let now = new Date('2026-11-20T12:34:10Z');
    const limited = await sandboxForTests({ now: () => now });
    const statuses = async (times: number) => {
      const bodies = Array.from({ length: times }, () => callVoipms(limited, 'getBalance', {}, { account: 'limited' }));
      return (await Promise.all(bodies)).map(({ status }) => status).sort();
    };
    expect(await statuses(12)).toEqual(['api_limit_exceeded', 'api_limit_exceeded', ...Array(10).fill('success')]);
    now = new Date('2026-11-20T12:35:00Z');
    expect(await statuses(1)).toEqual(['success']);
  });
});

describe('the log of requests', () => {
  it('names the method and what was asked, and no secret', async () => {
    const logged = await sandboxForTests();
    const { username, apiPassword } = logged.voipms.accounts.demo;
    for (const by of ['get', 'post'] as const) {
      await askVoipms(logged, 'setDISA', { name: 'Staff', pin: '8642', password: 'Sesame-1' }, { by });
    }
    expect(logged.voipms.requests).toMatchObject([
      { method: 'GET', path: '/voipms/api/v1/rest.php', operation: 'setDISA', query: { name: 'Staff' }, status: 200 },
      { method: 'POST', path: '/voipms/api/v1/rest.php', operation: 'setDISA', query: { name: 'Staff' }, status: 200 },
    ]);
    for (const name of ['apipassword', apiPassword]) await askVoipms(logged, 'getIP', { [name]: `x${apiPassword}` });
    expect(logged.voipms.requests).toHaveLength(4);
    const kept = JSON.stringify(logged.voipms.requests);
    for (const secret of [username, apiPassword, '8642', 'Sesame-1']) expect(kept).not.toContain(secret);
    expect(logged.voxolib.requests).toEqual([]);
  });
});
