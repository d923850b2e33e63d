/** What was true of the chains at one time. Checkpoints are numbered without a gap, and each carries the hash of the one before. */
export interface AuditCheckpointTable {
  number: number;
  made_at: number;
  /** The lowest number that is still kept. */
  first: number;
  /** JSON: `[writer, sequence, head][]` of the chains that may have grown. */
  heads: string;
  /** JSON: ids of writers of whom nothing is kept any more. */
  removed: string;
  previous: string;
  hash: string;
}
