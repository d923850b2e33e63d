import type { OperationOptions } from '@voxolib/telephony';
import type { Activity, ChatChannel } from '@voxolib/telephony/contact-centre';
import pLimit from 'p-limit';
import type { Endpoint } from '../../endpoints/endpoints.ts';
import { field } from '../../query/filter.ts';
import { readText } from '../../readers/scalars.ts';
import type { WireRow } from '../../reply/page.ts';
import type { Context } from '../context.ts';
import type { Reading } from '../reading.ts';
import { channelOfKind, toActivity } from '../records/activity.ts';
import { toCall } from '../records/call.ts';
import { chatEndpoints, toChat } from '../records/chat.ts';
import { toEmail } from '../records/email.ts';
import { isRow } from '../records/fields.ts';
import { gapOf, orGap } from './gap.ts';
import { ownMessage, readMessages } from './messages.ts';
import { readTranscripts } from './transcripts.ts';

/** What of an activity's content is wanted. */
export interface ContentWanted {
  mails?: boolean;
  calls?: boolean;
  transcripts?: boolean;
  chats?: boolean;
  messages?: boolean;
  quotes?: boolean | undefined;
}

const BATCH = 50;
const AT_ONCE = 8;

interface Entry {
  row: WireRow;
  activity: Activity;
  item: WireRow | undefined;
}

/**
 * Activities with the content of their kinds. It comes with them as a rule; what came as a mere name is read for all at once, and the
 * transcripts of all calls with one query. What cannot be read is named in the warnings.
 */
export async function activitiesWithContent(
  context: Context,
  rows: readonly WireRow[],
  reading: Reading,
  wanted: ContentWanted,
  options: OperationOptions,
): Promise<{ activities: Activity[]; warnings: string[] }> {
  const warnings: string[] = [];
  const entries: Entry[] = [];
  for (const row of rows) {
    const item = isRow(row.item) && readText(row.item.name ?? row.item.id_call) !== undefined ? row.item : undefined;
    entries.push({ row, activity: await toActivity(row, reading), item });
  }
  const of = (kinds: readonly string[]) => entries.filter(({ activity }) => kinds.includes(activity.kind));
  const mails = wanted.mails ? of(['email']) : [];
  const calls = wanted.calls || wanted.transcripts ? of(['call']) : [];
  const chats = wanted.chats ? of(Object.keys(channelOfKind)) : [];
  await Promise.all([
    addMissing(context, [...mails, ...calls, ...chats], options, warnings).then(() =>
      wanted.messages ? addMessages(context, chats, reading, options, warnings) : undefined,
    ),
    wanted.transcripts ? addTranscripts(context, calls, options, warnings) : undefined,
  ]);
  for (const { activity, item } of mails) {
    if (item !== undefined)
      activity.email = { ...(await toEmail(item, reading, wanted.quotes)), ...belonging(activity) };
  }
  for (const { activity, item } of calls) {
    if (item !== undefined) activity.call = { ...toCall(item, reading), ...belonging(activity) };
  }
  for (const { activity, item } of chats) {
    const channel = channelOfKind[activity.kind];
    if (item !== undefined && channel !== undefined) {
      activity.chat = { ...toChat(item, channel, reading), ...belonging(activity) };
    }
  }
  return { activities: entries.map(({ activity }) => activity), warnings };
}

/** The content need not name what it is the content of. */
function belonging({ id, ticket, ticket_url }: Activity) {
  return { activity: id, ...(ticket !== undefined && { ticket }), ...(ticket_url !== undefined && { ticket_url }) };
}

function endpointOf(kind: string): { endpoint: Endpoint; key: string; many: string } {
  if (kind === 'email') return { endpoint: 'activitiesEmail', key: 'name', many: 'mails' };
  if (kind === 'call') return { endpoint: 'activitiesCall', key: 'id_call', many: 'calls' };
  const channel = channelOfKind[kind] ?? 'web';
  return { endpoint: chatEndpoints[channel], key: 'name', many: `${channel} chats` };
}

/** Reads content that came as its mere name, of each kind together. */
async function addMissing(
  { client }: Context,
  entries: readonly Entry[],
  options: OperationOptions,
  warnings: string[],
): Promise<void> {
  const missing = entries.filter(({ item }) => item === undefined);
  for (const [kind, those] of Map.groupBy(missing, ({ activity }) => activity.kind)) {
    const { endpoint, key, many } = endpointOf(kind);
    const named = those.flatMap((entry) => {
      const name = readText(entry.row.item);
      return name === undefined ? [] : [{ entry, name }];
    });
    try {
      for (let start = 0; start < named.length; start += BATCH) {
        const batch = named.slice(start, start + BATCH);
        const filter = field(key).in(batch.map(({ name }) => name));
        const fields = endpoint === 'activitiesEmail' ? mailFields : undefined;
        const { rows } = await client.list(endpoint, { filter, fields, take: batch.length }, options);
        const byName = new Map(rows.map((row) => [readText(row[key]), row]));
        for (const { entry, name } of batch) entry.item = byName.get(name);
      }
    } catch (error) {
      warnings.push(gapOf(error, `The content of ${those.length} ${many}`));
      continue;
    }
    const gone = those.filter(({ item }) => item === undefined).length;
    if (gone > 0) warnings.push(`Daktela did not give this user the content of some ${many}: ${gone}.`);
  }
}

const mailFields =
  'name queue user contact title address direction wait_time duration answered time state text options.headers attachments files'.split(
    ' ',
  );

async function addTranscripts(
  { client }: Context,
  calls: readonly Entry[],
  options: OperationOptions,
  warnings: string[],
): Promise<void> {
  if (calls.length === 0) return;
  const ids = calls.map(({ activity }) => activity.id);
  const transcripts = await orGap(
    readTranscripts(client, ids, options, warnings),
    'The transcripts of calls',
    warnings,
  );
  for (const { activity } of calls) {
    const segments = transcripts?.get(activity.id);
    if (segments !== undefined) activity.transcript = { activity: activity.id, segments, total: segments.length };
  }
}

async function addMessages(
  context: Context,
  chats: readonly Entry[],
  reading: Reading,
  options: OperationOptions,
  warnings: string[],
): Promise<void> {
  const limit = pLimit(AT_ONCE);
  /** Channels whose messages the instance does not give. */
  const silent = new Set<ChatChannel>();
  await Promise.all(
    chats.map(({ activity, item }) =>
      limit(async () => {
        const channel = channelOfKind[activity.kind];
        if (channel === undefined || item === undefined) return;
        const own = channel === 'sms' ? ownMessage(item, reading) : undefined;
        if (own !== undefined || silent.has(channel)) {
          if (own !== undefined) activity.messages = own;
          return;
        }
        const messages = await readMessages(context, channel, readText(item.name) ?? '', options, warnings);
        if (messages === undefined) silent.add(channel);
        else activity.messages = messages;
      }),
    ),
  );
}
