import { TelephonyError } from '@voxolib/telephony';
import { fakeAccount } from '@voxolib/test-kit';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rpcRequest } from './support/rpc.ts';
import { type Path, type RawRequest, startPath } from './support/two-paths.ts';

let fault: Error | undefined;
const account = () =>
  fakeAccount({
    before: async () => {
      if (fault !== undefined) throw fault;
    },
  });

let sdk: Path;
let short: Path;
beforeAll(async () => {
  sdk = await startPath(true, account());
  short = await startPath(false, account());
});
afterAll(() => Promise.all([sdk.close(), short.close()]));
beforeEach(() => {
  fault = undefined;
});

const META = 'io.modelcontextprotocol';
const week = { start_date: '2026-03-02', end_date: '2026-03-08', tz: 'Europe/Paris' };
const token = `someone.${'a'.repeat(64)}`;

function call(name: string, given?: unknown): RawRequest {
  const params = { name, ...(given !== undefined && { arguments: given }) };
  return rpcRequest('tools/call', params, { token });
}
const list = rpcRequest('tools/list', {}, { token });
const weekly = call('voxolib_wcb_calls', week);

/** The line about a request, but for its id and the time that it took. */
function lastLine({ log }: Path): object {
  const { time: _, id: __, ms, ...rest } = JSON.parse(log.at(-1) ?? '{}');
  expect(ms).toBeTypeOf('number');
  return rest;
}

/** Both ways must answer alike and log alike. Tells whether the SDK was needed. */
async function compare(request: RawRequest): Promise<{ status: number; body: string; leftToSdk: boolean }> {
  const before = short.leftToSdk();
  const [expected, given] = await Promise.all([sdk.send(request), short.send(request)]);
  expect(given, request.body).toEqual(expected);
  expect(lastLine(short)).toEqual(lastLine(sdk));
  return { status: given.status, body: given.body, leftToSdk: short.leftToSdk() > before };
}

type Message = {
  jsonrpc: unknown;
  id?: unknown;
  method: unknown;
  params: Record<string, unknown>;
  [name: string]: unknown;
};

function changed({ headers, body }: RawRequest, change: (message: Message) => void): RawRequest {
  const message: Message = JSON.parse(body);
  change(message);
  return { headers, body: JSON.stringify(message) };
}

function withHeaders(request: RawRequest, headers: Record<string, string>, without: string[] = []): RawRequest {
  const all = { ...request.headers, ...headers };
  for (const name of without) delete all[name];
  return { ...request, headers: all };
}

const withMeta = (request: RawRequest, more: object, without: string[] = []) =>
  changed(request, ({ params }) => {
    const meta = { ...(params._meta as Record<string, unknown>), ...more };
    for (const name of without) delete meta[name];
    params._meta = meta;
  });

describe('answered on the short path, to the byte as the SDK does', () => {
  const failing = call('voxolib_wcb_calls', { start_date: '2026-03-40', nope: '‘ünïcode’ 😀 \u2028' });
  test.each<[string, RawRequest]>([
    ['the list', list],
    ['a report', weekly],
    ['computed statistics', call('call_stats', { period: 'last_month', group_by: 'weekday' })],
    ['a comparison', call('compare_periods', { period: '2026-03' })],
    ['an embedded file', call('export_calls', week)],
    ['a file too large to embed', call('export_calls', { start_date: '2023-04-01', end_date: '2026-03-30' })],
    ['an answer that had to be coarser', call('call_stats', { period: '2025', group_by: 'day', max_tokens: 1000 })],
    ['no arguments where none are needed', call('voxolib_dids')],
    ['empty arguments', call('voxolib_dids', {})],
    ['wrong arguments', failing],
    ['arguments with names of methods', call('voxolib_dids', { constructor: 1, toString: { valueOf: [] } })],
    ['an id that is a string', changed(list, (message) => Object.assign(message, { id: 'a "b" \u2028 😀 \ud800' }))],
    ['an empty id', changed(weekly, (message) => Object.assign(message, { id: '' }))],
    ['a negative id', changed(weekly, (message) => Object.assign(message, { id: -7 }))],
    ['the largest id', changed(weekly, (message) => Object.assign(message, { id: Number.MAX_SAFE_INTEGER }))],
    ['an id of minus zero', { ...list, body: list.body.replace('"id":1', '"id":-0') }],
    ['an id in another notation', { ...list, body: list.body.replace('"id":1', '"id":1e2') }],
    ['a name given twice', { ...list, body: list.body.replace('"id":1', '"id":1,"id":2') }],
    ['white space in the body', { ...weekly, body: JSON.stringify(JSON.parse(weekly.body), null, 2) }],
    ['a charset', withHeaders(list, { 'content-type': 'application/json; charset=utf-8' })],
    ['an unknown header', withHeaders(weekly, { 'mcp-param-region': 'eu', 'last-event-id': '4', traceparent: 'x' })],
    ['a header with space around it', withHeaders(weekly, { 'mcp-name': '  voxolib_wcb_calls  ' })],
    ['no name of the client', withMeta(weekly, {}, [`${META}/clientInfo`])],
    [
      'rich capabilities',
      withMeta(weekly, { [`${META}/clientCapabilities`]: { elicitation: { form: {} }, roots: {} } }),
    ],
    ['a browser', withHeaders(list, { origin: 'http://127.0.0.1:5173' })],
  ])('%s', async (_, request) => {
    // Twice, because a valid envelope is remembered.
    for (let turn = 0; turn < 2; turn++) {
      expect(await compare(request)).toMatchObject({ status: 200, leftToSdk: false });
    }
  });

  test('the metrics count the same calls', async () => {
    const counts = async (path: Path) =>
      (await path.metrics()).split('\n').filter((line) => /^(mcp_tool_calls|http_requests)_total\{/.test(line));
    expect(await counts(short)).toEqual(await counts(sdk));
    expect((await counts(short)).length).toBeGreaterThan(3);
  });
});

describe('how a call fails', () => {
  test.each([
    ['the vendor is down', new TelephonyError('UNAVAILABLE', 'Down.', { provider: 'fake', retryAfterMs: 2000 }), 200],
    ['an error of ours', new TypeError('secret'), 200],
    ['the token is refused by the call itself', new TelephonyError('UNAUTHENTICATED', 'No.'), 401],
  ])('%s', async (_, error, status) => {
    fault = error;
    const answer = await compare(weekly);
    expect(answer).toMatchObject({ status, leftToSdk: false });
    expect(answer.body).not.toContain('secret');
  });
});

describe('left to the SDK, whatever it makes of it', () => {
  const set = (request: RawRequest, fields: object) => changed(request, (message) => Object.assign(message, fields));
  const params = (request: RawRequest, fields: object) =>
    changed(request, (message) => Object.assign(message.params, fields));
  test.each<[string, RawRequest]>([
    ['no id', changed(list, (message) => delete message.id)],
    ['an id of null', set(list, { id: null })],
    ['an id with a fraction', set(weekly, { id: 1.5 })],
    ['an id beyond the safe integers', { ...list, body: list.body.replace('"id":1', '"id":9007199254740993') }],
    ['an id beyond all numbers', { ...list, body: list.body.replace('"id":1', '"id":1e999') }],
    ['an id that is an object', set(list, { id: {} })],
    ['another version of JSON-RPC', set(list, { jsonrpc: '1.0' })],
    ['one more member', set(list, { extra: 1 })],
    ['a result beside the method', set(list, { result: {} })],
    ['params that are an array', set(list, { params: [] })],
    ['no params', changed(list, (message) => Reflect.deleteProperty(message, 'params'))],
    ['another method', withHeaders(set(list, { method: 'prompts/list' }), { 'mcp-method': 'prompts/list' })],
    ['an unknown method', withHeaders(set(list, { method: 'tools/__call' }), { 'mcp-method': 'tools/__call' })],
    ['server/discover', withHeaders(set(list, { method: 'server/discover' }), { 'mcp-method': 'server/discover' })],
    ['initialize', withHeaders(set(list, { method: 'initialize' }), { 'mcp-method': 'initialize' })],
    ['the era of 2025', rpcRequest('tools/list', {}, { token, era: '2025' })],
    ['a call of the era of 2025', rpcRequest('tools/call', { name: 'voxolib_dids' }, { token, era: '2025' })],
    ['a cursor', params(list, { cursor: 'x' })],
    ['a name for the list', params(list, { name: 'voxolib_dids' })],
    ['an answer to a question', params(weekly, { inputResponses: {}, requestState: 'x' })],
    ['a task', params(weekly, { task: { ttl: 1000 } })],
    ['an unknown tool', call('voxolib_nope', {})],
    ['a tool named as a method', call('constructor', {})],
    ['a name in Unicode', withHeaders(call('appels_été', {}), { 'mcp-name': '=?base64?YXBwZWxzX8OpdMOp?=' })],
    ['a name as Base64', withHeaders(weekly, { 'mcp-name': '=?base64?dm94b2xpYl93Y2JfY2FsbHM=?=' })],
    ['a name as wrong Base64', withHeaders(weekly, { 'mcp-name': '=?base64?###?=' })],
    ['a name that is a number', params(weekly, { name: 5 })],
    ['no name', changed(weekly, ({ params }) => delete params.name)],
    ['arguments of null', params(weekly, { arguments: null })],
    ['arguments that are an array', params(weekly, { arguments: [] })],
    ['arguments that are a text', params(weekly, { arguments: 'x' })],
    ['a progress token', withMeta(weekly, { progressToken: 7 })],
    ['a progress token of a wrong type', withMeta(weekly, { progressToken: {} })],
    ['a level for the log', withMeta(weekly, { [`${META}/logLevel`]: 'debug' })],
    ['an unknown key in the envelope', withMeta(weekly, { 'com.example/x': 1 })],
    [
      'a trace in the envelope',
      withMeta(weekly, { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' }),
    ],
    ['no capabilities', withMeta(weekly, {}, [`${META}/clientCapabilities`])],
    ['capabilities of null', withMeta(weekly, { [`${META}/clientCapabilities`]: null })],
    ['capabilities of wrong types', withMeta(weekly, { [`${META}/clientCapabilities`]: { roots: 'yes' } })],
    ['a client without a version', withMeta(weekly, { [`${META}/clientInfo`]: { name: 'x' } })],
    ['no version', withMeta(weekly, {}, [`${META}/protocolVersion`])],
    ['a version of the future', withMeta(weekly, { [`${META}/protocolVersion`]: '2027-01-01' })],
    ['a version of the past', withMeta(weekly, { [`${META}/protocolVersion`]: '2025-11-25' })],
    ['no envelope', changed(weekly, ({ params }) => delete params._meta)],
    ['an envelope that is an array', params(weekly, { _meta: [] })],
    ['no version header', withHeaders(weekly, {}, ['mcp-protocol-version'])],
    ['another version header', withHeaders(weekly, { 'mcp-protocol-version': '2025-11-25' })],
    ['no method header', withHeaders(list, {}, ['mcp-method'])],
    ['another method header', withHeaders(list, { 'mcp-method': 'tools/call' })],
    ['a method header in capitals', withHeaders(list, { 'mcp-method': 'TOOLS/LIST' })],
    ['no name header', withHeaders(weekly, {}, ['mcp-name'])],
    ['another name header', withHeaders(weekly, { 'mcp-name': 'voxolib_dids' })],
    ['no Accept', withHeaders(weekly, {}, ['accept'])],
    ['an Accept for pages', withHeaders(weekly, { accept: 'text/html' })],
    ['a body of null', { ...list, body: 'null' }],
    ['a body that is a text', { ...list, body: '"tools/list"' }],
  ])('%s', async (what, request) => {
    const answered = short.log.length;
    const { status, leftToSdk } = await compare(request);
    // What the SDK refuses by itself never gets as far as a server.
    if (status === 200) expect(leftToSdk, what).toBe(true);
    expect(short.log.length).toBeGreaterThan(answered);
  });
});

test('whatever is generated is answered alike', async () => {
  const json = fc.jsonValue({ maxDepth: 3 });
  const mostly = <Value>(value: Value) =>
    fc.oneof({ weight: 20, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: json });
  const maybe = (values: Record<string, fc.Arbitrary<unknown>>, required: string[]) =>
    fc.record(values, { requiredKeys: required });
  const meta = maybe(
    {
      [`${META}/protocolVersion`]: mostly('2026-07-28'),
      [`${META}/clientCapabilities`]: fc.oneof(mostly({}), fc.constant({ sampling: { tools: {} } })),
      [`${META}/clientInfo`]: mostly({ name: 'é', version: '1' }),
    },
    [`${META}/protocolVersion`, `${META}/clientCapabilities`],
  );
  const names = fc.constantFrom('voxolib_wcb_calls', 'voxolib_dids', 'call_stats', 'nope', '__proto__', 'é');
  const given = fc.oneof(fc.constant(week), fc.dictionary(fc.string(), json), json);
  const requests = fc.tuple(fc.constantFrom('tools/call', 'tools/list'), names).chain(([method, name]) =>
    fc.record({
      header: fc.constant(/^\w+$/.test(name) ? name : 'nope'),
      message: maybe(
        {
          jsonrpc: mostly('2.0'),
          id: fc.oneof(fc.integer(), fc.string({ unit: 'binary' }), fc.maxSafeInteger(), fc.double(), mostly(1)),
          method: mostly(method),
          params: maybe(
            { name: mostly(name), arguments: given, _meta: fc.oneof({ weight: 9, arbitrary: meta }, json) },
            method === 'tools/call' ? ['name', '_meta'] : ['_meta'],
          ),
        },
        ['jsonrpc', 'method', 'params', 'id'],
      ),
      method: fc.constant(method),
    }),
  );
  let shortcuts = 0;
  await fc.assert(
    fc.asyncProperty(requests, async ({ header, message, method }) => {
      const request = {
        ...withHeaders(weekly, { 'mcp-name': header, 'mcp-method': method }),
        body: JSON.stringify(message),
      };
      const { status, leftToSdk } = await compare(request);
      if (status === 200 && !leftToSdk) shortcuts++;
    }),
    { numRuns: 300 },
  );
  expect(shortcuts).toBeGreaterThan(5);
});
