import { connect, eras } from '@voxolib/test-kit';
import { describe, expect, test } from 'vitest';
import { tools } from '../src/index.ts';
import { instructionsFor } from '../src/instructions.ts';
import { callerWithAll, toolServer } from './callers.ts';

describe.each(tools.map((tool) => [tool.name, tool] as const))('%s', (_, tool) => {
  const wire = toolServer.list(callerWithAll()).find(({ name }) => name === tool.name);

  test('has a name that every client accepts', () => {
    expect(tool.name).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)+$/);
    expect(tool.name.length).toBeLessThanOrEqual(64);
  });

  test('says what it does, when to use it, and is brief', () => {
    expect(tool.title.length).toBeLessThanOrEqual(60);
    expect(tool.description).toMatch(/\n\nUse it /);
    expect(tool.description.length).toBeLessThanOrEqual(700);
  });

  test('gives all four hints as booleans', () => {
    const { title, ...hints } = wire?.annotations ?? {};
    expect(title).toBe(tool.title);
    expect(Object.keys(hints).sort()).toEqual(['destructiveHint', 'idempotentHint', 'openWorldHint', 'readOnlyHint']);
    for (const hint of Object.values(hints)) expect(hint).toBeTypeOf('boolean');
  });

  test('describes every argument and takes no other', () => {
    expect(wire?.inputSchema.additionalProperties).toBe(false);
    for (const [name, schema] of Object.entries(wire?.inputSchema.properties ?? {})) {
      expect(schema, name).toHaveProperty('description');
    }
  });

  test('leaves room in its answer for what later versions add', () => {
    expect(JSON.stringify(wire?.outputSchema)).not.toContain('"additionalProperties":false');
  });
});

test('no two tools share a name', () => {
  expect(new Set(tools.map((tool) => tool.name)).size).toBe(tools.length);
});

test.each([true, false])('the instructions stay within what clients show, whoever is connected', (voxolib) => {
  for (const voipms of [true, false]) {
    expect(instructionsFor({ voxolib, voipms }).length).toBeLessThanOrEqual(1500);
  }
});

test.each(eras)('the whole surface, as a %s client sees it', async (era) => {
  const client = await connect(() => toolServer.serve(callerWithAll()), era);
  const { tools: listed } = await client.listTools();
  await expect(`${JSON.stringify(listed, null, 2)}\n`).toMatchFileSnapshot('surface.json');
});
