import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  authorizationServer,
  createAudit,
  createLimits,
  createSealer,
  createStaticTokens,
  standardTiers,
  type Tier,
} from '@voxolib/access';
import type { FastifyInstance } from 'fastify';
import { defaultScopes, gatewayScopes } from '../../../../../apps/http/src/access/gateway-scopes.ts';
import { openStore } from '../../../../../apps/http/src/access/store.ts';
import { grantStore } from '../../../../access/src/oauth/grant-store.ts';
import { sealObject, writeObject } from '../../../../access/src/oauth/object-store.ts';

const HOUR_MS = 3_600_000;
const CREDENTIAL = `bench.${'0'.repeat(64)}`;

/** The lowest tier, which people who sign in have, so far from its limits that they are checked as they are for most. */
const tiers = standardTiers.map(
  (tier, index): Tier => (index === 0 ? { ...tier, callsPerMinute: 1e6, callsPerMonth: 1e9 } : tier),
);

/** Sign-in, tokens, limits and audit as they are deployed on one machine, on a database in a folder that goes when the server closes. */
export async function measuredAccess(server: FastifyInstance) {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-'));
  const { storage, keys, auditKeys, close } = await openStore({
    dataDir,
    databaseUrl: undefined,
    gatewayKeys: undefined,
  });
  const limits = await createLimits({ storage, tiers });
  const audit = await createAudit({ storage, keys: auditKeys });
  const staticTokens = createStaticTokens({ storage, keys, scopes: gatewayScopes });
  const authorization = await authorizationServer(server, {
    storage,
    keys,
    publicUrl: 'http://127.0.0.1',
    scopes: gatewayScopes.names,
    defaultScopes,
  });
  server.addHook('onClose', async () => {
    await Promise.all([audit.stop(), limits.close(), staticTokens.close()]);
    await close();
    await rm(dataDir, { recursive: true });
  });

  return {
    authorization,
    staticTokens,
    limits,
    audit,
    async staticToken(account: string, tier = 'discover'): Promise<string> {
      const asked = { account, name: 'bench', scopes: [...gatewayScopes.names], tier };
      return (await staticTokens.create({ ...asked, credential: CREDENTIAL })).text;
    },
    /** What a sign-in leaves in the database, without the pages. */
    async accessToken(account: string): Promise<string> {
      const [token, grantId] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')];
      const sealer = createSealer(keys);
      const expiresAt = Date.now() + HOUR_MS;
      const client = { clientId: 'bench', clientName: 'Bench', redirectHost: 'localhost' };
      const { names: scopes } = gatewayScopes;
      await grantStore(storage.db, sealer).create(grantId, {
        account,
        credential: CREDENTIAL,
        ...client,
        scopes,
        expiresAt,
      });
      const payload = { grantId, accountId: account, clientId: 'bench', aud: authorization.resource };
      const scope = scopes.join(' ');
      await writeObject(storage.db, sealObject(sealer, 'AccessToken', token, { ...payload, scope }, expiresAt));
      return token;
    },
  };
}
