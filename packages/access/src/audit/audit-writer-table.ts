/** A process that writes records: one chain. */
export interface AuditWriterTable {
  id: string;
  /** The process on its machine, where that can be told: see `process-name.ts`. */
  process: string;
  started_at: number;
  /** Grows while the process lives. The only column without a seal. */
  beat: number;
  state: 'live' | 'ended';
  /** How many records the chain has had, and the hash of the last one. */
  sequence: number;
  head: string;
  /** The newest checkpoint that the process has seen: its number, a dot and its hash. */
  checkpoint: string;
  /** A signature over all of the above but `beat`. */
  seal: string;
  /** Where the chain begins, since what came before is too old to be kept; and a signature over it. */
  base_sequence: number;
  base_hash: string;
  base_seal: string;
}
