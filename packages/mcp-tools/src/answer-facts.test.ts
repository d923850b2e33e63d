import { expect, it } from 'vitest';
import { answerFacts } from './answer-facts.ts';

it('counts the rows of the longest list, and names what is missing by its dates alone', () => {
  const missing = [{ start_date: '2026-03-01', end_date: '2026-03-31', days: 31, reason: 'a secret', product: 'wcb' }];
  const data = { groups: [1, 2], missing, warnings: ['a', 'b', 'c'], totals: { total: 9 } };
  expect(answerFacts(data, 12)).toEqual({ bytes: 12, rows: 2, missing: ['2026-03-01/2026-03-31'] });
});

it('says nothing of rows where there are none', () => {
  expect(answerFacts({ total: 3, missing: [] }, 5)).toEqual({ bytes: 5 });
});
