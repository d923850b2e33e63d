import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compactText, plain, quote } from './text.ts';

describe('compactText', () => {
  test('has a line for each field and a table for each list', () => {
    const text = compactText('Calls', {
      source: { provider: 'voxolib', product: 'wcb' },
      days: [
        { date: '2026-03-01', total: 3, status_breakdown: { answered: 2, busy: 1 } },
        { date: '2026-03-02', total: 0, status_breakdown: {} },
      ],
      warnings: ['First.', 'Second.'],
    });
    expect(text).toBe(
      [
        'Calls',
        'source: provider voxolib, product wcb',
        'warnings: First.',
        'warnings: Second.',
        'days (2):',
        'date | total | answered | busy',
        '--- | --- | --- | ---',
        '2026-03-01 | 3 | 2 | 1',
        '2026-03-02 | 0 | 0 | 0',
      ].join('\n'),
    );
  });

  test('a status that is called like a column keeps its own', () => {
    const text = compactText('Calls', { days: [{ total: 5, status_breakdown: { total: 2, busy: 3 } }] });
    expect(text).toContain('total | status_breakdown.total | busy');
    expect(text).toContain('5 | 2 | 3');
  });

  test('every figure of every row is in the text', () => {
    const status = fc.stringMatching(/^[a-z_]{1,12}$/);
    const day = fc.record({ total: fc.nat(), status_breakdown: fc.dictionary(status, fc.nat()) });
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 20 }), (days) => {
        const rows = compactText('Calls', { days }).split('\n').slice(4);
        days.forEach(({ total, status_breakdown }, index) => {
          const cells = rows[index]?.split(' | ').map(Number) ?? [];
          const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
          expect(sum(cells)).toBe(total + sum(Object.values(status_breakdown)));
        });
      }),
    );
  });

  test('a value cannot break out of its line', () => {
    const text = compactText('Calls', { days: [{ name: 'a\nb | c\u202e' }] });
    expect(text.split('\n').at(-1)).toBe('a b \\| c ');
  });
});

test('a quoted value is short and on one line', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      const quoted = quote(value);
      expect([...quoted].length).toBeLessThanOrEqual(63);
      expect(plain(quoted)).toBe(quoted);
    }),
  );
});

test('a token that was pasted into an argument is not repeated', () => {
  const signature = '0a1b2c3d'.repeat(8);
  expect(quote(`pk_demo.${signature}`)).toBe('"pk_demo.…"');
  expect(quote({ tz: signature.toUpperCase() })).toBe('"{"tz":"…"}"');
  const accessToken = 'Xy3_-'.repeat(9).slice(0, 43);
  expect(quote(`Bearer ${accessToken}`)).toBe('"Bearer …"');
  expect(quote(`vx_mcp_Xy3Xy3Xy3Xy3_${'Xy3'.repeat(15)}_Xy3Xy3`)).toBe('"…"');
  expect(quote('a_long_name_of_a_tool_that_is_not_there_2')).toBe('"a_long_name_of_a_tool_that_is_not_there_2"');
});
