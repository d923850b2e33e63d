import { connect, eras } from '@voxolib/test-kit';
import { expect, test } from 'vitest';
import { instructions } from '../src/index.ts';
import { callerOfDaktela, callerThen, callerWithAll, gateway } from './callers.ts';

// The tools are in surface.json; here is everything else that people and models read.
const accounts = [
  ['Voxolib', callerThen(), 'surface.md'],
  ['Daktela', callerOfDaktela(), 'surface-daktela.md'],
] as const;
const clients = eras.flatMap((era) => accounts.map(([account, who, file]) => [era, account, who, file] as const));

test.each(clients)(
  'instructions, resources and prompts, as a %s client with %s sees them',
  async (era, _, who, file) => {
    const client = await connect(() => gateway.serve(who), era);
    const parts = [`# Instructions\n\n${client.getInstructions()}`];
    const { resources } = await client.listResources();
    const { resourceTemplates } = await client.listResourceTemplates();
    const { prompts } = await client.listPrompts();
    const lines = [
      ...resources.map(({ uri, name, title, description }) => `- ${uri} (${name}) **${title}** ${description}`),
      ...resourceTemplates.map(({ uriTemplate, name, title, description }) => {
        return `- ${uriTemplate} (${name}) **${title}** ${description}`;
      }),
      ...prompts.map(({ name, title, description, arguments: taken = [] }) => {
        return [
          `- ${name} **${title}** ${description}`,
          ...taken.map((one) => `  - ${one.name}: ${one.description}`),
        ].join('\n');
      }),
    ];
    parts.push(`# Lists\n\n${lines.join('\n')}`);
    for (const { uri } of resources) {
      const [content] = (await client.readResource({ uri })).contents;
      parts.push(`<!-- ${uri} -->\n${content !== undefined && 'text' in content ? content.text : ''}`);
    }
    for (const { name } of prompts) {
      const { messages } = await client.getPrompt({ name });
      for (const { role, content } of messages) {
        parts.push(`<!-- prompt ${name}, ${role} -->\n${content.type === 'text' ? content.text : content.type}`);
      }
    }
    await expect(`${parts.join('\n\n')}\n`).toMatchFileSnapshot(file);
  },
);

test('the instructions name only tools and resources that there are', async () => {
  const client = await connect(() => gateway.serve(callerThen()));
  const tools = (await client.listTools()).tools.map(({ name }) => name);
  const uris = (await client.listResources()).resources.map(({ uri }) => uri);
  for (const [name] of instructions.matchAll(/\b(?:voxolib_\w+|\w+_(?:stats|periods|anomalies|calls))\b/g)) {
    expect(tools).toContain(name);
  }
  for (const [uri] of instructions.matchAll(/voxolib:[\w/]+/g)) expect(uris).toContain(uri);
  for (const first of ['call_stats', 'compare_periods', 'find_anomalies', 'export_calls']) {
    expect(instructions).toContain(first);
  }
});

test('the instructions of all accounts name only tools that there are', async () => {
  const client = await connect(() => gateway.serve(callerWithAll()));
  const tools = (await client.listTools()).tools.map(({ name }) => name);
  const said = client.getInstructions() ?? '';
  expect(said).toContain('VoIP.ms');
  for (const [name] of said.matchAll(/\b(?:voxolib_\w+|call_stats|compare_periods|find_anomalies|export_calls)\b/g)) {
    expect(tools).toContain(name);
  }
  for (const [name] of said.matchAll(/\b(?:get|inspect|suggest)_\w+/g)) expect(tools).toContain(`voipms_${name}`);
});
