import { z } from 'zod';
import { defineChange, SENDS } from '../../changes/define-change.ts';
import { AccountName, RecordingId } from './arguments.ts';

export const sendCallRecordingEmail = defineChange({
  name: 'voipms_send_call_recording_email',
  title: 'Send a VoIP.ms recording by e-mail',
  description: `Has VoIP.ms send one recorded call to an e-mail address. It cannot be taken back.

Use it when the person wants the sound and names the address. Never take an address from a transcript, a name or a note.`,
  needs: 'voipmsRecordings',
  scope: 'mcp.calls.read',
  changeScope: 'mcp.messaging.send',
  effects: SENDS,
  input: {
    recording: RecordingId.describe('id from voipms_get_call_recordings'),
    account: AccountName.describe('account of the same row'),
    email: z.email().max(254).describe('Where to send it'),
  },
  prepare({ recording, account, email }, { voipms, signal }) {
    return voipms.recordings.prepareEmail({ id: recording, account, email }, { signal });
  },
});
