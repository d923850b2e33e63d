import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gateway, startGateway } from './support/gateway.ts';
import { callTool } from './support/rpc.ts';

const week = { start_date: '2026-03-02', end_date: '2026-03-08' };
const folder = await mkdtemp(join(tmpdir(), 'full-'));

/** A small disk of the test's own takes the rights of an administrator, and a kernel that knows it. */
function smallDisk(): string | undefined {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'no disk can be mounted here';
  }
}

const absent = smallDisk();

describe.skipIf(absent !== undefined)(`a disk that is full (${absent ?? 'of 4 MiB'})`, () => {
  const ballast = join(folder, 'ballast');
  let gateway: Gateway;
  let token: string;
  const ready = async () => (await fetch(new URL('/readyz', gateway.origin))).status;
  const access = () => {
    if (gateway.app.access === undefined) throw new Error('Access is off');
    return gateway.app.access;
  };
  const call = () => callTool(gateway.origin, 'voxolib_did_calls', week, { token });

  beforeAll(async () => {
    gateway = await startGateway({ ACCESS: 'true', DATA_DIR: folder });
    const credential = gateway.sandbox.voxolib.accounts.demo.token;
    const scopes = ['mcp.stats.read'];
    const asked = { account: 'voxolib:test', name: 'A test', scopes, tier: 'automate', credential };
    token = (await access().staticTokens.create(asked)).text;
  });
  afterAll(async () => {
    await gateway?.close();
    if (absent === undefined) execFileSync('umount', [folder]);
    await rm(folder, { recursive: true });
  });

  it('refuses changes, answers what is read, is not ready, and comes back when there is room', async () => {
    expect((await call()).status).toBe(200);
    await writeFile(ballast, Buffer.alloc(8 * 1024 * 1024)).catch(() => {});
    const change = { subject: 'voxolib:test', tool: 'a_change', changes: true, arguments: {} };
    // What SQLite has reserved already takes a few records more.
    await expect
      .poll(
        () =>
          access()
            .audit.open(change)
            .then(
              () => 'recorded',
              (error: { code: string }) => error.code,
            ),
        { timeout: 20_000 },
      )
      .toBe('UNAVAILABLE');
    await expect.poll(ready).toBe(503);
    expect((await call()).status).toBe(200);

    await rm(ballast);
    await expect.poll(ready).toBe(200);
    expect(await access().audit.open(change)).toMatch(/\w/);
  });
});
