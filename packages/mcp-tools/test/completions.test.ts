import { namedPeriod, relativePeriods, TelephonyError, TimeZone } from '@voxolib/telephony';
import { defaultStatusFamilies } from '@voxolib/telephony/reports';
import { connect, eras, fakeDaktela } from '@voxolib/test-kit';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completionOf } from '../src/completion.ts';
import { type Caller, prompts } from '../src/index.ts';
import { recentPeriods } from '../src/recent-periods.ts';
import { callerOfDaktela, callerThen, callerWithAll, gateway } from './callers.ts';

const now = callerThen().now?.() ?? new Date(Number.NaN);
const review = { type: 'ref/prompt', name: 'bilan_hebdo' } as const;
const monthly = { type: 'ref/prompt', name: 'monthly_comparison' } as const;
const anomalies = { type: 'ref/prompt', name: 'anomalies' } as const;
const status = { type: 'ref/resource', uri: 'voxolib://glossary/{language}/status/{status}' } as const;
const glossary = { type: 'ref/resource', uri: 'voxolib://glossary/{language}' } as const;

describe.each(eras)('in the era of %s', (era) => {
  type Ref = { type: 'ref/prompt'; name: string } | { type: 'ref/resource'; uri: string };
  const complete = async (ref: Ref, name: string, value: string, given: Record<string, string> = {}) => {
    const client = await connect(() => gateway.serve(callerThen()), era);
    return (await client.complete({ ref, argument: { name, value }, context: { arguments: given } })).completion;
  };

  test('zones: Paris first, at most a hundred, and the number of all', async () => {
    const { values, total, hasMore } = await complete(review, 'tz', '');
    expect(values.slice(0, 2)).toEqual(['Europe/Paris', 'UTC']);
    expect(values).toHaveLength(100);
    expect(total).toBeGreaterThan(400);
    expect(hasMore).toBe(true);
    for (const zone of values) expect(TimeZone.safeParse(zone).success, zone).toBe(true);
  });

  test.each([
    ['europe/par', ['Europe/Paris'], 1],
    ['new york', ['America/New_York'], 1],
    ['PARIS', ['Europe/Paris'], 1],
    ['Reunion', ['Indian/Reunion'], 1],
    ['Mars/', [], 0],
  ])('zones by %s', async (typed, values, total) => {
    expect(await complete(review, 'tz', typed)).toMatchObject({ values, total, hasMore: false });
  });

  test('periods: the names from today, then those of late, and only what can be asked for', async () => {
    const { values } = await complete(anomalies, 'period', '');
    expect(values.slice(0, relativePeriods.length)).toEqual([...relativePeriods]);
    expect(values).toEqual(
      expect.arrayContaining(['2026-03', '2025-03', '2026-Q1', '2024-Q2', '2026-W14', '2026', '2022']),
    );
    for (const name of values) expect(() => namedPeriod(name, 'Europe/Paris', now), name).not.toThrow();
    expect((await complete(anomalies, 'period', '2026-Q')).values).toEqual(['2026-Q1']);
    expect((await complete(anomalies, 'period', 'month')).values).toEqual(['this_month', 'last_month']);
  });

  test('periods of the zone that was chosen', async () => {
    const later = { ...callerThen(), now: () => new Date('2026-03-31T23:30:00Z') };
    const client = await connect(() => gateway.serve(later), era);
    const april = async (tz: string) => {
      const context = { arguments: { tz } };
      const { completion } = await client.complete({
        ref: monthly,
        argument: { name: 'period', value: '2026-0' },
        context,
      });
      return completion.values[0];
    };
    expect(await april('Europe/Paris')).toBe('2026-04');
    expect(await april('America/New_York')).toBe('2026-03');
    expect(await april('no zone')).toBe('2026-04');
  });

  test('products, statuses, languages, and what to compare with', async () => {
    expect((await complete(review, 'product', '')).values).toEqual(['all', 'wcb', 'did']);
    expect((await complete(status, 'status', '')).values).toEqual(Object.keys(defaultStatusFamilies));
    expect((await complete(status, 'status', 'answer')).values).toEqual([
      'answered',
      'no_answer',
      'noanswer',
      'unanswered',
    ]);
    expect((await complete(glossary, 'language', 'f')).values).toEqual(['fr']);
    expect((await complete(monthly, 'against', 'same')).values).toEqual([
      'same_last_year',
      'same_last_year_by_weekday',
    ]);
  });

  test.each([
    [{ type: 'ref/prompt', name: 'weekly' } as const, 'x', 'there is no prompt of this name'],
    [review, 'week', 'Unknown argument "week". bilan_hebdo takes period, product, tz.'],
    [{ type: 'ref/resource', uri: 'voxolib://x/{y}' } as const, 'y', 'there is no resource of this URI'],
    [glossary, 'lang', 'takes language'],
  ])('%j has no %s', async (ref, name, words) => {
    await expect(complete(ref, name, '')).rejects.toMatchObject({
      code: -32602,
      message: expect.stringContaining(words),
    });
  });

  test('what is not offered is not completed', async () => {
    const client = await connect(() => gateway.serve(callerThen({ account: null })), era);
    const asked = client.complete({ ref: review, argument: { name: 'tz', value: '' } });
    await expect(asked).rejects.toMatchObject({
      code: -32602,
      message: expect.stringContaining('no account is connected'),
    });
  });
});

test('every argument of every prompt is completed with values that the prompt accepts', async () => {
  const client = await connect(() => gateway.serve(callerWithAll()));
  for (const { arguments: taken, words } of prompts) {
    for (const { name } of taken) {
      const { values } = (
        await client.complete({ ref: { type: 'ref/prompt', name: words.en.name }, argument: { name, value: '' } })
      ).completion;
      expect(values.length, `${words.en.name} ${name}`).toBeGreaterThan(0);
      for (const value of values.slice(0, 20)) {
        await expect(client.getPrompt({ name: words.en.name, arguments: { [name]: value } })).resolves.toBeDefined();
      }
    }
  }
});

test('names of a contact centre are completed, and those who may not read it are told nothing', async () => {
  const agentsOf = async (who: Caller) => {
    const client = await connect(() => gateway.serve(who));
    const ref = { type: 'ref/prompt', name: 'agent_daily_summary' } as const;
    return (await client.complete({ ref, argument: { name: 'agent', value: 'nov' } })).completion.values;
  };
  expect(await agentsOf(callerOfDaktela())).toEqual(['Jan Novák', 'Petr Novák']);
  const account = fakeDaktela();
  account.contactCentre.reference.list = async () => {
    throw new TelephonyError('FORBIDDEN', 'Daktela does not let this user read users.');
  };
  expect(await agentsOf(callerOfDaktela({ daktela: account }))).toEqual([]);
});

test('a completion is what contains the text, what begins with it first, and no more than a hundred', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-cA-C_]{1,4}$/), { maxLength: 300 }),
      fc.stringMatching(/^[a-c ]{0,2}$/),
      (candidates, typed) => {
        const { values, total, hasMore } = completionOf(candidates, typed);
        const wanted = typed.trim().replaceAll(' ', '_');
        const matching = candidates.filter((candidate) => candidate.toLowerCase().includes(wanted));
        const ordered = [
          ...matching.filter((candidate) => candidate.toLowerCase().startsWith(wanted)),
          ...matching.filter((candidate) => !candidate.toLowerCase().startsWith(wanted)),
        ];
        expect(values).toEqual(ordered.slice(0, 100));
        expect([total, hasMore]).toEqual([matching.length, matching.length > 100]);
      },
    ),
  );
});

test('recent periods follow each other without a gap, up to today', () => {
  const days = fc.date({ min: new Date('2010-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  const units = fc.constantFrom('week', 'month', 'quarter', 'year');
  fc.assert(
    fc.property(days, units, fc.constantFrom('Europe/Paris', 'America/New_York', 'Pacific/Apia'), (day, unit, tz) => {
      const ranges = recentPeriods(unit, 5, tz, day).map((name) => namedPeriod(name, tz, day));
      expect(ranges[0]?.end_date).toBe(namedPeriod('today', tz, day).end_date);
      for (const [index, range] of ranges.slice(1).entries()) {
        const gap = Date.parse(ranges[index]?.start_date ?? '') - Date.parse(range.end_date);
        expect(gap).toBe(86_400_000);
      }
    }),
  );
});
