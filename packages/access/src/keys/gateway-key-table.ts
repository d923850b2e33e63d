/** The server keys that this database has seen, never the keys themselves. */
export interface GatewayKeyTable {
  id: string;
  /** Derived from the key, and of no use to find it: tells whether two processes mean the same key by one id. */
  fingerprint: string;
  first_seen_at: number;
}
