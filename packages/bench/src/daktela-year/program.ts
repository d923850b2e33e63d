import { createSharing } from '@voxolib/daktela';
import { daktela } from '@voxolib/daktela/provider';
import { createGateway, ownAccountScopes } from '@voxolib/mcp-tools';
import type { Period } from '@voxolib/telephony';
import pLimit from 'p-limit';
import { inject } from '../http/inject.ts';
import { toolCall } from '../http/request.ts';
import { deployed } from '../http/servers/gateway.ts';
import { type Instance, now, type YearDone, type YearTask } from './year.ts';

const AT_ONCE = 8;

interface WirePage {
  result: { data: unknown[] };
}

let liveBytes = 0;

/** Where garbage can be collected, what is left of it is looked at before each request to the vendor. */
function lookAtHeap(): void {
  if (globalThis.gc === undefined) return;
  globalThis.gc();
  liveBytes = Math.max(liveBytes, process.memoryUsage().heapUsed);
}

/** A report of all products, from the request of an AI client on. */
async function report({ url, accessToken }: Instance, period: Period): Promise<() => Promise<number>> {
  const options = { url, accessToken, trustedOrigins: [url], sharing: createSharing(), onRequest: lookAtHeap, now };
  const server = await deployed(
    createGateway({ version: '0.0.0' }),
    () => ({
      subject: 'bench',
      scopes: ownAccountScopes({ minutes: true }),
      connections: { daktela: daktela(options) },
      now,
    }),
    'silent',
  );
  return async () => {
    const { body } = await inject(server, toolCall('call_stats', { ...period, product: 'all', group_by: ['month'] }));
    const { result } = JSON.parse(body) as { result?: { structuredContent?: { totals?: { calls?: number } } } };
    const calls = result?.structuredContent?.totals?.calls;
    if (calls === undefined) throw new Error(`Not the expected answer: ${body.slice(0, 500)}`);
    return calls;
  };
}

/** The same pages, each let go once it was parsed. */
async function fetchPages({ accessToken }: Instance, pages: readonly string[]): Promise<number> {
  const limit = pLimit(AT_ONCE);
  const headers = { 'x-auth-token': accessToken };
  const counts = await Promise.all(
    pages.map((page) =>
      limit(async () => {
        const { result } = (await (await fetch(page, { headers })).json()) as WirePage;
        return result.data.length;
      }),
    ),
  );
  return sumOf(counts);
}

/** The texts of the same pages, in memory. */
async function parsePages({ accessToken }: Instance, pages: readonly string[]): Promise<() => Promise<number>> {
  const limit = pLimit(AT_ONCE);
  const headers = { 'x-auth-token': accessToken };
  const texts = await Promise.all(pages.map((page) => limit(async () => (await fetch(page, { headers })).text())));
  return async () => sumOf(texts.map((text) => (JSON.parse(text) as WirePage).result.data.length));
}

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

async function workOf(asked: YearTask): Promise<() => Promise<number>> {
  if (asked.task === 'report') return report(asked, asked.period);
  if (asked.task === 'parse') return parsePages(asked, asked.pages);
  return () => fetchPages(asked, asked.pages);
}

process.once('message', async (asked: YearTask) => {
  const work = await workOf(asked);
  const [startedAt, before] = [performance.now(), process.cpuUsage()];
  const calls = await work();
  const { user, system } = process.cpuUsage(before);
  const done: YearDone = {
    calls,
    cpuMilliseconds: (user + system) / 1000,
    waitedMilliseconds: performance.now() - startedAt,
    peakBytes: process.resourceUsage().maxRSS * 1024,
    liveBytes,
  };
  process.send?.(done, () => process.exit());
});
