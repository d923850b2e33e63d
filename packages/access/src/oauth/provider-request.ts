import { IncomingMessage } from 'node:http';

/**
 * The request as the library is to see it: with our own origin, whatever the peer or a proxy wrote in the headers, and
 * with the address and the body that the normaliser made of it.
 */
export function providerRequest(
  given: IncomingMessage,
  issuer: string,
  { url, body }: { url: string; body?: { type: string; text: string } },
): IncomingMessage {
  const { protocol, host } = new URL(issuer);
  const request = new IncomingMessage(given.socket);
  const bytes = Buffer.from(body?.text ?? '');
  const headers: IncomingMessage['headers'] = {
    ...given.headers,
    host,
    'x-forwarded-host': host,
    'x-forwarded-proto': protocol.slice(0, -1),
  };
  for (const name of ['x-forwarded-for', 'transfer-encoding', 'content-length', 'content-type', 'content-encoding']) {
    delete headers[name];
  }
  if (body) Object.assign(headers, { 'content-type': body.type, 'content-length': String(bytes.length) });
  request.method = given.method;
  request.url = url;
  request.httpVersion = given.httpVersion;
  request.headers = headers;
  request.complete = true;
  if (bytes.length > 0) request.push(bytes);
  request.push(null);
  return request;
}
