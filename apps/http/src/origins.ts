import { clientProfiles } from './clients/index.ts';

/** Of web apps that call MCP servers from the user's browser, or send their own Origin from their servers. */
export const KNOWN_CLIENT_ORIGINS: readonly string[] = clientProfiles.flatMap(({ origin }) => origin ?? []);

const loopbackNames = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

/** True for the names under which a machine reaches only itself. */
export function isLoopbackName(name: string): boolean {
  return loopbackNames.has(name);
}

/** True for an address to which a secret may be sent: over TLS, or without leaving this machine. */
export function isSafeAddress(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopbackName(url.hostname));
}
