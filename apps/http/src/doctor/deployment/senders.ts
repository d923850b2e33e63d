import { clientProfiles } from '../../clients/index.ts';
import { clientRequest, type Deployment, endpointOf } from './deployment.ts';
import { type Observation, ok, problem, warning } from './observation.ts';

/** A name that nobody can own (RFC 2606). */
const STRANGER = 'evil.invalid';

/** Whether the origins of the known clients are let in, and others are not. */
export async function origins(deployment: Deployment): Promise<Observation[]> {
  const askFrom = (origin: string) =>
    deployment.ask(endpointOf(deployment), { ...clientRequest, headers: { ...clientRequest.headers, origin } });
  const known = clientProfiles.flatMap(({ name, origin }) => (origin === undefined ? [] : [{ name, origin }]));
  const stranger = askFrom(`https://${STRANGER}`);
  const answers = await Promise.all(known.map(async (one) => ({ ...one, status: (await askFrom(one.origin)).status })));
  const seen = answers
    .filter(({ status }) => status !== 401)
    .map(({ name, origin, status }) => problem('origins', 'origin-refused', { name, origin, status: String(status) }));
  const { status } = await stranger;
  if (status !== 403) seen.push(problem('origins', 'origin-open', { status: String(status) }));
  return seen.length > 0 ? seen : [ok('origins', 'origins-right')];
}

/** Whether a request for another host is answered as if it were for this one. */
export async function hosts(deployment: Deployment): Promise<Observation> {
  const headers = { ...clientRequest.headers, host: STRANGER };
  const { status } = await deployment.ask(endpointOf(deployment), { ...clientRequest, headers });
  return status === 401 ? warning('hosts', 'host-open') : ok('hosts', 'hosts-right');
}
