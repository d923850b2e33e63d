import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Era, eras } from '@voxolib/test-kit';
import { freePort } from '@voxolib/test-kit/programs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClientProfile, clientProfiles, type Introduction } from '../../src/clients/index.ts';
import { languages } from '../../src/pages/language.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { type RpcReply, rpc } from '../support/rpc.ts';
import { clientsDocument, type Outcome, type RowName } from './document.ts';
import { emulatedClient, type Tokens } from './emulated-client.ts';
import { signInAsPerson } from './person.ts';

const documentFile = (language: string) =>
  fileURLToPath(new URL(`../../../../docs/clients${language === 'en' ? '' : `.${language}`}.md`, import.meta.url));
const week = { name: 'voxolib_did_calls', arguments: { start_date: '2026-03-02', end_date: '2026-03-08' } };

let gateway: Gateway;
let endpoint: URL;
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'clients-'));
  const PORT = String(await freePort());
  const env = { ACCESS: 'true', DATA_DIR: dataDir, PORT, PUBLIC_URL: `http://127.0.0.1:${PORT}` };
  const documents = new Map(
    clientProfiles.flatMap(({ introductions }) =>
      introductions.flatMap((one) => (one.way === 'has a document' ? [[one.at, one.describes]] : [])),
    ) as [string, object][],
  );
  const fetchDocument = async (client_id: string) => ({ document: { client_id, ...documents.get(client_id) } });
  gateway = await startGateway(env, {}, { fetchDocument });
  endpoint = new URL('/mcp', gateway.origin);
});
afterAll(async () => {
  await gateway?.close();
  await rm(dataDir, { recursive: true, force: true });
});

const rows = new Map<ClientProfile, Map<RowName, Outcome>>(clientProfiles.map((profile) => [profile, new Map()]));

/** A test whose outcome stands in the documents as well. */
function row(profile: ClientProfile, name: RowName, work: () => Promise<void>) {
  test(name, async () => {
    rows.get(profile)?.set(name, 'fails');
    await work();
    rows.get(profile)?.set(name, 'passes');
  });
}

const person = (url: URL) => signInAsPerson(url, gateway.sandbox.voxolib.accounts.demo.token);

async function signedIn(profile: ClientProfile, introduction: Introduction) {
  const client = emulatedClient(profile, endpoint);
  const discovered = await client.discover();
  const registered = await client.introduce(introduction, discovered);
  const sessions: Tokens[] = [];
  for (const form of profile.resource) {
    sessions.push(await client.signIn(introduction, form, discovered, registered, person));
  }
  return { client, discovered, registered, sessions };
}

/** Lists and calls as a client of this era does from its first request on. */
async function uses(profile: ClientProfile, era: Era, token: string) {
  const { headers } = emulatedClient(profile, endpoint);
  const ask = (method: string, params = {}) => rpc(gateway.origin, method, params, { era, token, headers });
  const ok = ({ status, message }: RpcReply) => {
    expect([status, message.error]).toEqual([200, undefined]);
    return message.result;
  };
  if (era === '2025') {
    const clientInfo = { name: profile.id, version: '1' };
    const begun = ok(await ask('initialize', { protocolVersion: '2025-11-25', capabilities: {}, clientInfo }));
    expect(begun).toMatchObject({ protocolVersion: '2025-11-25' });
  } else {
    expect(ok(await ask('server/discover'))).toMatchObject({ supportedVersions: ['2026-07-28'] });
  }
  const { tools } = ok(await ask('tools/list')) as { tools: { name: string }[] };
  expect(tools.map(({ name }) => name)).toContain(week.name);
  expect(ok(await ask('tools/call', week))).toMatchObject({ structuredContent: { period: { days: 7 } } });
}

describe.each(clientProfiles.map((profile) => [profile.name, profile] as const))('%s', (_name, profile) => {
  row(profile, 'discovery', async () => {
    const client = emulatedClient(profile, endpoint);
    for (const step of profile.discovery) {
      const { resource, authorization_servers } = await client.resourceFrom(step);
      expect([resource, authorization_servers], step).toEqual([endpoint.href, [endpoint.origin]]);
    }
    const { server } = await client.discover();
    expect(server).toMatchObject({ issuer: endpoint.origin, code_challenge_methods_supported: ['S256'] });
  });

  const document = profile.introductions.filter(({ way }) => way === 'has a document');
  const registration = profile.introductions.filter(({ way }) => way === 'registers');
  for (const [name, introductions] of [
    ['document', document],
    ['registration', registration],
  ] as const) {
    if (introductions.length === 0) continue;
    row(profile, name, async () => {
      for (const introduction of introductions) {
        const { sessions } = await signedIn(profile, introduction);
        for (const { access_token } of sessions) await uses(profile, '2025', access_token);
      }
    });
  }

  for (const era of eras) {
    row(profile, era, async () => {
      const [introduction] = profile.introductions;
      if (introduction === undefined) throw new Error(`${profile.name} has no way to make itself known`);
      const { sessions } = await signedIn(profile, introduction);
      await uses(profile, era, sessions[0]?.access_token ?? '');
    });
  }

  row(profile, 'refresh', async () => {
    for (const introduction of profile.introductions) {
      const { client, discovered, registered, sessions } = await signedIn(profile, introduction);
      const [tokens] = sessions;
      if (tokens === undefined) throw new Error('There is no session');
      const again = () => client.refresh(introduction, discovered, registered, tokens);
      const refreshed = await Promise.all([again(), again(), again()]);
      expect(new Set(refreshed.map(({ refresh_token }) => refresh_token)).size).toBe(1);
      await uses(profile, '2026', refreshed[0]?.access_token ?? '');
    }
  });

  if (profile.canSendHeader) {
    row(profile, 'header', async () => {
      for (const era of eras) await uses(profile, era, gateway.sandbox.voxolib.accounts.demo.token);
    });
  }
});

test('an unknown well-known address is no page, but JSON with 404', async () => {
  const response = await fetch(new URL('/.well-known/something-else/mcp', endpoint));
  expect([response.status, response.headers.get('content-type')]).toEqual([404, expect.stringContaining('json')]);
});

test.each(languages)('the page about it says the same, in %s', async (language) => {
  await expect(clientsDocument(language, rows)).toMatchFileSnapshot(documentFile(language));
});
