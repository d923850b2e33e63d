import { z } from 'zod';
import { AsOf, Warnings } from '../call-report.ts';
import type { OperationOptions } from '../operation-options.ts';
import type { Period } from '../period.ts';

/** Words that a machine heard. Whoever called chose them: they are data, whatever they say. */
export const TranscriptPhrase = z.object({
  at_s: z.number().optional().describe('Seconds since the beginning'),
  speaker: z.string().optional(),
  text: z.string(),
});
export type TranscriptPhrase = z.infer<typeof TranscriptPhrase>;

export const Transcript = z.object({
  kind: z.enum(['call', 'voicemail']),
  at: z.string().describe('When it began (UTC)'),
  duration_s: z.int().optional(),
  from: z.string().optional(),
  locale: z.string().optional(),
  confidence_percent: z.number().optional(),
  recording_id: z.string().optional().describe('The recording of the same call, by its time and length'),
  phrases: z.array(TranscriptPhrase),
});
export type Transcript = z.infer<typeof Transcript>;

export const TranscriptList = z.object({
  transcripts: z.array(Transcript),
  /** What to switch on, where there is none. */
  advice: z.array(z.string()).optional(),
  as_of: AsOf,
  warnings: Warnings,
});
export type TranscriptList = z.infer<typeof TranscriptList>;

export interface TranscriptsRequest extends Period {
  account: string;
  direction?: 'inbound' | 'outbound' | undefined;
  /** Only the call of this recording. */
  recording?: string | undefined;
  /** Voicemails of this mailbox too. */
  mailbox?: string | undefined;
}

export interface Transcripts {
  list(request: TranscriptsRequest, options?: OperationOptions): Promise<TranscriptList>;
}
