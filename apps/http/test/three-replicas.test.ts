import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { AT_RISK, createStaticTokens, openStorage, parseGatewayKeys, type Storage, verifyAudit } from '@voxolib/access';
import { type Sandbox, startSandbox } from '@voxolib/sandbox';
import { freePort } from '@voxolib/test-kit/programs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgres } from '../../../packages/access/test/engines.ts';
import { type RedisServer, redisServerAbsent, startRedisServer } from '../../../packages/access/test/redis-server.ts';
import { gatewayScopes } from '../src/access/gateway-scopes.ts';
import { answered, NoAnswer, REDIRECT, refreshed, registered, signedIn, type Tokens } from './support/oauth-client.ts';
import { type Replica, startReplica } from './support/replicas/replica.ts';
import { type RoundRobin, roundRobin, SERVED_BY } from './support/replicas/round-robin.ts';
import { rpcRequest } from './support/rpc.ts';

const OPERATIONS = 1_000;
const SESSIONS = 12;
const DOCUMENT = 'https://app.example.com/oauth/client.json';
/** More than a slow machine needs to make a vendor's answer, and a call, last until the end of its process. */
const SLOW_MS = 1_500;

const absent = postgres.absent ?? redisServerAbsent;

interface Session {
  readonly clientId: string;
  tokens: Tokens;
  /** Its refreshes one after the other, as a client does them. */
  refreshing: Promise<unknown>;
}

interface Acknowledged {
  readonly day: string;
  readonly servedBy: number;
}

/**
 * A gateway has no tool that changes anything yet. That no record of a change is lost when a process is killed is shown
 * where such records are written: `packages/access/src/audit/writer/killed.test.ts`.
 */
describe.skipIf(absent !== undefined)(
  `three servers, of which one is killed (${absent ?? 'with all they need'})`,
  () => {
    const GATEWAY_KEYS = `2026-11:${randomBytes(32).toString('base64')}`;
    const keys = parseGatewayKeys(GATEWAY_KEYS);
    const closing: (() => unknown)[] = [];
    let sandbox: Sandbox;
    let redis: RedisServer;
    let storage: Storage;
    let balancer: RoundRobin;
    let replicas: Replica[];
    let start: () => Promise<Replica>;

    beforeAll(async () => {
      const place = await postgres.place();
      closing.push(() => place[Symbol.asyncDispose]());
      [sandbox, redis, balancer] = await Promise.all([
        startSandbox(),
        startRedisServer(),
        roundRobin(await freePort()),
      ]);
      const documents = createServer((_, response) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ client_id: DOCUMENT, client_name: 'A document', redirect_uris: [REDIRECT] }));
      }).listen(0, '127.0.0.1');
      await once(documents, 'listening');
      closing.push(
        () => sandbox.close(),
        redis.kill,
        balancer.close,
        () => documents.close(),
      );
      if (!('databaseUrl' in place.options)) throw new TypeError('PostgreSQL has a URL');
      const env = {
        ACCESS: 'true',
        DATABASE_URL: place.options.databaseUrl,
        REDIS_URL: redis.url,
        GATEWAY_KEYS,
        PUBLIC_URL: balancer.origin,
        TRUST_PROXY: '127.0.0.1',
        VOXOLIB_API_URL: sandbox.voxolib.url,
      };
      start = async () => {
        const { port } = documents.address() as AddressInfo;
        const replica = await startReplica(env, `http://127.0.0.1:${port}`);
        closing.push(() => replica.kill());
        balancer.add(replica.port);
        return replica;
      };
      replicas = await Promise.all([start(), start(), start()]);
      storage = await openStorage(place.options);
      closing.push(() => storage.close());
    });
    afterAll(async () => {
      for (const close of closing.reverse()) await close();
    });

    const rows = () => storage.db.selectFrom('mcp_tool_calls').selectAll().execute();

    /** The chains that a process has written. */
    async function writersOf({ process: { pid } }: Replica): Promise<string[]> {
      const all = await storage.db.selectFrom('audit_writers').select(['id', 'process']).execute();
      return all.filter(({ process }) => process.endsWith(`/${pid}`)).map(({ id }) => id);
    }

    it('fails no call after one retry, logs nobody out, and loses no more than a batch of what was read', {
      timeout: 240_000,
    }, async () => {
      const { demo, didOnly, empty, busy } = sandbox.voxolib.accounts;
      const accounts = [demo, didOnly, empty, busy].map(({ token }) => token);
      const account = (index: number) => accounts[index % accounts.length] ?? '';
      const statics = createStaticTokens({ storage, keys, scopes: gatewayScopes });
      const staticTokens = await Promise.all(
        accounts.map(async (credential, index) => {
          const scopes = ['mcp.stats.read'];
          const asked = { account: `voxolib:${index}`, name: 'Report', scopes, tier: 'automate', credential };
          return (await statics.create(asked)).text;
        }),
      );
      await statics.close();

      let retries = 0;
      let turn = 0;
      const failed: string[] = [];
      const sessions: Session[] = [];
      const acknowledged: Acknowledged[] = [];

      /** What a client does that gets no answer: it asks once more. */
      async function withOneRetry<Result>(operation: () => Promise<Result>): Promise<Result> {
        try {
          return await operation();
        } catch (error) {
          if (!(error instanceof NoAnswer)) throw error;
          retries += 1;
          return operation();
        }
      }

      /** A day of its own for each call tells the records apart. */
      async function call(token: string, index: number): Promise<void> {
        const day = new Date(Date.now() - (index + 2) * 86_400_000).toISOString().slice(0, 10);
        const given = { start_date: day, end_date: day };
        const init = rpcRequest('tools/call', { name: 'voxolib_did_calls', arguments: given }, { token });
        await withOneRetry(async () => {
          let servedBy = 0;
          const reply = fetch(`${balancer.origin}/mcp`, { method: 'POST', ...init }).then((response) => {
            servedBy = Number(response.headers.get(SERVED_BY));
            return response;
          });
          const answer = await answered<{ result?: { isError?: boolean } }>(reply);
          if (answer.result === undefined || answer.result.isError) throw new Error(JSON.stringify(answer));
          acknowledged.push({ day, servedBy });
        });
      }

      /** Every third answer is lost on its way, and every fifth time a second process of the client asks as well. */
      async function refresh(session: Session, index: number): Promise<void> {
        const { clientId, tokens } = session;
        const ask = () => withOneRetry(() => refreshed(balancer.origin, clientId, tokens.refresh_token));
        if (index % 3 === 0) await ask();
        const [first, ...others] = await Promise.all(index % 5 === 0 ? [ask(), ask()] : [ask()]);
        for (const other of others) expect(other.refresh_token).toBe(first.refresh_token);
        session.tokens = first;
      }

      async function signIn(index: number): Promise<Session> {
        const credential = account(index);
        return withOneRetry(async () => {
          const clientId = index % 2 === 0 ? DOCUMENT : await registered(balancer.origin, `Client ${index}`);
          const tokens = await signedIn(balancer.origin, clientId, credential);
          return { clientId, tokens, refreshing: Promise.resolve() };
        });
      }

      async function operation(index: number): Promise<void> {
        const session = sessions[turn++ % sessions.length];
        if (session === undefined) throw new Error('Nobody has signed in');
        const kind = index % 20;
        if (kind === 0) sessions.push(await signIn(index / 20));
        else if (kind < 8) {
          session.refreshing = session.refreshing.then(() => refresh(session, index));
          await session.refreshing;
        } else if (kind < 10) await call(session.tokens.access_token, index);
        else await call(staticTokens[index % staticTokens.length] ?? '', index);
      }

      sessions.push(...(await Promise.all(Array.from({ length: SESSIONS }, (_, index) => signIn(index)))));

      const [victim] = replicas;
      if (victim === undefined) throw new Error('There are no servers');
      /** In the middle of calls: those that the vendor is slow with are on record as running, and not over. */
      async function kill(replica: Replica): Promise<Replica> {
        const [writer] = await writersOf(replica);
        const slowFrom = Date.now();
        sandbox.voxolib.setFault(`slow=${SLOW_MS}`, { operation: 'did_calls' });
        // One that began before may end before the kill.
        const slow = (row: Awaited<ReturnType<typeof rows>>[number]) =>
          row.writer === writer && row.status === 'running' && row.started_at > slowFrom;
        await expect.poll(async () => (await rows()).filter(slow).length).toBeGreaterThan(0);
        await replica.kill();
        sandbox.voxolib.setFault(undefined, { operation: 'did_calls' });
        return start();
      }

      let next = 0;
      let replacement: Promise<Replica> | undefined;
      async function work(): Promise<void> {
        while (next < OPERATIONS) {
          const index = next++;
          if (index === OPERATIONS * 0.4) replacement = kill(victim as Replica);
          await operation(index).catch((error: unknown) => failed.push(inspect(error)));
        }
      }
      await Promise.all(Array.from({ length: SESSIONS }, work));
      const replaced = (await replacement) ?? expect.fail('No server was killed');
      const problems = [...replicas, replaced].flatMap(({ output }) => output().match(/^.*internal error.*$/gm) ?? []);
      expect({ failed, problems }).toEqual({ failed: [], problems: [] });
      expect(retries).toBeGreaterThan(0);
      expect(sessions).toHaveLength(SESSIONS + OPERATIONS / 20);

      const acknowledgedBefore = acknowledged.length;
      for (const [index, session] of sessions.entries()) {
        await refresh(session, 1);
        await call(session.tokens.access_token, OPERATIONS + index);
      }
      expect(acknowledged.length - acknowledgedBefore).toBe(sessions.length);

      // The others go on, and the rest of what they have in memory is written within moments.
      await expect.poll(async () => (await rows()).filter(({ status }) => status === 'running').length).toBe(0);
      const lost = async () => {
        const days = new Set((await rows()).map((row) => JSON.parse(row.arguments).start_date));
        return acknowledged.filter(({ day }) => !days.has(day));
      };
      await expect.poll(async () => (await lost()).filter(({ servedBy }) => servedBy !== victim.port)).toEqual([]);
      expect((await lost()).length).toBeLessThanOrEqual(AT_RISK.rows);
      const recorded = await rows();
      const unknown = recorded.filter(({ status }) => status === 'unknown');
      expect(unknown.length).toBeGreaterThan(0);
      expect([...new Set(unknown.map(({ writer }) => writer))]).toEqual(await writersOf(victim));

      const used = async () => {
        const counted = storage.db.selectFrom('usage_counters').select(({ fn }) => fn.sum<number>('calls').as('used'));
        return Number((await counted.executeTakeFirstOrThrow()).used);
      };
      await expect.poll(used).toBeGreaterThanOrEqual(acknowledged.length - AT_RISK.rows);

      const auditKeys = keys.all.map((key) => ({ id: key.id, secret: key.subkey('audit') }));
      expect(await verifyAudit({ storage, keys: auditKeys })).toMatchObject({ ok: true, calls: recorded.length });
    });
  },
);
