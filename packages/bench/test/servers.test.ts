import { expect, test } from 'vitest';
import { listHolds, reportHolds } from '../src/http/holds.ts';
import { callsOf, toolsList } from '../src/http/request.ts';
import { type ServerName, servers } from '../src/http/servers/index.ts';
import { ninetyDays, week } from '../src/instant-account.ts';

const names = Object.keys(servers) as ServerName[];
const requests = [
  ['a week', callsOf(week), reportHolds(week)],
  ['90 days', callsOf(ninetyDays), reportHolds(ninetyDays)],
  ['the list', toolsList, listHolds(9)],
] as const;

// What is compared must do the same, or the ratio means nothing.
test.each(names)('%s answers every request that is measured', async (name) => {
  const server = await servers[name](9, 'silent');
  for (const [what, { headers, body }, holds] of requests) {
    const { measuredToken: token } = server;
    const caller = { host: '127.0.0.1', ...(token !== undefined && { authorization: `Bearer ${token}` }) };
    const response = await server.inject({ method: 'POST', url: '/mcp', headers: { ...headers, ...caller }, body });
    expect(response.statusCode, what).toBe(200);
    expect(holds(response.json().result), what).toBe(true);
  }
  await server.close();
});

test('a wrong answer does not hold', () => {
  expect(reportHolds(week)({ structuredContent: { totals: { total: 1 } } })).toBe(false);
  expect(reportHolds(week)({ isError: true, content: [] })).toBe(false);
  expect(listHolds(9)({ tools: [] })).toBe(false);
});
