import { CallDetail, CallerIdFilter, PhonebookEntry, ResolvedPeriod } from '@voxolib/telephony';
import { z } from 'zod';
import { MaxTokens } from '../../budget.ts';
import { foreign } from '../../foreign-text.ts';
import { Rows } from '../../page.ts';
import { defineTool, READS } from '../../tool.ts';
import { Days, datesOf, PhoneNumber, readDays, recentDays } from './arguments.ts';
import { countStatuses } from './call-counts.ts';
import { whyFilterMeets } from './filter-match.ts';

const SHOWN_CALLS = 10;

export const inspectNumber = defineTool({
  name: 'voipms_inspect_number',
  title: 'All about one phone number (VoIP.ms)',
  description: `What the VoIP.ms account knows of a phone number: phonebook entries and groups, the caller ID filters that meet it, and its calls of the last 30 days both ways.

Use it for "who is this?", "is this number blocked?", "has it called before?". To look for suspicious callers use voipms_suggest_spam_numbers.`,
  needs: 'voipmsPhonebook',
  scope: 'mcp.calls.read',
  alsoNeeds: ['mcp.phonebook.read'],
  effects: READS,
  input: z.strictObject({
    number: PhoneNumber,
    ...recentDays,
    days: recentDays.days.describe('The last so many days, today included; 30 unless given'),
    max_tokens: MaxTokens,
  }),
  output: z.object({
    number: z.string(),
    period: Days,
    groups: z.array(z.string()),
    calls: z.looseObject({ inbound: z.int(), outbound: z.int() }).describe('How many, and what they came to'),
    entries: Rows,
    filters: Rows.describe('Filters that meet calls from this number, and why'),
    latest_calls: Rows,
    as_of: z.string(),
    warnings: z.array(z.string()).optional(),
  }),
  async run(input, { voipms, signal, now }) {
    const { number } = input;
    const period = readDays(input, now(), 30);
    const { entries } = await voipms.phonebook.entries({ number }, { signal });
    const { groups } = await voipms.phonebook.groups({}, { signal });
    const { filters } = await voipms.callerIdFilters.list({}, { signal });
    const { calls, as_of, warnings } = await voipms.records.list({ ...datesOf(period), number }, { signal });
    const ids = new Set(entries.map(({ id }) => id));
    const memberships = groups.filter(
      ({ id, members }) => members.some((member) => ids.has(member)) || entries.some(({ group_id }) => group_id === id),
    );
    const count = (direction: string) => calls.filter((call) => call.direction === direction).length;
    const times = calls.map(({ at }) => at).sort();
    const met = filters.flatMap((filter) => {
      const why = whyFilterMeets(filter, { number, entries, groups: memberships });
      return why === undefined ? [] : [{ ...filter, why }];
    });
    return foreign(InspectedNumber, {
      number,
      period,
      groups: memberships.map(({ name }) => name),
      calls: {
        inbound: count('inbound'),
        outbound: count('outbound'),
        ...(times.length > 0 && { first_at: times[0], last_at: times.at(-1) }),
        talk_s: calls.reduce((sum, { duration_s }) => sum + duration_s, 0),
        status_breakdown: countStatuses(calls),
      },
      entries,
      filters: met,
      latest_calls: calls.slice(0, SHOWN_CALLS),
      as_of,
      warnings,
    });
  },
});

/** Exactly what is told of a number. */
const InspectedNumber = z.object({
  number: z.string(),
  period: ResolvedPeriod,
  groups: z.array(z.string()),
  calls: z.object({
    inbound: z.int(),
    outbound: z.int(),
    first_at: z.string().optional(),
    last_at: z.string().optional(),
    talk_s: z.int(),
    status_breakdown: z.record(z.string(), z.int()),
  }),
  entries: z.array(PhonebookEntry),
  filters: z.array(
    CallerIdFilter.pick({ id: true, pattern: true, did: true, routing: true }).extend({ why: z.string() }),
  ),
  latest_calls: z.array(CallDetail.omit({ cost: true, description: true, id: true })),
  as_of: z.string(),
  warnings: z.array(z.string()).optional(),
});
