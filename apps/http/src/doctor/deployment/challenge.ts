import type { Answer } from './ask.ts';
import { clientRequest, type Deployment, endpointOf } from './deployment.ts';
import { type Observation, ok, problem, warning } from './observation.ts';

export interface Challenge {
  seen: Observation;
  /** Whether it is the endpoint that answered, so that more can be asked of it. */
  answers: boolean;
}

/** What a client without credentials is told: the refusal with which every sign-in begins. */
export async function challenge(deployment: Deployment): Promise<Challenge> {
  const answer = await deployment.ask(endpointOf(deployment), clientRequest);
  if (answer.status !== 401) return { seen: unexpected(answer), answers: false };
  return { seen: judged(answer, deployment.publicUrl), answers: true };
}

/** Whether the header in which every credential travels gets as far as this server. */
export async function authorization(deployment: Deployment): Promise<Observation> {
  const headers = { ...clientRequest.headers, authorization: 'Bearer doctor' };
  const answer = await deployment.ask(endpointOf(deployment), { ...clientRequest, headers });
  const arrived = /error="invalid_token"/.test(answer.header('www-authenticate'));
  return arrived
    ? ok('authorization', 'authorization-arrives')
    : problem('authorization', 'authorization-stripped', { status: String(answer.status) });
}

function judged(answer: Answer, publicUrl: URL): Observation {
  const header = answer.header('www-authenticate');
  if (header === '') return problem('challenge', 'challenge-stripped');
  const found = /resource_metadata="([^"]+)"/.exec(header)?.[1];
  if (found === undefined) return ok('challenge', 'asks-for-a-token');
  if (found === new URL('/.well-known/oauth-protected-resource/mcp', publicUrl).href) {
    return ok('challenge', 'asks-to-sign-in');
  }
  const insecure = publicUrl.protocol === 'https:' && found.startsWith('http:');
  const values = { where: '/mcp (WWW-Authenticate)', found, expected: publicUrl.origin };
  return problem('challenge', insecure ? 'address-insecure' : 'address-differs', values);
}

function unexpected(answer: Answer): Observation {
  const { status } = answer;
  const values = { status: String(status), location: answer.header('location') };
  if (status === 404) return problem('challenge', 'endpoint-missing', values);
  if (status === 403) return problem('challenge', 'endpoint-forbidden', values);
  if (status === 429) return warning('challenge', 'endpoint-limited', values);
  if (status >= 300 && status < 400) return problem('challenge', 'endpoint-moved', values);
  return problem('challenge', status >= 200 && status < 300 ? 'endpoint-open' : 'endpoint-unexpected', values);
}
