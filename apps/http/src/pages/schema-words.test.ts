import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ArgumentType, argumentsOf } from './schema-words.ts';

const typeOf = (schema: unknown) => argumentsOf({ properties: { it: schema } })[0]?.type;

it.each<[unknown, ArgumentType]>([
  [{ type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }, { kind: 'date' }],
  [{ type: 'string', format: 'date' }, { kind: 'date' }],
  [{ type: 'string', maxLength: 64 }, { kind: 'text' }],
  [{ type: 'integer' }, { kind: 'integer' }],
  [{ type: 'number' }, { kind: 'number' }],
  [{ type: 'boolean' }, { kind: 'boolean' }],
  [{ type: 'object' }, { kind: 'object' }],
  [
    { type: 'string', enum: ['wcb', 'did'] },
    { kind: 'choice', values: ['wcb', 'did'] },
  ],
  [{ const: 3 }, { kind: 'choice', values: ['3'] }],
  [
    { type: 'array', items: { type: 'integer' } },
    { kind: 'list', of: { kind: 'integer' } },
  ],
  [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, { kind: 'any' }],
  [true, { kind: 'any' }],
])('reads %j', (schema, type) => {
  expect(typeOf(schema)).toEqual(type);
});

it('says which arguments must be given, and what the others are when they are not', () => {
  const schema = {
    required: ['start_date', 'tz'],
    properties: {
      start_date: { type: 'string', description: 'First day' },
      tz: { type: 'string', default: 'Europe/Paris' },
      limit: { type: 'integer', default: 10 },
      note: { type: 'string' },
    },
  };
  expect(argumentsOf(schema)).toEqual([
    { name: 'start_date', required: true, description: 'First day', default: undefined, type: { kind: 'text' } },
    { name: 'tz', required: false, description: undefined, default: 'Europe/Paris', type: { kind: 'text' } },
    { name: 'limit', required: false, description: undefined, default: '10', type: { kind: 'integer' } },
    { name: 'note', required: false, description: undefined, default: undefined, type: { kind: 'text' } },
  ]);
});

it('reads anything without failing', () => {
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (schema) => Array.isArray(argumentsOf(schema))));
});
