import type { Recording, Transcript } from '@voxolib/telephony';
import { voipmsContract } from '../contract.ts';

export const MOST_APART_MS = voipmsContract.transcriptJoinSeconds.value * 1000;

/**
 * Finds the recording of a transcript's call: of the same line, begun at nearly the same time and as long. Each is given once. Where two
 * are equally near, none is.
 */
export function recordingFinder(recordings: readonly Recording[]) {
  const left = new Set(recordings);

  return function idOf({ at, duration_s }: Transcript, line: string | undefined): string | undefined {
    const apart = (recording: Recording) => Math.abs(Date.parse(recording.at) - Date.parse(at));
    const near = [...left]
      .filter(
        (recording) =>
          (line === undefined || recording.account === line) &&
          apart(recording) <= MOST_APART_MS &&
          (duration_s === undefined || Math.abs(recording.duration_s - duration_s) <= 1),
      )
      .sort((one, other) => apart(one) - apart(other));
    const [nearest, next] = near;
    if (nearest === undefined || (next !== undefined && apart(next) === apart(nearest))) return undefined;
    left.delete(nearest);
    return nearest.id;
  };
}
