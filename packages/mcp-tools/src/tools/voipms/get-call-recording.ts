import { Recording } from '@voxolib/telephony';
import { z } from 'zod';
import { foreign } from '../../foreign-text.ts';
import { attach } from '../../result.ts';
import { defineTool, READS } from '../../tool.ts';

/** Largest sound of one answer: about ten minutes of speech. Clients and hosts refuse much larger messages. */
const MOST_AUDIO_BYTES = 1024 * 1024;

import { AccountName, RecordingId } from './arguments.ts';

export const getCallRecording = defineTool({
  name: 'voipms_get_call_recording',
  title: 'One VoIP.ms call recording',
  description: `One recorded call: time, direction, length, size; and its sound (MP3) when include_audio is true.

Use it with an id from voipms_get_call_recordings. What was said, as text: voipms_get_call_transcript.`,
  needs: 'voipmsRecordings',
  scope: 'mcp.calls.read',
  effects: READS,
  input: z.strictObject({
    recording: RecordingId.describe('id from voipms_get_call_recordings'),
    account: AccountName.describe('account of the same row'),
    include_audio: z
      .boolean()
      .default(false)
      .describe(`true adds the sound, up to ${MOST_AUDIO_BYTES / 1024 / 1024} MiB`),
  }),
  output: z.object({
    recording: z.looseObject({}),
    audio: z.looseObject({}).optional(),
    note: z.string().optional(),
    as_of: z.string(),
  }),
  async run({ recording: id, account, include_audio }, { voipms, signal }) {
    const { recording, audio, no_audio, as_of } = await voipms.recordings.read({ id, account }, { signal });
    const facts = {
      recording: foreign(Recording, recording),
      ...(audio && { audio: { mime_type: audio.mime_type, bytes: audio.data.length } }),
      as_of,
    };
    if (!include_audio) return facts;
    if (audio === undefined) return { ...facts, note: no_audio ?? 'VoIP.ms sent no sound with it.' };
    if (audio.data.length > MOST_AUDIO_BYTES) {
      return { ...facts, note: 'The sound is too large for an answer. voipms_send_call_recording_email sends it.' };
    }
    return attach(facts, { mimeType: audio.mime_type, sound: audio.data });
  },
});
