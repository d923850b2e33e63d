import { relativePeriods } from '@voxolib/telephony';
import { connect, eras } from '@voxolib/test-kit';
import { describe, expect, test } from 'vitest';
import { type Caller, createToolServer, languages, type Prompt, prompts, tools } from '../src/index.ts';
import { callerOfDaktela, callerThen, callerWithAll, callerWithoutMinutes, gateway } from './callers.ts';
import { skeletonOf } from './skeleton.ts';

const all = {
  period: '2026-02',
  against: '2025-12',
  product: 'did',
  tz: 'America/New_York',
  agent: 'Alice Demo',
  queue: 'Hotline',
  category: 'Complaints',
  status: 'Waiting for part',
};
const answers = (prompt: Prompt) => [
  {},
  Object.fromEntries(prompt.arguments.map(({ name }) => [name, all[name as keyof typeof all]])),
];
const named = prompts.map((prompt) => [prompt.words.en.name, prompt] as const);

async function textOf(
  name: string,
  given: Record<string, string> = {},
  who: Caller = callerWithAll(),
): Promise<string> {
  const client = await connect(() => gateway.serve(who));
  const { messages } = await client.getPrompt({ name, arguments: given });
  return messages.map(({ content }) => (content.type === 'text' ? content.text : '')).join('\n');
}

describe.each(named)('%s', (_, prompt) => {
  test('suggests tools that it names, with arguments that they take', () => {
    for (const given of answers(prompt)) {
      for (const call of languages.flatMap((language) => prompt.calls(given, language))) {
        expect(prompt.tools).toContain(call.tool);
        const tool = tools.find(({ name }) => name === call.tool);
        expect(tool?.input.safeParse(call.arguments), JSON.stringify(call)).toMatchObject({ success: true });
      }
    }
  });

  test('suggests every tool that it is withheld without', () => {
    const suggested = prompt.calls({}, 'en').map(({ tool }) => tool);
    for (const language of languages) {
      const { next = [] } = prompt.words[language];
      const named = [...next.join(' ').matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
      expect(new Set([...suggested, ...named])).toEqual(new Set(prompt.tools));
    }
  });

  test('suggests calls that work', async () => {
    const client = await connect(() => gateway.serve(callerWithAll()));
    for (const call of answers(prompt).flatMap((given) => prompt.calls(given, 'fr'))) {
      const result = await client.callTool({ name: call.tool, arguments: call.arguments });
      expect(result.isError, `${JSON.stringify(call)}: ${JSON.stringify(result.content)}`).toBeFalsy();
    }
  });

  test('passes on every argument that a person gives', () => {
    const [, given = {}] = answers(prompt);
    const written = JSON.stringify(prompt.calls(given, 'en'));
    for (const value of Object.values(given)) expect(written).toContain(JSON.stringify(value));
  });

  test('names no tool and no argument that there is not', async () => {
    const known = new Set(tools.map(({ name }) => name));
    for (const language of languages) {
      const text = await textOf(prompt.words[language].name);
      for (const [, name = ''] of text.matchAll(/`(\w+)`/g)) expect(known).toContain(name);
    }
  });

  test('has a purpose for each call, in both languages, and the same parts', async () => {
    const { en, fr } = prompt.words;
    expect(en.purposes).toHaveLength(prompt.calls({}, 'en').length);
    expect(fr.purposes).toHaveLength(en.purposes.length);
    expect(fr.layout).toHaveLength(en.layout.length);
    expect(fr.next?.length).toBe(en.next?.length);
    expect(fr.name).not.toBe(en.name);
    const [english, french] = [await textOf(en.name), (await textOf(fr.name)).replaceAll('"fr"', '"en"')];
    expect(skeletonOf(french)).toEqual(skeletonOf(english));
    expect(english).toMatch(/Answer in English\.$/);
    expect(french).toMatch(/Répondez en français\.$/);
  });
});

describe.each(eras)('in the era of %s', (era) => {
  test.each([
    ['everything', callerThen(), ['weekly_review', 'monthly_comparison', 'anomalies', 'minutes_report']],
    ['no minutes', callerThen({ scopes: ['mcp.stats.read'] }), ['weekly_review', 'monthly_comparison', 'anomalies']],
    ['an account without minutes', callerWithoutMinutes(), ['weekly_review', 'monthly_comparison', 'anomalies']],
    ['minutes alone', callerThen({ scopes: ['mcp.billing.read'] }), []],
    ['numbers alone', callerThen({ scopes: ['mcp.inventory.read'] }), []],
    ['no account', callerThen({ account: null }), []],
    [
      'a contact centre',
      callerOfDaktela({ scopes: ['mcp.contactcenter.read', 'mcp.calls.read'] }),
      ['email_audit', 'call_transcript_review', 'pipeline_review', 'agent_daily_summary'],
    ],
    [
      'a contact centre without its calls',
      callerOfDaktela({ scopes: ['mcp.contactcenter.read'] }),
      ['email_audit', 'pipeline_review', 'agent_daily_summary'],
    ],
  ])('with %s, prompts are offered whose tools are', async (_, who, expected) => {
    const client = await connect(() => gateway.serve(who), era);
    const listed = (await client.listPrompts()).prompts.map(({ name }) => name);
    const both = prompts.filter(({ words }) => expected.includes(words.en.name));
    expect(listed).toEqual(both.flatMap(({ words }) => [words.en.name, words.fr.name]));
    for (const { words } of prompts) {
      const got = client.getPrompt({ name: words.fr.name });
      if (expected.includes(words.en.name)) await expect(got).resolves.toHaveProperty('messages');
      else
        await expect(got).rejects.toMatchObject({ code: -32602, message: expect.stringContaining('is not available') });
    }
  });

  test.each([
    ['weekly_revue', {}, 'there is no prompt of this name. Available: weekly_review, bilan_hebdo, monthly_comparison'],
    ['weekly_review', { week: '2026-W10' }, 'Unknown argument "week". weekly_review takes period, product, tz.'],
    ['bilan_hebdo', { constructor: 'x' }, 'Unknown argument "constructor"'],
    ['weekly_review', { period: 'next_week' }, `There is no period "next_week". There are: ${relativePeriods[0]}`],
    ['weekly_review', { period: '2026-W54' }, '2026 has the ISO weeks W01 to W53.'],
    ['weekly_review', { period: '2026-12' }, 'The period 2026-12 is in the future: today is 2026-03-31'],
    ['weekly_review', { product: 'fax' }, 'product: "fax" must be one of all, wcb, did, inbound, outbound, internal.'],
    ['weekly_review', { tz: 'Mars/Base' }, 'tz: "Mars/Base" is not an IANA time zone'],
    ['weekly_review', { period: 'last_week', tz: 'x'.repeat(100_000) }, 'is not an IANA time zone'],
    ['monthly_comparison', { against: 'last_decade' }, 'There is no period "last_decade"'],
  ])('%s %j is refused by name', async (name, given, words) => {
    const client = await connect(() => gateway.serve(callerThen()), era);
    const refused = client.getPrompt({ name, arguments: given });
    await expect(refused).rejects.toMatchObject({ code: -32602, message: expect.stringContaining(words) });
    await expect(refused).rejects.toSatisfy((error: Error) => error.message.length < 500);
  });

  test('a field that was left empty is as good as absent', async () => {
    const client = await connect(() => gateway.serve(callerThen()), era);
    const { messages } = await client.getPrompt({ name: 'weekly_review', arguments: { period: ' ', tz: '' } });
    expect(messages).toEqual((await client.getPrompt({ name: 'weekly_review' })).messages);
  });

  test('a required argument is asked for by name', async () => {
    const [prompt] = prompts;
    if (prompt === undefined) throw new Error('There is a prompt');
    const strict: Prompt = {
      ...prompt,
      arguments: prompt.arguments.map((argument) => ({ ...argument, required: argument.name === 'period' })),
    };
    const server = createToolServer({ tools, prompts: [strict], info: { name: 'test', version: '0' } });
    const client = await connect(() => server.serve(callerThen()), era);
    expect((await client.listPrompts()).prompts[0]?.arguments).toMatchObject([
      { name: 'period', required: true },
      { required: false },
      {},
    ]);
    await expect(client.getPrompt({ name: 'weekly_review', arguments: { period: '' } })).rejects.toMatchObject({
      code: -32602,
      message: 'period is missing. weekly_review takes period, product, tz.',
    });
  });
});

test('a prompt whose tools this server does not have is not served', async () => {
  const few = tools.filter(({ name }) => name !== 'find_anomalies');
  const server = createToolServer({ tools: few, prompts, info: { name: 'test', version: '0' } });
  const client = await connect(() => server.serve(callerThen()));
  const names = (await client.listPrompts()).prompts.map(({ name }) => name);
  expect(names).toEqual(['monthly_comparison', 'comparatif_mensuel', 'minutes_report', 'rapport_minutes']);
});

test('no two prompts share a name', () => {
  const names = prompts.flatMap(({ words }) => languages.map((language) => words[language].name));
  expect(new Set(names).size).toBe(names.length);
});
