import type { ClientProfile, Introduction } from '../../clients/index.ts';
import { type Documents, RESOURCE_PATHS, SERVER_PATH } from './metadata.ts';
import { type Observation, ok, problem } from './observation.ts';

/** Whether one client can begin to sign in: what it looks at in its order, and a way to make itself known. */
export function clientFit(profile: ClientProfile, documents: Documents, challenged: boolean): Observation {
  const { name, introductions } = profile;
  const step = profile.discovery.find((one) => (one === 'challenge' ? challenged : documents.has(RESOURCE_PATHS[one])));
  if (step === undefined || !documents.has(SERVER_PATH)) return problem('clients', 'client-lost', { name });
  const known = introductions.some((introduction) => isOffered(introduction, documents));
  return known ? ok('clients', 'client-fits', { name }) : problem('clients', 'client-unknown', { name });
}

function isOffered(introduction: Introduction, documents: Documents): boolean {
  const server = documents.get(SERVER_PATH) ?? {};
  const methods = [server.token_endpoint_auth_methods_supported].flat();
  if (introduction.way === 'registers') {
    return typeof server.registration_endpoint === 'string' && methods.includes(introduction.authenticates);
  }
  return server.client_id_metadata_document_supported === true && methods.includes('none');
}
