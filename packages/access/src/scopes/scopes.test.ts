import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createScopes, type ScopeRules } from './scopes.ts';

const scopes = createScopes({
  'book.read': {},
  'book.write': { implies: ['book.read'], changes: true },
  'book.own': { implies: ['book.write'] },
  'stats.read': {},
});

it('asks for nothing that is granted or implied by what is', () => {
  expect(scopes.missing(['book.read'], ['book.write'])).toEqual([]);
  expect(scopes.missing(['book.read', 'book.write'], ['book.own'])).toEqual([]);
  expect(scopes.missing(['book.write', 'stats.read'], ['book.read'])).toEqual(['book.write', 'stats.read']);
  expect(scopes.missing(['stats.read', 'stats.read'], [])).toEqual(['stats.read']);
});

it('knows whether a change is allowed, also by what is implied', () => {
  expect(scopes.allowsChange(['book.read', 'stats.read'])).toBe(false);
  expect(scopes.allowsChange(['book.own'])).toBe(true);
});

it('refuses unknown scopes by name', () => {
  const parse = () => scopes.parse('stats.read  book.burn toString');
  expect(parse).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field: 'scope' }));
  expect(parse).toThrow(/"book\.burn", "toString" are not scopes/);
  expect(() => scopes.parse(['__proto__'])).toThrow('"__proto__" is not a scope');
  expect(() => scopes.parse('x'.repeat(100_000))).toThrow(/^.{1,200}$/);
});

it('lets a grant of a name that is gone grant nothing', () => {
  expect([...scopes.expand(['constructor', 'book.gone', 'stats.read'])]).toEqual(['stats.read']);
});

it('refuses a table that names strangers or impossible names', () => {
  const rules = { a: { implies: ['b'] } } as ScopeRules;
  expect(() => createScopes(rules)).toThrow('"a" implies "b"');
  expect(() => createScopes({ 'a b': {} })).toThrow('cannot be the name');
  expect(() => createScopes({ 'a"': {} })).toThrow('cannot be the name');
});

const names = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
type Name = (typeof names)[number];
const name = fc.constantFrom(...names);
const someNames = fc.uniqueArray(name);
const rule = fc.record({ implies: someNames });
// Circles included.
const graph = fc.record<ScopeRules<Name>>({ a: rule, b: rule, c: rule, d: rule, e: rule, f: rule });

it('follows implications to their end, circles included, and no further', () => {
  fc.assert(
    fc.property(graph, someNames, someNames, (rules, granted, required) => {
      const { expand, missing } = createScopes(rules);
      const held = expand(granted);
      // The least set that holds what is granted and is closed: every member is there by a chain.
      const chained = new Set<Name>(granted);
      for (const _ of names) for (const n of [...chained]) for (const i of rules[n].implies ?? []) chained.add(i);
      expect(held).toEqual(chained);
      expect(missing(required, granted)).toEqual(required.filter((n) => !chained.has(n)));
      expect(missing(missing(required, granted), [...granted, ...missing(required, granted)])).toEqual([]);
    }),
  );
});

it('reads what it writes', () => {
  fc.assert(
    fc.property(graph, someNames, (rules, list) => {
      const { parse, format } = createScopes(rules);
      expect(parse(format(list))).toEqual(names.filter((n) => list.includes(n)));
    }),
  );
});
