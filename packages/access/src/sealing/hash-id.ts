import { createHash } from 'node:crypto';

/** What is stored in place of a token or a handle, and looked up by: SHA-256 as base64url. Only for random ids, never for passwords. */
export function hashId(id: string): string {
  return createHash('sha256').update(id).digest('base64url');
}
