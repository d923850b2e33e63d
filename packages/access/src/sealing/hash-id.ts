import { hash } from 'node:crypto';

/** What is stored in place of a token or a handle, and looked up by: SHA-256 as base64url. Only for random ids, never for passwords. */
export function hashId(id: string): string {
  return hash('sha256', id, 'base64url');
}
