const LONGEST = 2_048;
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
// What a browser would run, open or send elsewhere instead of handing it to an app.
const REFUSED: ReadonlySet<string> = new Set([
  'about:',
  'blob:',
  'chrome:',
  'data:',
  'file:',
  'filesystem:',
  'ftp:',
  'intent:',
  'javascript:',
  'mailto:',
  'ms-appx:',
  'resource:',
  'tel:',
  'vbscript:',
  'view-source:',
  'ws:',
  'wss:',
]);

/** Where a client wants the code sent, or undefined when no client may have it sent there. */
export function redirectUri(text: unknown): URL | undefined {
  if (typeof text !== 'string' || text.length > LONGEST || !/^[\x21-\x7e]+$/.test(text)) return undefined;
  // A fragment is refused also when it is empty, and a backslash is read by some as a slash.
  if (/[#\\]/.test(text)) return undefined;
  const url = URL.parse(text);
  if (url?.username !== '' || url.password !== '' || /^[^/]*\/\/[^/?]*@/.test(text)) return undefined;
  if (url.protocol === 'https:') return url;
  if (url.protocol === 'http:') return isLoopback(url) ? url : undefined;
  return REFUSED.has(url.protocol) ? undefined : url;
}

/** Whether the code would go to a program on the person's own machine: any program there could have asked. */
export function staysOnThisMachine(url: URL): boolean {
  return (url.protocol !== 'https:' && url.protocol !== 'http:') || isLoopback(url);
}

/** What a person can judge of it: the host, or the scheme of an app. */
export function redirectHost(url: URL): string {
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.host : url.protocol.slice(0, -1);
}

function isLoopback(url: URL): boolean {
  return LOOPBACK.has(url.hostname);
}
