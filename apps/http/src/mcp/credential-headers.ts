import { type AddressRules, readAddress } from '@voxolib/daktela';
import type { VoipmsCredential } from '@voxolib/voipms';
import type { FastifyRequest } from 'fastify';
import type { Credentials, DaktelaAccount } from '../accounts/credentials.ts';
import { REFUSED, RequestRefused } from './refusal.ts';

const VOIPMS = { username: 'X-Voipms-Username', password: 'X-Voipms-Password' } as const;
const DAKTELA = {
  url: 'X-Daktela-Url',
  username: 'X-Daktela-Username',
  password: 'X-Daktela-Password',
  accessToken: 'X-Daktela-Access-Token',
} as const;

/** The headers that carry a vendor's credential and no other. */
export const credentialHeaders: readonly string[] = [...Object.values(VOIPMS), ...Object.values(DAKTELA)];

/** Which addresses of Daktela instances a request may name. */
export type DaktelaRules = AddressRules;

/** Those at Daktela's own domain alone. */
export const OWN_DOMAIN: DaktelaRules = { allowedHosts: [], trustedOrigins: [] };

/**
 * The accounts that a request opens by headers of their own, beside a token or without one.
 * @throws RequestRefused: 400 when a header is missing, comes twice or does not fit; before anything is sent to anybody.
 */
export function accountsInHeaders(
  request: FastifyRequest,
  rules: DaktelaRules,
): Pick<Credentials, 'voipms' | 'daktela'> | undefined {
  const [voipms, daktela] = [voipmsIn(request), daktelaIn(request, rules)];
  return voipms === undefined && daktela === undefined ? undefined : { voipms, daktela };
}

function voipmsIn(request: FastifyRequest): VoipmsCredential | undefined {
  const [username, password] = [single(request, VOIPMS.username), single(request, VOIPMS.password)];
  if (username === undefined && password === undefined) return undefined;
  if (username !== undefined && password !== undefined) return { username, password };
  const missing = username === undefined ? VOIPMS.username : VOIPMS.password;
  throw refused(`${missing} is missing: ${VOIPMS.username} and ${VOIPMS.password} belong together.`);
}

function daktelaIn(request: FastifyRequest, rules: DaktelaRules): DaktelaAccount | undefined {
  const [given, username] = [single(request, DAKTELA.url), single(request, DAKTELA.username)];
  const [password, accessToken] = [single(request, DAKTELA.password), single(request, DAKTELA.accessToken)];
  if ([given, username, password, accessToken].every((value) => value === undefined)) return undefined;
  if (given === undefined) throw refused(`${DAKTELA.url} is missing: it says which Daktela instance is meant.`);
  const address = readAddress(given, rules);
  if ('problem' in address) throw refused(`${DAKTELA.url} ${address.problem}.`);
  const { origin: url } = address;
  if (accessToken !== undefined) {
    if (username === undefined && password === undefined) return { url, accessToken };
    throw refused(`Send ${DAKTELA.accessToken}, or ${DAKTELA.username} and ${DAKTELA.password}; not both.`);
  }
  if (username !== undefined && password !== undefined) return { url, username, password };
  if (username === undefined && password === undefined) {
    throw refused(`${DAKTELA.url} needs ${DAKTELA.username} and ${DAKTELA.password}, or ${DAKTELA.accessToken}.`);
  }
  const missing = username === undefined ? DAKTELA.username : DAKTELA.password;
  throw refused(`${missing} is missing: ${DAKTELA.username} and ${DAKTELA.password} belong together.`);
}

/** The one value of a header; an empty one counts as none. */
function single(request: FastifyRequest, name: string): string | undefined {
  const given = request.raw.rawHeaders.filter(
    (text, index) => index % 2 === 0 && text.toLowerCase() === name.toLowerCase(),
  );
  if (given.length > 1) throw refused(`The request has ${name} twice; send it once.`);
  const value = request.headers[name.toLowerCase()];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function refused(problem: string): RequestRefused {
  return new RequestRefused(400, REFUSED, problem);
}
