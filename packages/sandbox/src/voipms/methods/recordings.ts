import type { VoipmsCall } from '../calls/call.ts';
import { minutesText } from '../duration.ts';
import { around, easternWall, wallText } from '../eastern-time.ts';
import { quotedBase64, silentMp3 } from '../media/mp3.ts';
import type { MethodCall, Methods } from '../method.ts';
import { given, type Parameters, required } from '../parameters.ts';
import { StatusError } from '../status-error.ts';
import { isWithin, readDateRange } from './date-range.ts';
import { readRecordingLine } from './lines.ts';
import { callerNumber, isRecorded } from './recorded-calls.ts';

const TYPES = { incoming: 'Incoming', outgoing: 'Outgoing' } as const;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export const recordingMethods: Methods = {
  getCallRecordings,
  getCallRecording: (request) => {
    const call = requireRecording(request);
    return { ...rowOf(request, call), base64file: quotedBase64(silentMp3(call.seconds)) };
  },
  sendCallRecordingEmail: (request) => {
    requireRecording(request);
    const email = required(request.parameters, 'email');
    if (!EMAIL.test(email)) throw new StatusError('invalid_email');
    return { msg: `Email sent to ${email}` };
  },
  delCallRecording: (request) => {
    requireRecording(request);
    request.state.deletedRecordings.add(required(request.parameters, 'callrecording'));
    return {};
  },
};

function getCallRecordings(request: MethodCall) {
  const { parameters, state } = request;
  const account = readRecordingLine(request);
  const range = readDateRange(parameters);
  const type = given(parameters, 'call_type') ?? 'all';
  if (type !== 'all' && !(type in TYPES)) throw new StatusError('invalid_call_type');
  const { from, to } = around(range.first, range.last);
  const found = [...request.calls(from, to)].filter(
    (call) =>
      isWithin(range, easternWall(call.at)) &&
      isRecorded(state, call) &&
      (account === 'all' || call.account === account) &&
      (type === 'all' || call.direction === type) &&
      !state.deletedRecordings.has(idOf(request, call)),
  );
  const start = wholeNumber(parameters, 'start') ?? 0;
  const recordings = found
    .reverse()
    .slice(start, start + (wholeNumber(parameters, 'length') ?? found.length))
    .map((call) => rowOf(request, call));
  if (recordings.length === 0) throw new StatusError('no_recording');
  return { recordings };
}

function requireRecording(request: MethodCall): VoipmsCall {
  const id = required(request.parameters, 'callrecording');
  const account = readRecordingLine(request);
  const at = Number(Buffer.from(id, 'base64').toString().split('-').at(-1)) * 1_000;
  const [call] = Number.isSafeInteger(at) ? request.calls(at, at + 1_000) : [];
  const there = call !== undefined && idOf(request, call) === id && isRecorded(request.state, call);
  if (!there || request.state.deletedRecordings.has(id)) throw new StatusError('invalid_callrecording');
  if (account !== 'all' && call.account !== account) throw new StatusError('invalid_callrecording');
  return call;
}

function rowOf(request: MethodCall, call: VoipmsCall) {
  return {
    callrecording: idOf(request, call),
    datetime: wallText(easternWall(call.at)),
    destination: call.to,
    type: TYPES[call.direction],
    subaccount: call.account,
    duration: minutesText(call.seconds),
  };
}

function idOf({ account }: MethodCall, call: VoipmsCall): string {
  const direction = call.direction === 'incoming' ? 'IN' : 'OUT';
  return Buffer.from([account.number, callerNumber(call), call.to, direction, call.at / 1_000].join('-')).toString(
    'base64',
  );
}

function wholeNumber(parameters: Parameters, name: string): number | undefined {
  const text = given(parameters, name);
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new StatusError(`invalid_${name}`);
  return Number(text);
}
