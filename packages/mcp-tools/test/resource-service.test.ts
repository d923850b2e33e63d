import { TelephonyError } from '@voxolib/telephony';
import { connect, eras } from '@voxolib/test-kit';
import { describe, expect, test } from 'vitest';
import { type CallRecord, createToolServer, ERROR_META_KEY, type Resource } from '../src/index.ts';
import { caller } from './callers.ts';

const text = { mimeType: 'text/plain', description: 'For a test.' };

const resources: Resource[] = [
  { ...text, uri: 'test://fixed', name: 'fixed', title: 'Fixed', read: () => 'the text' },
  {
    ...text,
    uriTemplate: 'test://day/{date}{?format,tz}',
    name: 'day',
    title: 'Day',
    needs: 'reports',
    scope: 'mcp.stats.read',
    complete: { format: () => ['csv', 'csv_fr', 'jsonl'] },
    listed: [{ uri: 'test://day/today', name: 'today', title: 'Today', description: 'This day.' }],
    read: (variables) => ({ text: JSON.stringify(variables), mimeType: 'application/json' }),
  },
  {
    ...text,
    uriTemplate: 'test://fails/{how}',
    name: 'fails',
    title: 'Fails',
    read({ how }) {
      if (how === 'nowhere') return undefined;
      if (how === 'ours') throw new Error('secret-canary');
      throw new TelephonyError(how === 'input' ? 'INVALID_INPUT' : 'UNAVAILABLE', 'It is not to be had.');
    },
  },
];
const server = createToolServer({ tools: [], resources, info: { name: 'test', version: '0' } });

describe.each(eras)('resources in the era of %s', (era) => {
  const client = (who = caller()) => connect(() => server.serve(who), era);

  test('what is fixed or listed is in the list, and templates are in theirs', async () => {
    const { resources: listed } = await (await client()).listResources();
    expect(listed).toMatchObject([
      { uri: 'test://fixed', name: 'fixed', title: 'Fixed', mimeType: 'text/plain', description: 'For a test.' },
      { uri: 'test://day/today', name: 'today', title: 'Today', mimeType: 'text/plain', description: 'This day.' },
    ]);
    const { resourceTemplates } = await (await client()).listResourceTemplates();
    expect(resourceTemplates.map((template) => template.uriTemplate)).toEqual([
      'test://day/{date}{?format,tz}',
      'test://fails/{how}',
    ]);
  });

  test.each([
    ['test://fixed', 'the text', 'text/plain'],
    ['test://day/2026-03-01', '{"date":"2026-03-01"}', 'application/json'],
    ['test://day/a%2Fb?tz=Europe%2FParis', '{"date":"a/b","tz":"Europe/Paris"}', 'application/json'],
    ['test://day/x?tz=UTC&format=csv', '{"date":"x","tz":"UTC","format":"csv"}', 'application/json'],
  ])('%s is read', async (uri, words, mimeType) => {
    const { contents } = await (await client()).readResource({ uri });
    expect(contents).toEqual([{ uri, mimeType, text: words }]);
  });

  test.each([
    'test://nothing',
    'TEST://FIXED',
    'test://fixed/',
    'test://day/',
    'test://day/a/b',
    'test://day/%E0%A4%A',
    'test://fails/x?y=1',
    'test://fails/nowhere',
    'no uri at all',
    `test://day/${'x'.repeat(100_000)}`,
  ])('%.40s is not there, and the answer lists what is', async (uri) => {
    const outcome = (await client()).readResource({ uri });
    await expect(outcome).rejects.toMatchObject({
      code: -32602,
      message: expect.stringMatching(
        /there is no resource of this URI.*Available: test:\/\/fixed, test:\/\/day\/today/,
      ),
      data: { uri: uri.slice(0, 4000) },
    });
    await expect(outcome).rejects.toSatisfy((error: Error) => error.message.length < 400);
  });

  test.each([
    ['test://day/x?zone=UTC', 'Unknown parameter "zone" of test://day/{date}{?format,tz}.'],
    ['test://day/x?tz=UTC&tz=UTC', 'The parameter tz of test://day/{date}{?format,tz} is given twice.'],
    ['test://fails/input', 'It is not to be had. Correct the arguments and call again.'],
  ])('%s is refused in words', async (uri, words) => {
    await expect((await client()).readResource({ uri })).rejects.toMatchObject({
      code: -32602,
      message: expect.stringContaining(words),
      data: { [ERROR_META_KEY]: { code: 'INVALID_INPUT' } },
    });
  });

  test("what is not the reader's to mend is an internal error, and says nothing of itself", async () => {
    await expect((await client()).readResource({ uri: 'test://fails/later' })).rejects.toMatchObject({
      code: -32603,
      message: expect.stringContaining('Call again later'),
    });
    await expect((await client()).readResource({ uri: 'test://fails/ours' })).rejects.toMatchObject({
      code: -32603,
      message: expect.not.stringContaining('canary'),
    });
  });

  test.each([
    [caller({ account: null }), 'no account is connected'],
    [caller({ scopes: ['mcp.inventory.read'] }), 'it needs the scope mcp.stats.read'],
  ])('what is not offered is neither listed, read nor completed (%#)', async (who, reason) => {
    const few = await client(who);
    expect((await few.listResources()).resources.map(({ name }) => name)).toEqual(['fixed']);
    expect((await few.listResourceTemplates()).resourceTemplates.map(({ name }) => name)).toEqual(['fails']);
    const refused = { code: -32602, message: expect.stringContaining(reason) };
    await expect(few.readResource({ uri: 'test://day/x' })).rejects.toMatchObject(refused);
    const ref = { type: 'ref/resource', uri: 'test://day/{date}{?format,tz}' } as const;
    await expect(few.complete({ ref, argument: { name: 'format', value: '' } })).rejects.toMatchObject(refused);
  });

  test('variables of a template are completed', async () => {
    const one = await client();
    const ref = { type: 'ref/resource', uri: 'test://day/{date}{?format,tz}' } as const;
    const complete = async (name: string, value: string) => one.complete({ ref, argument: { name, value } });
    expect((await complete('format', 'CSV')).completion).toMatchObject({ values: ['csv', 'csv_fr'], total: 2 });
    expect((await complete('tz', 'E')).completion.values).toEqual([]);
    await expect(complete('zone', '')).rejects.toMatchObject({
      code: -32602,
      message: expect.stringContaining('takes date, format, tz'),
    });
    const fixed = { ref: { type: 'ref/resource', uri: 'test://fixed' }, argument: { name: 'x', value: '' } } as const;
    expect((await one.complete(fixed)).completion.values).toEqual([]);
    const unknown = { ref: { type: 'ref/resource', uri: 'test://no' }, argument: { name: 'x', value: '' } } as const;
    await expect(one.complete(unknown)).rejects.toMatchObject({ code: -32602 });
  });

  test('a server without resources and prompts does not claim to have them', async () => {
    const bare = createToolServer({ tools: [], info: { name: 'test', version: '0' } });
    expect((await connect(() => bare.serve(caller()), era)).getServerCapabilities()).toEqual({ tools: {} });
    expect((await client()).getServerCapabilities()).toEqual({ tools: {}, resources: {}, completions: {} });
  });
});

test('reading leaves a record, as calls do', async () => {
  const records: CallRecord[] = [];
  const errors: unknown[] = [];
  const observer = {
    onCall: (record: CallRecord) => records.push(record),
    onInternalError: (error: unknown, tool: string) => errors.push([String(error), tool]),
  };
  const one = await connect(() => server.serve(caller(), observer));
  await one.readResource({ uri: 'test://day/x' });
  await one.readResource({ uri: 'test://fails/ours' }).catch(() => {});
  expect(records).toMatchObject([
    { tool: 'resource:day', outcome: 'ok' },
    { tool: 'resource:fails', outcome: 'error', code: 'INTERNAL' },
  ]);
  expect(errors).toEqual([['Error: secret-canary', 'resource:fails']]);
});

test.each(['test://{a', 'test://{a}{?b}/c', 'test://{+a}', '{?}'])(
  'the template %s is refused at the start',
  (uriTemplate) => {
    const wrong = { ...text, uriTemplate, name: 'x', title: 'X', read: () => '' };
    expect(() => createToolServer({ tools: [], resources: [wrong], info: { name: 't', version: '0' } })).toThrow(
      RangeError,
    );
  },
);
