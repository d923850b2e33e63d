import { expect, test } from 'vitest';
import { z } from 'zod';
import { jsonSchema } from './schema.ts';

test('what may be null has a type for each case, never a list of types', () => {
  const { properties } = jsonSchema(z.object({ rate: z.number().nullable(), name: z.string().nullable() }));
  expect(properties).toEqual({
    rate: { anyOf: [{ type: 'number' }, { type: 'null' }] },
    name: { anyOf: [{ type: 'string' }, { type: 'null' }] },
  });
});

test('that more may come is what an object says without a word', () => {
  const { properties } = jsonSchema(z.object({ totals: z.looseObject({ calls: z.int() }) }));
  expect(properties).toEqual({
    totals: { type: 'object', properties: { calls: { type: 'integer' } }, required: ['calls'] },
  });
});

test('limits that only say what a number can hold are left out', () => {
  expect(jsonSchema(z.object({ count: z.int() })).properties).toEqual({ count: { type: 'integer' } });
});

test('a tool cannot take a list', () => {
  expect(() => jsonSchema(z.array(z.string()))).toThrow('objects');
});
