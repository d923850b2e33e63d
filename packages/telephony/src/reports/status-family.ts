import { z } from 'zod';

/** What a call came to. An interpretation of the vendor's status, shown beside it and never in its place. */
export const families = ['answered', 'missed', 'busy', 'failed', 'other'] as const;
export type StatusFamily = (typeof families)[number];

/** Which family a status belongs to, however its name is written. Data: a deployment may lay its own over it. */
export const StatusFamilies = z.record(z.string().transform(nameOf), z.enum(families));
export type StatusFamilies = z.infer<typeof StatusFamilies>;

/** Missed means that nobody talked to the caller, also where a machine took a message. */
export const defaultStatusFamilies: StatusFamilies = {
  answered: 'answered',
  completed: 'answered',
  connected: 'answered',
  no_answer: 'missed',
  noanswer: 'missed',
  missed: 'missed',
  unanswered: 'missed',
  abandon: 'missed',
  abandoned: 'missed',
  exitwithtimeout: 'missed',
  exitwithkey: 'missed',
  exitempty: 'missed',
  cancel: 'missed',
  cancelled: 'missed',
  canceled: 'missed',
  voicemail: 'missed',
  busy: 'busy',
  failed: 'failed',
  error: 'failed',
  rejected: 'failed',
  amdmachine: 'failed',
};

/** The family of a status. One that the table does not know is `other`, so that it is counted and seen. */
export function familyOf(status: string, table: StatusFamilies): StatusFamily {
  const name = nameOf(status);
  return (Object.hasOwn(table, name) ? table[name] : undefined) ?? 'other';
}

/** `No Answer`, `no-answer` and `NO_ANSWER` are one status. */
function nameOf(status: string): string {
  return status.toLowerCase().replaceAll(/[\s-]+/g, '_');
}
