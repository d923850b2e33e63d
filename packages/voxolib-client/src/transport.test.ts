import { createGzip } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { countDids, expectNoSecret, failureOf } from '../test/failure-of.ts';
import { answering, deafAddress, dids, refusing, tcpServer, token, vendorServer } from '../test/vendor-server.ts';
import { createVoxolibClient } from './client.ts';

const short = { totalMs: 400, attemptMs: 250 };
const megabyte = Buffer.alloc(1024 * 1024, ' ');

describe('a connection', () => {
  test('that is reset is tried again', async () => {
    let connections = 0;
    const baseUrl = await tcpServer((socket) => {
      connections += 1;
      socket.once('data', () => socket.resetAndDestroy());
    });
    const error = await failureOf(countDids({ baseUrl }));
    expect(error).toMatchObject({ code: 'UNAVAILABLE', detail: { reason: expect.stringMatching(/^[A-Z_]+$/) } });
    expect(connections).toBe(3);
  });

  test('is kept for the next call, whatever the answer was', async () => {
    const sockets = new Set<unknown>();
    const replies = [dids, refusing(401, 'invalid_token'), refusing(403, 'report_not_enabled'), dids, { status: 404 }];
    const baseUrl = await vendorServer((request, response) => {
      sockets.add(request.socket);
      const reply = replies.shift() ?? dids;
      response.writeHead(reply.status).end(reply.body);
    });
    for (let call = 0; call < 6; call += 1) await countDids({ baseUrl }).catch(() => {});
    // A call that follows at once may find the first connection not yet free.
    expect(sockets.size).toBeLessThanOrEqual(2);
    expect(replies).toEqual([]);
  });

  test('that is refused', async () => {
    const error = await failureOf(countDids({ baseUrl: await deafAddress() }));
    expect(error).toMatchObject({ code: 'UNAVAILABLE', detail: { path: '/reports/dids', reason: 'ECONNREFUSED' } });
  });

  test('that says nothing ends with the deadline', async () => {
    const baseUrl = await tcpServer(() => {});
    const error = await failureOf(countDids({ baseUrl, timeouts: short }));
    expect(error).toMatchObject({ code: 'UNAVAILABLE', detail: { reason: 'timeout' } });
  });

  test('that breaks off in the middle of a reply is tried again', async () => {
    let connections = 0;
    const baseUrl = await tcpServer((socket) => {
      connections += 1;
      socket.once('data', () => {
        socket.end('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"data":');
      });
    });
    expect((await failureOf(countDids({ baseUrl }))).code).toBe('UNAVAILABLE');
    expect(connections).toBe(3);
  });

  test('that speaks no HTTP', async () => {
    const baseUrl = await tcpServer((socket) => socket.end('220 mail.example.com ESMTP\r\n'));
    expect((await failureOf(countDids({ baseUrl }))).code).toBe('UNAVAILABLE');
  });

  test('that gives a byte now and then, for ever, ends with the deadline', async () => {
    let open = 0;
    const baseUrl = await vendorServer((_, response) => {
      open += 1;
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => {
        clearInterval(drip);
        open -= 1;
      });
    });
    const error = await failureOf(countDids({ baseUrl, timeouts: short }));
    expect(error).toMatchObject({ code: 'UNAVAILABLE', detail: { reason: 'timeout' } });
    await expect.poll(() => open).toBe(0);
  });
});

describe('a reply that is too long', () => {
  test('100 MB are cut off after 5', async () => {
    let sent = 0;
    const baseUrl = await vendorServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = () => {
        while (sent < 100 && !response.destroyed) {
          sent += 1;
          if (!response.write(megabyte)) return response.once('drain', more);
        }
        response.end();
      };
      more();
    });
    expect((await failureOf(countDids({ baseUrl }))).code).toBe('BAD_RESPONSE');
    expect(sent).toBeLessThan(50);
  });

  test('packed bytes count as what they inflate to', async () => {
    const baseUrl = await vendorServer((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      const gzip = createGzip();
      gzip.pipe(response);
      for (let index = 0; index < 20; index += 1) gzip.write(megabyte);
      gzip.end('{}');
    });
    expect((await failureOf(countDids({ baseUrl }))).code).toBe('BAD_RESPONSE');
  });

  test('the pages of one report count together', async () => {
    let page = 0;
    const baseUrl = await vendorServer((_, response) => {
      page += 1;
      response.end(JSON.stringify({ data: [], meta: { next: `${page}` }, filling: 'x'.repeat(1_000_000) }));
    });
    const { reports } = createVoxolibClient({ token, baseUrl });
    const period = { start_date: '2026-03-01', end_date: '2026-03-02', tz: 'UTC' };
    expect((await failureOf(reports.wcbCalls(period))).code).toBe('BAD_RESPONSE');
    expect(page).toBe(6);
  });
});

describe("the caller's own abort", () => {
  test('rejects with its reason, ends the request and is not tried again', async () => {
    const caller = new AbortController();
    const closed: Promise<void>[] = [];
    const baseUrl = await vendorServer((request) => {
      closed.push(new Promise((resolve) => request.on('close', resolve)));
      caller.abort();
    });
    const error: unknown = await countDids({ baseUrl }, caller.signal).catch((reason: unknown) => reason);
    expect(error).toBe(caller.signal.reason);
    expect(error).toMatchObject({ name: 'AbortError' });
    expectNoSecret(error);
    await Promise.all(closed);
    expect(closed).toHaveLength(1);
  });

  test('before the call sends nothing', async () => {
    const { baseUrl, requests } = await answering(dids);
    const reason = new Error('gone');
    await expect(countDids({ baseUrl }, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(requests).toEqual([]);
  });

  test('leaves no listener on a signal that many calls share', async () => {
    const { baseUrl } = await answering(dids);
    const { signal } = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...call: Parameters<typeof add>) => {
      listeners += 1;
      add(...call);
    };
    signal.removeEventListener = (...call: Parameters<typeof remove>) => {
      listeners -= 1;
      remove(...call);
    };
    await countDids({ baseUrl }, signal);
    expect(listeners).toBe(0);
  });
});

test('what an injected fetch throws at once is a failed connection too', async () => {
  const fetch = () => {
    throw new Error('no network here');
  };
  expect((await failureOf(countDids({ fetch, retries: 0 }))).code).toBe('UNAVAILABLE');
});

test('a foreign error of an injected fetch is not passed on', async () => {
  const fetch = async (input: unknown) => {
    const request = input instanceof Request ? input : undefined;
    throw Object.assign(new TypeError(`failed ${request?.headers.get('authorization')}`), { request });
  };
  const error = await failureOf(countDids({ fetch, retries: 0 }));
  expect(error).toMatchObject({ code: 'UNAVAILABLE', detail: { reason: 'CONNECTION_FAILED' } });
});
