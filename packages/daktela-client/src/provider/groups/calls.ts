import { isTelephonyError, type OperationOptions } from '@voxolib/telephony';
import type {
  CallTranscript,
  ContactCalls,
  ListRequest,
  TranscribedCall,
  TranscriptSegment,
} from '@voxolib/telephony/contact-centre';
import pLimit from 'p-limit';
import type { DaktelaClient } from '../../client.ts';
import { endpoints } from '../../endpoints/endpoints.ts';
import { field } from '../../query/filter.ts';
import type { WireRow } from '../../reply/page.ts';
import type { Context } from '../context.ts';
import { getRecord } from '../lists/get-record.ts';
import { countRecords, type Question, readRecordPage, saying } from '../lists/read-page.ts';
import { type Paging, readPaging, readSort, type Sorts } from '../lists/request.ts';
import { toCall } from '../records/call.ts';
import { ofActivity, toActivityOf } from '../records/fields.ts';
import { toSegment } from '../records/transcript.ts';
import { callQuestion } from './call-filter.ts';
import { callsByAgent } from './calls-by-agent.ts';
import { gapOf } from './gap.ts';
import { readTranscripts } from './transcripts.ts';

const sorts: Sorts = { time: 'call_time', duration: 'duration', waiting: 'waiting_time', ringing: 'ringing_time' };
const MOST_SEGMENTS = 1000;
const AT_ONCE = 4;

const withActivity = [...endpoints.activitiesCall.projection, ...ofActivity];
const withWholeActivity = [...endpoints.activitiesCall.projection, 'activities'];

/** Calls of Daktela, and what was said in them. */
export function contactCalls(context: Context): ContactCalls {
  const { client } = context;

  async function page(
    question: Question,
    request: Paging & Pick<ListRequest, 'sort' | 'order'>,
    options: OperationOptions,
    fields: readonly string[] = withActivity,
  ) {
    const { skip, take } = request;
    const query = { skip, take, sort: readSort(request, sorts), fields };
    return readRecordPage(context, 'activitiesCall', question, query, toCall, options);
  }

  return {
    async list(filter, request, options = {}) {
      const paging = readPaging(request);
      readSort(request, sorts);
      return page(await callQuestion(context, filter, options), { ...request, ...paging }, options);
    },

    async count(filter, options = {}) {
      return countRecords(context, 'activitiesCall', await callQuestion(context, filter, options), options);
    },

    async read({ id }, options = {}) {
      const reply = await getRecord(client, 'activitiesCall', id, options);
      const reading = context.reading(reply);
      return {
        record: toCall(reply.row, reading),
        as_of: reply.receivedAt.toISOString(),
        ...saying(reading.warnings()),
      };
    },

    async transcript({ of, skip, take = MOST_SEGMENTS }, options = {}) {
      const paging = readPaging({ skip, take }, MOST_SEGMENTS);
      const activity = await activityOf(client, of, options);
      const query = { filter: field('activity').eq(activity), ...paging };
      const reply = await client.list('activitiesCallTranscripts', query, options);
      const warnings: string[] = [];
      if (reply.rows.length === 0 && paging.skip === 0) {
        // NOT_FOUND where there is no such activity at all.
        await getRecord(client, 'activities', activity, options, 'of');
        warnings.push('This call has no transcript.');
      }
      const record: CallTranscript = {
        activity,
        segments: reply.rows.map(toSegment).sort((one, other) => one.start_s - other.start_s),
        ...(reply.total !== undefined && { total: reply.total }),
        ...(reply.more && { next_skip: paging.skip + reply.rows.length }),
      };
      return { record, as_of: reply.receivedAt.toISOString(), ...saying(warnings) };
    },

    async transcripts(filter, request, options = {}) {
      const paging = readPaging({ ...request, take: request.take ?? 20 });
      readSort(request, sorts);
      const question = await callQuestion(context, { ...filter, answered: true }, options);
      const light = await page(question, { ...request, ...paging }, options);
      // A version that does not follow fields into an activity leaves it out: then it comes whole.
      const isWithout = light.records.length > 0 && light.records.every(({ activity }) => activity === undefined);
      const calls = isWithout ? await page(question, { ...request, ...paging }, options, withWholeActivity) : light;
      const warnings: string[] = [];
      const records = await withTranscripts(
        client,
        calls.records.map((call) => ({ call })),
        options,
        warnings,
      );
      return { ...calls, records, ...saying(calls.warnings ?? [], warnings) };
    },

    byAgent: (filter, by, options = {}) => callsByAgent(context, filter, by, options),
  };
}

const ACTIVITY_NAME = /^activit(y|ies)_/;

/** The activity of a call, by the id of either. */
async function activityOf(client: DaktelaClient, of: string, options: OperationOptions): Promise<string> {
  const id = of.trim();
  if (ACTIVITY_NAME.test(id)) return id;
  try {
    const { row } = await client.get('activitiesCall', id, { fields: ['activities'] }, options);
    return activityIn(row) ?? id;
  } catch (error) {
    // What is no call may be an activity with a name of another form.
    if (isTelephonyError(error) && error.code === 'NOT_FOUND') return id;
    throw error;
  }
}

const activityIn = ({ activities }: WireRow) => toActivityOf(activities, '').activity;

/** All transcripts with one query; where that fails, each by itself, so that one does not spoil the others. */
async function withTranscripts(
  client: DaktelaClient,
  calls: readonly TranscribedCall[],
  options: OperationOptions,
  warnings: string[],
): Promise<TranscribedCall[]> {
  const known = calls.map(({ call }) => call.activity).filter((activity) => activity !== undefined);
  try {
    const transcripts = known.length === 0 ? new Map() : await readTranscripts(client, known, options, warnings);
    return calls.map(({ call }) => transcribed(call, transcripts.get(call.activity)));
  } catch (error) {
    const said = gapOf(error, 'The transcripts');
    if (isTelephonyError(error) && error.code !== 'INVALID_INPUT' && error.code !== 'UNAVAILABLE') {
      warnings.push(said);
      return calls.map(({ call }) => ({ call, problem: said }));
    }
  }
  const limit = pLimit(AT_ONCE);
  return Promise.all(
    calls.map(({ call }) =>
      limit(async () => {
        if (call.activity === undefined) return transcribed(call, undefined);
        try {
          const one = await readTranscripts(client, [call.activity], options, warnings);
          return transcribed(call, one.get(call.activity));
        } catch (error) {
          return { call, problem: gapOf(error, 'The transcript') };
        }
      }),
    ),
  );
}

function transcribed(call: TranscribedCall['call'], segments: TranscriptSegment[] | undefined): TranscribedCall {
  if (call.activity === undefined)
    return { call, problem: 'Its activity is not known, by which its transcript is found. Read the call alone.' };
  if (segments === undefined) return { call };
  return { call, transcript: { activity: call.activity, segments, total: segments.length } };
}
