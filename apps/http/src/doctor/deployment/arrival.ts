import { type Deployment, jsonObject } from './deployment.ts';
import { type Observation, ok, problem, warning } from './observation.ts';

/** How a request arrives that was sent to the public address: what proxies make of its host, its scheme, its sender. */
export async function arrival({ publicUrl, ask }: Deployment): Promise<Observation> {
  const answer = await ask(new URL('/connect/request', publicUrl));
  const seen = jsonObject(answer.text);
  if (answer.status !== 200 || seen?.service !== 'voxolib-mcp-http') {
    return warning('arrival', 'arrives-unseen', { status: String(answer.status) });
  }
  const { origin } = publicUrl;
  const values = { origin, scheme: String(seen.scheme), host: String(seen.host), address: String(seen.address) };
  const { forwarded } = seen;
  const through = Array.isArray(forwarded) && forwarded.length > 0;
  if (seen.hostAccepted !== true) return problem('arrival', 'host-refused', values);
  if (through && seen.proxyTrusted !== true) return warning('arrival', 'proxy-not-trusted', values);
  if (publicUrl.protocol === 'https:' && values.scheme === 'http') {
    return warning('arrival', through ? 'scheme-lost' : 'proxy-says-nothing', values);
  }
  return ok('arrival', 'arrives', values);
}
