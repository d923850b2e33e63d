import { type ClientProfile, clientProfiles } from '../../clients/index.ts';
import { type Deployment, jsonObject } from './deployment.ts';
import { type Documents, SERVER_PATH } from './metadata.ts';
import { type Observation, ok, problem, warning } from './observation.ts';

/** As many as a registration may name. */
const AT_ONCE = 10;

/**
 * Whether each client may be sent back to where it wants to be. It is asked by registrations that fail afterwards on
 * purpose, by a grant type that nobody has: nothing is registered.
 */
export async function redirects(deployment: Deployment, documents: Documents): Promise<Observation[]> {
  const address = documents.get(SERVER_PATH)?.registration_endpoint;
  if (typeof address !== 'string') return [];
  const all = [...new Set(clientProfiles.flatMap(redirectUrisOf))];
  const batches = Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, index) =>
    all.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );
  const answers: Registration[] = [];
  for (const uris of batches) answers.push(await tryRegistration(deployment, address, uris));
  const limited = answers.some(({ status }) => status === '429');
  if (limited) return [warning('redirects', 'registration-limited')];
  const strange = answers.find(({ error }) => error !== 'invalid_redirect_uri' && error !== ACCEPTED);
  if (strange !== undefined) return [problem('redirects', 'registration-missing', { status: strange.status })];
  if (answers.every(({ error }) => error === ACCEPTED)) return [ok('redirects', 'redirects-right')];
  return namesOfRefused(deployment, address);
}

interface Registration {
  status: string;
  error: unknown;
}

/** What is said of the grant type, once nothing is to be said of the redirects. */
const ACCEPTED = 'invalid_client_metadata';

async function tryRegistration({ ask }: Deployment, address: string, uris: readonly string[]): Promise<Registration> {
  const answer = await ask(new URL(address), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ redirect_uris: uris, grant_types: ['none'] }),
  });
  return { status: String(answer.status), error: jsonObject(answer.text)?.error };
}

async function namesOfRefused(deployment: Deployment, address: string): Promise<Observation[]> {
  const seen: Observation[] = [];
  for (const profile of clientProfiles) {
    const { error } = await tryRegistration(deployment, address, redirectUrisOf(profile));
    if (error !== ACCEPTED) seen.push(problem('redirects', 'redirect-refused', { name: profile.name }));
  }
  return seen;
}

function redirectUrisOf({ introductions, redirectUri }: ClientProfile): string[] {
  const named = introductions.flatMap(({ describes }) => describes.redirect_uris);
  return [...new Set([...named, ...(redirectUri === undefined ? [] : [redirectUri])])];
}
