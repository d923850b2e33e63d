import type { VoipmsCall } from '../calls/call.ts';
import { minutesText } from '../duration.ts';
import { around, easternWall, wallText } from '../eastern-time.ts';
import { conversationAt } from '../media/conversations.ts';
import type { MethodCall, Methods } from '../method.ts';
import { given } from '../parameters.ts';
import { StatusError } from '../status-error.ts';
import { isWithin, readDateRange } from './date-range.ts';
import { readRecordingLine } from './lines.ts';
import { callerNumber, isTranscribed } from './recorded-calls.ts';

const TURN_MS = 3_000;

export const transcriptionMethods: Methods = { getCallTranscriptions };

/** Only of what is switched on for it. The rows do not say which recording they belong to. */
function getCallTranscriptions(request: MethodCall) {
  const { state, parameters } = request;
  const name = readRecordingLine(request);
  const range = readDateRange(parameters);
  const type = given(parameters, 'call_type') ?? 'all';
  const { from, to } = around(range.first, range.last);
  const transcriptions = [...request.calls(from, to)]
    .filter(
      (call) =>
        isWithin(range, easternWall(call.at)) &&
        isTranscribed(state, call) &&
        (name === 'all' || call.account === name) &&
        (type === 'all' || call.direction === type),
    )
    .reverse()
    .map(rowOf);
  if (transcriptions.length === 0) throw new StatusError('no_transcriptions');
  return { transcriptions };
}

function rowOf(call: VoipmsCall) {
  const wall = easternWall(call.at);
  return {
    date: wallText(wall),
    duration: minutesText(call.seconds),
    speakers: [callerNumber(call)],
    locale: 'en-US',
    confidence: `${(88 + (call.seconds % 10)).toFixed(2)}%`,
    recognized_phrases: conversationAt(call.at).map((phrase, turn) => ({
      time: wallText(wall + (turn + 1) * TURN_MS),
      duration: '2.40',
      speaker: String((turn % 2) + 1),
      phrase,
    })),
  };
}
