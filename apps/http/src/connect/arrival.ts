import type { FastifyRequest } from 'fastify';

/** How a request looks where it arrives, after the proxies that it came through. It holds no value of a credential. */
export interface Arrival {
  service: 'voxolib-mcp-http';
  scheme: string;
  /** As the `Host` header says. */
  host: string;
  hostAccepted: boolean;
  /** The caller's address; that of the proxy where the proxy is not trusted. */
  address: string;
  /** Which headers of proxies came with it. */
  forwarded: string[];
  /** Whether the sender of those is in TRUST_PROXY. */
  proxyTrusted: boolean;
}

const PROXY_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'];

export function arrivalOf(request: FastifyRequest, allowedHosts: readonly string[]): Arrival {
  const host = request.headers.host ?? '';
  const hostname = URL.parse(`http://${host}`)?.hostname ?? '';
  return {
    service: 'voxolib-mcp-http',
    scheme: request.protocol,
    host,
    hostAccepted: allowedHosts.includes(hostname),
    address: request.ip,
    forwarded: PROXY_HEADERS.filter((name) => request.headers[name] !== undefined),
    proxyTrusted: (request.ips?.length ?? 0) > 1,
  };
}
