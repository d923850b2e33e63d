import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { createRequestLog } from './request-log.ts';

describe('the log of requests', () => {
  it('forgets the oldest ones when there are many', async () => {
    const log = createRequestLog(() => undefined, { longest: 3 });
    const app = Fastify();
    log.install(app, () => false);
    for (const path of ['/1', '/2', '/3', '/4', '/5']) await app.inject(path);
    expect(log.entries.map((entry) => entry.path)).toEqual(['/3', '/4', '/5']);
  });

  it('takes any address that a client may send', async () => {
    const log = createRequestLog(() => undefined);
    const app = Fastify();
    log.install(app, () => false);
    for (const path of ['/%20', '/?%', '/?', '/a?b=c?d']) await app.inject(path);
    expect(log.entries.map(({ path, query }) => [path, query])).toEqual([
      ['/%20', {}],
      ['/', { '%': '' }],
      ['/', {}],
      ['/a', { b: 'c?d' }],
    ]);
  });
});
