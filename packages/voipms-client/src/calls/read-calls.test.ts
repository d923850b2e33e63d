import { describe, expect, test } from 'vitest';
import { type Answer, clientBefore, failureOf } from '../../test/fake-vendor.ts';
import type { VoipmsOptions } from '../options.ts';
import { voipms } from '../provider/index.ts';

const week = { start_date: '2026-03-02', end_date: '2026-03-08', tz: 'America/Toronto' };
const many = Array.from({ length: 3000 }, (_, index) => ({
  date: `2026-03-0${2 + (index % 7)} 10:${String(index % 60).padStart(2, '0')}:00`,
  callerid: `"Zoë },{ \\" 北京" <416555${String(index).padStart(4, '0')}>`,
  destination: '5145550142',
  disposition: index % 3 === 0 ? 'NO ANSWER' : 'ANSWERED',
  seconds: String(index),
  uniqueid: `1x${index}`,
  destination_type: 'IN:CAN',
}));

function accountBefore(answer: Answer, more: Partial<VoipmsOptions> = {}) {
  const { options, requests, client } = clientBefore(answer, { now: () => new Date('2026-03-31T12:00:00Z'), ...more });
  return { account: voipms(options), requests, client };
}

function textOf(cdr: unknown): string {
  return JSON.stringify({ status: 'success', cdr });
}

/** A body that comes in chunks which cut characters, and then ends as `end` says. */
function inChunks(text: string, end: (controller: ReadableStreamDefaultController) => void = (c) => c.close()) {
  const bytes = new TextEncoder().encode(text);
  let from = 0;
  const state = { cancelled: false };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (from >= bytes.length) return end(controller);
      controller.enqueue(bytes.slice(from, from + 9973));
      from += 9973;
    },
    cancel() {
      state.cancelled = true;
    },
  });
  return { response: new Response(body), state };
}

function breakOff(controller: ReadableStreamDefaultController): void {
  controller.error(Object.assign(new Error('canary'), { code: 'ECONNRESET' }));
}

test('calls are counted and listed the same, however their document comes', async () => {
  const { account } = accountBefore(() => inChunks(textOf(many)).response);
  const whole = accountBefore(() => textOf(many)).account;
  const report = await account.calls.daily('inbound', week);
  expect(report).toMatchObject({ totals: { total: 3000, status_breakdown: { 'NO ANSWER': 1000, ANSWERED: 2000 } } });
  expect((await whole.calls.daily('inbound', week)).days).toEqual(report.days);
  const { calls } = await account.records.list(week);
  expect(calls).toHaveLength(3000);
  expect(calls).toEqual((await whole.records.list(week)).calls);
});

test('a reply that breaks off is asked for again, and nothing of it is counted', async () => {
  const replies = [inChunks(textOf(many).slice(0, -5000), breakOff).response, inChunks(textOf(many)).response];
  const { account, requests } = accountBefore(() => replies.shift(), { retries: 1 });
  expect(await account.calls.daily('inbound', week)).toMatchObject({ totals: { total: 3000 } });
  expect(requests).toHaveLength(2);
});

test('of two lists of calls the last one counts', async () => {
  const text = `${textOf(many).slice(0, -1)},"cdr":${JSON.stringify(many.slice(0, 5))}}`;
  const { account } = accountBefore(() => inChunks(text).response);
  expect(await account.calls.daily('inbound', week)).toMatchObject({ totals: { total: 5 } });
});

describe('refuses', () => {
  const long = textOf(many);

  test.each<[string, () => unknown]>([
    ['a web page', () => `<!DOCTYPE html><html>canary${long}</html>`],
    ['XML', () => `<?xml version="1.0"?><canary>${long}</canary>`],
    ['nothing', () => ''],
    ['null', () => 'null'],
    ['a list', () => `[${long}]`],
    ['no status', () => long.replace('"status":"success",', '"canary":"success",')],
    ['a status that is none', () => long.replace('"success"', '"canary word"')],
    ['the wrong password', () => long.replace('"success"', '"invalid_credentials"')],
    ['a document without its end', () => long.slice(0, -2)],
    ['a document of which a part is missing', () => long.slice(0, 100_000) + long.slice(100_033)],
    ['UTF-16', () => new Response(Buffer.from(long, 'utf16le'))],
    ["Cloudflare's page", () => new Response('<html>canary', { status: 522 })],
    ['a connection that breaks off', () => inChunks(long.slice(0, -5000), breakOff).response],
  ])('%s as it does for every method', async (_, reply) => {
    const { account, client } = accountBefore(reply);
    const error = await failureOf(account.calls.daily('inbound', week));
    const other = await failureOf(client.call('getCDR'));
    expect(error).toMatchObject({ code: other.code, message: other.message, detail: other.detail });
  });

  test.each([
    ['time', { date: '2026-03-32 10:00:00' }],
    ['status', { disposition: undefined }],
  ])('a call without a %s, by its place, and takes no more of the reply', async (_, wrong) => {
    const rows = many.with(2500, { ...many[2500], ...wrong } as (typeof many)[number]);
    const { response, state } = inChunks(textOf([...rows, ...many]));
    const { account } = accountBefore(() => response, { retries: 2 });
    expect(await failureOf(account.calls.daily('inbound', week))).toMatchObject({
      code: 'BAD_RESPONSE',
      detail: { record: 2501 },
    });
    expect(state.cancelled).toBe(true);
  });

  test('an endless reply', async () => {
    const part = new TextEncoder().encode(`${JSON.stringify(many).slice(1, -1)},`);
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"status":"success","cdr":[')),
      pull: (controller) => controller.enqueue(part),
    });
    const { account } = accountBefore(() => new Response(body));
    expect(await failureOf(account.calls.daily('inbound', week))).toMatchObject({ code: 'BAD_RESPONSE' });
  });

  test('a reply that comes too slowly', async () => {
    const { account } = accountBefore(() => inChunks(long, () => new Promise(() => {})).response, {
      timeouts: { readMs: 50 },
    });
    expect(await failureOf(account.calls.daily('inbound', week))).toMatchObject({
      code: 'UNAVAILABLE',
      detail: { reason: 'timeout' },
    });
  });
});

test('a reply that says that there are no calls has none', async () => {
  const { account } = accountBefore(() => textOf(many).replace('"success"', '"no_cdr"'));
  expect(await account.calls.daily('inbound', week)).toMatchObject({ totals: { total: 0 } });
});

test('calls that are listed twice are counted once, and the report says so, with the days of the period', async () => {
  const late = { ...many[0], date: '2026-03-03 23:30:00', uniqueid: '2x1' };
  const cdr = [
    late,
    { ...late, uniqueid: '2x2', callerid: `"+1" <${late.callerid?.slice(-11)}` },
    ...many,
    ...many.slice(0, 9),
  ];
  const { account } = accountBefore(() => textOf(cdr));
  const report = await account.calls.daily('inbound', { ...week, tz: 'Europe/Paris' });
  expect(report.totals.total).toBe(3001);
  expect(report.warnings).toEqual(['VoIP.ms listed some calls twice; each is counted once: 10.']);
  expect(report.counted?.[0]?.days).toMatchObject({ '2026-03-04': 2 });
});
