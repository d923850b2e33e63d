import { AccessTokenError } from './errors.ts';

const encoder = new TextEncoder();

/** HMAC-SHA-256 of `message` in UTF-8, as lower-case hex. */
export async function hmacSha256(secret: string, message: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await subtle().importKey('raw', encoder.encode(secret), algorithm, false, ['sign']);
  return hex(await subtle().sign('HMAC', key, encoder.encode(message)));
}

/** SHA-256 of `text` in UTF-8, as lower-case hex. */
export async function sha256(text: string): Promise<string> {
  return hex(await subtle().digest('SHA-256', encoder.encode(text)));
}

function subtle() {
  // Browsers hide it from pages that came over plain HTTP, whatever the types say.
  const available: typeof crypto.subtle | undefined = globalThis.crypto?.subtle;
  if (available === undefined) {
    throw new AccessTokenError(
      'NO_WEB_CRYPTO',
      'Web Crypto is not available here. Open this page over https:// or on localhost.',
    );
  }
  return available;
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
