/** A change that was asked for, from before it is sent. What it led to is sealed under its key, and nobody reads it without. */
export interface ChangeTable {
  /** Hash of who asked and of the key. */
  key_hash: string;
  digest: string;
  started_at: number;
  expires_at: number;
  /** Absent while it runs, and for ever when its process has gone. */
  ended_at: number | null;
  key_id: string | null;
  sealed: string | null;
}
