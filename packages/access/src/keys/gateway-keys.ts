import { z } from 'zod';
import { type ServerKey, type ServerKeys, serverKey, serverKeys } from './server-keys.ts';

/** Stands in the documents, so that nobody may run with it. 32 bytes in base64, as a real one. */
export const EXAMPLE_KEY = 'ZXhhbXBsZS1rZXktb2YtdGhlLWRvY3MtcmVwbGFjZSE=';

const KEY_BYTES = 32;
/** 32 random bytes have fewer different values than this once in more starts than there will ever be. */
const DIFFERENT_BYTES = 16;
const HOW =
  'must be <id>:<key in base64>, the newest first, separated by commas; make one with: openssl rand -base64 32';

/** What is wrong with the server keys. Never shows a key. */
export class GatewayKeysError extends Error {
  override readonly name = 'GatewayKeysError';
}

/**
 * Reads `2026-11:<base64>,2026-08:<base64>`: the first key seals, all of them open. Lines do for commas.
 * Throws a `GatewayKeysError` for a key that is short, not random, or the example of the documents.
 */
export function parseGatewayKeys(text: string): ServerKeys {
  const entries = text
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map(parseEntry);
  const seen = new Map<string, string>();
  for (const { id, secret } of entries) {
    const same = [...seen].find(([, other]) => other === secret.toString('hex'));
    if (seen.has(id)) throw new GatewayKeysError(`has two keys with the id ${id}`);
    if (same) throw new GatewayKeysError(`has the same key as ${same[0]} and ${id}`);
    seen.set(id, secret.toString('hex'));
  }
  const [first, ...others] = entries.map(({ id, secret }): ServerKey => serverKey(id, secret));
  if (!first) throw new GatewayKeysError(HOW);
  return serverKeys(first, ...others);
}

/** `GATEWAY_KEYS` for a schema of variables. */
export const GatewayKeys = z.string().transform((text, context) => {
  try {
    return parseGatewayKeys(text);
  } catch (error) {
    if (!(error instanceof GatewayKeysError)) throw error;
    context.addIssue({ code: 'custom', message: error.message });
    return z.NEVER;
  }
});

function parseEntry(entry: string, index: number): { id: string; secret: Buffer } {
  const match = /^(?<id>[A-Za-z0-9][A-Za-z0-9._-]{0,31}):(?<key>[A-Za-z0-9+/_-]+={0,2})$/.exec(entry);
  // Which part of it is the key is not known here, so that none of it is shown.
  if (!match?.groups?.id || !match.groups.key) throw new GatewayKeysError(`${HOW} (entry ${index + 1} is not)`);
  const { id, key } = match.groups;
  const secret = Buffer.from(key, 'base64');
  if (secret.equals(Buffer.from(EXAMPLE_KEY, 'base64'))) {
    throw new GatewayKeysError(`key ${id} is the example of the documents; make one with: openssl rand -base64 32`);
  }
  if (secret.length < KEY_BYTES) {
    throw new GatewayKeysError(`key ${id} has ${secret.length} bytes; it must have at least ${KEY_BYTES}`);
  }
  if (new Set(secret).size < DIFFERENT_BYTES) {
    throw new GatewayKeysError(`key ${id} is not random; make one with: openssl rand -base64 32`);
  }
  return { id, secret };
}
