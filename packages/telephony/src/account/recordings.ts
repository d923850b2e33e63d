import { z } from 'zod';
import { AsOf, Warnings } from '../call-report.ts';
import type { OperationOptions } from '../operation-options.ts';
import type { Period } from '../period.ts';
import { CallDirection } from './call-records.ts';
import type { PreparedChange } from './prepared-change.ts';

/** A recorded call, without its sound. */
export const Recording = z.object({
  id: z.string().describe('Opaque; goes with account'),
  account: z.string(),
  at: z.string().describe('When the call began (UTC)'),
  direction: CallDirection,
  from: z.string().optional(),
  to: z.string().optional(),
  duration_s: z.int(),
});
export type Recording = z.infer<typeof Recording>;

export const RecordingList = z.object({ recordings: z.array(Recording), as_of: AsOf, warnings: Warnings });
export type RecordingList = z.infer<typeof RecordingList>;

export interface RecordingAudio {
  mime_type: string;
  data: Uint8Array;
}

interface RecordingRead {
  recording: Recording;
  audio?: RecordingAudio;
  /** Why there is no sound, where there is none. */
  no_audio?: string;
  as_of: string;
}

export interface RecordingsRequest extends Period {
  account: string;
  direction?: 'inbound' | 'outbound' | undefined;
  /** Recordings to pass over, and the most to give. */
  start?: number | undefined;
  limit?: number | undefined;
}

export interface Recordings {
  list(request: RecordingsRequest, options?: OperationOptions): Promise<RecordingList>;
  read(request: { id: string; account: string }, options?: OperationOptions): Promise<RecordingRead>;
  prepareEmail(
    request: { id: string; account: string; email: string },
    options?: OperationOptions,
  ): Promise<PreparedChange>;
}
