import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeQuery } from './encode.ts';
import { and, type Condition, type Filter, field, or } from './filter.ts';

const bare = { sort: [], fields: [], search: undefined, skip: 0, take: 1 };

function decoded(filter: Filter): string[] {
  return encodeQuery({ ...bare, filter })
    .split('&')
    .slice(2)
    .map((pair) => decodeURIComponent(pair));
}

test('a nested group has the canonical form', () => {
  const stage = or(field('stage').eq('OPEN'), field('stage').eq('WAIT'));
  expect(decoded(and(field('priority').eq('HIGH'), stage))).toEqual([
    'filter[logic]=and',
    'filter[filters][0][field]=priority',
    'filter[filters][0][operator]=eq',
    'filter[filters][0][value]=HIGH',
    'filter[filters][1][logic]=or',
    'filter[filters][1][filters][0][field]=stage',
    'filter[filters][1][filters][0][operator]=eq',
    'filter[filters][1][filters][0][value]=OPEN',
    'filter[filters][1][filters][1][field]=stage',
    'filter[filters][1][filters][1][operator]=eq',
    'filter[filters][1][filters][1][value]=WAIT',
  ]);
});

test.each<[Condition, string[]]>([
  [field('contact').in(['a', 'b']), ['[operator]=in', '[value][0]=a', '[value][1]=b']],
  [field('stage').notIn(['CLOSE']), ['[operator]=notin', '[value][0]=CLOSE']],
  [field('id_merge').isNull(), ['[operator]=isnull', '[value]=true']],
  [field('closed').isNotNull(), ['[operator]=isnotnull', '[value]=true']],
  [field('answered').eq(false), ['[operator]=eq', '[value]=0']],
  [field('unread').eq(true), ['[operator]=eq', '[value]=1']],
  [field('title').contains('50%_\\ & co'), ['[operator]=contains', '[value]=50%_\\ & co']],
  [field('duration').between(0, 60), ['[operator]=between', '[value][0]=0', '[value][1]=60']],
])('%j', (condition, pairs) => {
  expect(decoded(condition)).toEqual([
    'filter[logic]=and',
    `filter[filters][0][field]=${condition.field}`,
    ...pairs.map((pair) => `filter[filters][0]${pair}`),
  ]);
});

test('a query holds only what can stand in an address, and spaces are no plus signs', () => {
  const text = encodeQuery({ ...bare, filter: field('title').contains('a +b'), search: 'ř š' });
  expect(text).toMatch(/^[\w%&=.~!*'()-]+$/);
  expect(text).toContain('a%20%2Bb');
});

/** As PHP reads a query: brackets make maps, and maps with the keys 0, 1, 2… are lists. */
function readPhp(query: string): unknown {
  const root: Record<string, unknown> = {};
  for (const [name, value] of new URLSearchParams(query.replaceAll('+', '%2B'))) {
    const keys = name.replaceAll(']', '').split('[');
    const last = keys.pop() ?? '';
    let level = root;
    for (const key of keys) {
      level[key] ??= {};
      level = level[key] as Record<string, unknown>;
    }
    level[last] = value;
  }
  return asLists(root);
}

function asLists(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, asLists(inner)] as const);
  return entries.length > 0 && entries.every(([key], index) => key === String(index))
    ? entries.map(([, inner]) => inner)
    : Object.fromEntries(entries);
}

const Text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const AnyCondition: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ field: Text, operator: fc.constantFrom('eq', 'contains'), value: Text }),
  fc.record({ field: Text, operator: fc.constant('in'), value: fc.array(Text, { minLength: 1, maxLength: 4 }) }),
) as fc.Arbitrary<Filter>;
const AnyFilter = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 4 },
    AnyCondition,
    fc.record({
      logic: fc.constantFrom('and', 'or'),
      filters: fc.array(tie('filter'), { minLength: 1, maxLength: 3 }),
    }),
  ) as fc.Arbitrary<Filter>,
})).filter;

test('any filter comes out as it went in', () => {
  fc.assert(
    fc.property(AnyFilter, fc.array(Text, { minLength: 1 }), (filter, fields) => {
      const outer = 'logic' in filter ? filter : { logic: 'and', filters: [filter] };
      expect(readPhp(encodeQuery({ ...bare, filter, fields }))).toEqual({
        skip: '0',
        take: '1',
        filter: outer,
        fields,
      });
    }),
  );
});
