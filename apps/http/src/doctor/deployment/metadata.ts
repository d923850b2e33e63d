import { type Deployment, jsonObject } from './deployment.ts';
import { type Observation, problem } from './observation.ts';

type Document = Readonly<Record<string, unknown>>;

/** The well-known documents that were found as they should be, by their paths. */
export type Documents = ReadonlyMap<string, Document>;

export const RESOURCE_PATHS = {
  'path-suffixed': '/.well-known/oauth-protected-resource/mcp',
  root: '/.well-known/oauth-protected-resource',
} as const;

export const SERVER_PATH = '/.well-known/oauth-authorization-server';
const SERVER_PATHS = [SERVER_PATH, '/.well-known/openid-configuration'];

/** Reads every document that a client may read, and says once of each kind of mistake where it is. */
export async function metadata(deployment: Deployment): Promise<{ seen: Observation[]; documents: Documents }> {
  const documents = new Map<string, Document>();
  const seen = new Map<string, Observation>();
  const paths = [...Object.values(RESOURCE_PATHS), ...SERVER_PATHS];
  for (const [path, found] of await Promise.all(
    paths.map(async (one) => [one, await read(deployment, one)] as const),
  )) {
    if ('document' in found) {
      documents.set(path, found.document);
      continue;
    }
    const { code, values } = found.problem;
    const before = seen.get(code)?.values.where;
    const where = before === undefined ? `${values.where}` : `${before}, ${values.where}`;
    seen.set(code, problem('metadata', code, { ...values, where }));
  }
  return { seen: [...seen.values()], documents };
}

async function read(
  { publicUrl, ask }: Deployment,
  path: string,
): Promise<{ document: Document } | { problem: Observation }> {
  const answer = await ask(new URL(path, publicUrl));
  const values = { where: path, status: String(answer.status) };
  if (answer.status !== 200) return { problem: problem('metadata', 'metadata-missing', values) };
  const document = jsonObject(answer.text);
  if (document === undefined) return { problem: problem('metadata', 'metadata-unreadable', values) };
  const wrong = addressesOf(document, publicUrl).find(({ found, expected }) => !expected(found));
  if (wrong === undefined) return { document };
  const insecure = publicUrl.protocol === 'https:' && wrong.found.startsWith('http:');
  return {
    problem: problem('metadata', insecure ? 'address-insecure' : 'address-differs', {
      where: `${path} (${wrong.name})`,
      found: wrong.found,
      expected: publicUrl.origin,
    }),
  };
}

const RESOURCE_FIELDS = ['resource', 'authorization_servers'];
const SERVER_FIELDS = ['issuer', 'authorization_endpoint', 'token_endpoint', 'registration_endpoint'];

/** Every address that a document names, each of which must be of this deployment; the issuer and the resource exactly. */
function addressesOf(document: Document, { origin }: URL) {
  const fields = 'resource' in document ? RESOURCE_FIELDS : SERVER_FIELDS;
  return fields.map((name) => {
    const found = String([document[name]].flat()[0] ?? '');
    const expected = (address: string) => {
      if (name === 'issuer' || name === 'authorization_servers') return address === origin;
      return name === 'resource' ? address === `${origin}/mcp` : address.startsWith(`${origin}/`);
    };
    return { name, found, expected };
  });
}
