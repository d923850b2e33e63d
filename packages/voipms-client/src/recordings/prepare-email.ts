import { isDeepStrictEqual } from 'node:util';
import { isTelephonyError, type OperationOptions, type PreparedChange, TelephonyError } from '@voxolib/telephony';
import { z } from 'zod';
import { preparedSending } from '../prepared-change.ts';
import type { Session } from '../session.ts';
import { readRecording } from './read-recording.ts';

const METHOD = 'sendCallRecordingEmail';
const Email = z.email().max(254);

interface EmailRequest {
  id: string;
  account: string;
  email: string;
}

/** Plans that VoIP.ms sends a recording to an address. It is sent once, if the recording is still there. */
export async function prepareEmail(
  session: Session,
  request: EmailRequest,
  options: OperationOptions,
): Promise<PreparedChange> {
  const email = readEmail(request.email);
  const { recording } = await readRecording(session, request, options);
  return preparedSending(session, {
    method: METHOD,
    params: { callrecording: request.id, account: request.account, email },
    before: { recording },
    after: { recording, sent_to: email },
    notes: [],
    async check(given) {
      const now = await readRecording(session, request, given).catch((error: unknown) => {
        if (isTelephonyError(error) && error.code === 'NOT_FOUND') throw noLongerThere();
        throw error;
      });
      if (!isDeepStrictEqual(now.recording, recording)) throw noLongerThere();
    },
  });
}

function readEmail(text: string): string {
  const { data } = Email.safeParse(text);
  if (data !== undefined) return data;
  throw new TelephonyError('INVALID_INPUT', 'This is not an e-mail address.', { provider: 'voipms', field: 'email' });
}

function noLongerThere(): TelephonyError {
  return new TelephonyError(
    'CONFLICT',
    'The recording is no longer there as it was when this was planned, so nothing was sent.',
    { provider: 'voipms', field: 'recording' },
  );
}
