import type { CallRecord } from '@voxolib/mcp-tools';

/** What is known of one request to `/mcp` beside the request itself; for its log line. Never a token. */
export interface Exchange {
  method?: string;
  fingerprint?: string;
  call?: CallRecord;
}
