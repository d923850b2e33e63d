/** A session at a vendor that is renewed while it is used, sealed under a handle that is sealed itself wherever it is kept. */
export interface UpstreamSessionTable {
  handle_hash: string;
  key_id: string;
  sealed: string;
  /** Until when one process may take to renew it; null when none is about to. */
  renewing_until: number | null;
  /** Written with each renewal. */
  expires_at: number;
}
