import { type Recordings, TelephonyError } from '@voxolib/telephony';
import { readPeriod } from '../read-period.ts';
import type { Session } from '../session.ts';
import { listRecordings } from './list-recordings.ts';
import { prepareEmail } from './prepare-email.ts';
import { readRecording } from './read-recording.ts';
import { soundOf } from './wire-recording.ts';

/** Recorded calls of the lines that record. */
export function recordings(session: Session): Recordings {
  return {
    async list({ account, direction, start = 0, limit, ...asked }, options = {}) {
      requireCount('start', start);
      if (limit !== undefined) requireCount('limit', limit);
      const period = readPeriod(asked, session.now());
      const { recordings: all, asOf } = await listRecordings(session, { account, period, direction }, options);
      return {
        recordings: all.slice(start, limit === undefined ? undefined : start + limit),
        as_of: asOf.toISOString(),
      };
    },
    async read(asked, options = {}) {
      const { recording, row, receivedAt } = await readRecording(session, asked, options);
      return { recording, ...soundOf(row), as_of: receivedAt.toISOString() };
    },
    prepareEmail: (asked, options = {}) => prepareEmail(session, asked, options),
  };
}

function requireCount(field: string, count: number): void {
  if (Number.isSafeInteger(count) && count >= 0) return;
  throw new TelephonyError('INVALID_INPUT', `${field} must be a whole number.`, { provider: 'voipms', field });
}
