import { z } from 'zod';
import { clean } from '../../foreign-text.ts';
import { paged, pageFacts, pageInput, Rows } from '../../page.ts';
import { defineTool, READS } from '../../tool.ts';
import { Days, datesOf, readDays, recentDays } from './arguments.ts';
import { filterDigits } from './filter-match.ts';
import { rankSuspects, type Suspect } from './spam-ranking.ts';

export const suggestSpamNumbers = defineTool({
  name: 'voipms_suggest_spam_numbers',
  title: 'Callers that may be spam (VoIP.ms)',
  description: `Callers of the last days who are not in the phonebook, the likeliest nuisance first, each with its score and its reasons in numbers.

Use it for "who keeps calling?" and before voipms_mark_number_as_spam. A score is a hint: let the person decide. All about one caller: voipms_inspect_number.`,
  needs: 'voipmsPhonebook',
  scope: 'mcp.calls.read',
  alsoNeeds: ['mcp.phonebook.read'],
  effects: READS,
  input: z.strictObject({
    ...recentDays,
    days: recentDays.days.describe('The last so many days, today included; 30 unless given'),
    min_calls: z.int().min(1).max(100).default(2).describe('Only callers with at least so many calls'),
    ...pageInput,
    limit: pageInput.limit.default(20),
  }),
  output: z.object({
    period: Days,
    calls: z.int().describe('Inbound calls that were looked at'),
    suspects: Rows,
    ...pageFacts,
    as_of: z.string(),
    warnings: z.array(z.string()).optional(),
  }),
  async run(input, { voipms, signal, now, families }) {
    const { min_calls: minCalls, limit, cursor } = input;
    const period = readDays(input, now(), 30);
    const { entries } = await voipms.phonebook.entries({}, { signal });
    const inPhonebook = new Set(entries.map(({ number }) => filterDigits(number)));
    const asked = { ...datesOf(period), direction: 'inbound' as const };
    const { calls, ...facts } = await voipms.records.list(asked, { signal });
    const known = (number: string) => inPhonebook.has(filterDigits(number));
    const suspects = clean(rankSuspects(calls, { minCalls, families, known })) as Suspect[];
    return paged(suspects, { limit, cursor, keyOf: ({ number }) => number }, (shown, page) => ({
      period,
      calls: calls.length,
      suspects: shown.map(({ reasons, ...about }) => ({ ...about, reasons: reasons.join('; ') })),
      ...page,
      ...facts,
    }));
  },
});
