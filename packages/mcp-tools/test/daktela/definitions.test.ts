import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { expect, test } from 'vitest';
import { callerOfDaktela, toolServer } from '../callers.ts';

const definitions = toolServer.list(callerOfDaktela()).filter(({ name }) => name.startsWith('daktela_'));

test('the tools are few, and their definitions are within what a conversation can bear', () => {
  const forModels = definitions.map(({ name, description, inputSchema }) => ({ name, description, inputSchema }));
  const tokens = countTokens(JSON.stringify(forModels));
  const listed = countTokens(JSON.stringify(definitions));
  console.error(
    `Daktela, ${definitions.length} tools: ${tokens} tokens of names, descriptions and arguments; ${listed} as tools/list gives them`,
  );
  expect(definitions.length).toBeLessThanOrEqual(24);
  expect(listed).toBeLessThanOrEqual(7000);
});

test('all of them read, and need the right to the contact centre', () => {
  const withOthers = toolServer.list(
    callerOfDaktela({ scopes: ['mcp.stats.read', 'mcp.calls.read', 'mcp.phonebook.write', 'mcp.messaging.send'] }),
  );
  expect(withOthers.filter(({ name }) => name.startsWith('daktela_'))).toEqual([]);
  for (const { annotations } of definitions) expect(annotations).toMatchObject({ readOnlyHint: true });
});
