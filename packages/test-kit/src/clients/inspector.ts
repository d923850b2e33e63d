import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { answerOf, type RealClient, type Target } from './real-client.ts';

const require = createRequire(import.meta.url);
const launcher = join(
  dirname(require.resolve('@modelcontextprotocol/inspector/package.json')),
  'clients/launcher/build/index.js',
);

const Tools = z.object({ tools: z.array(z.object({ name: z.string() })) });

/**
 * The command line of the MCP Inspector, which is a process for each request. It lists the tools in both eras and judges
 * their schemas; it calls them in the older era over stdio, in the newer one over HTTP.
 */
export async function inspector(target: Target): Promise<RealClient> {
  const home = await mkdtemp(join(tmpdir(), 'inspector-'));
  const inspect = async (era: 'legacy' | 'modern', ...request: string[]) => {
    const args = [launcher, '--cli', ...place(target), '--protocol-era', era, '--format', 'json', ...request];
    // Of this machine it needs to know nothing; what it keeps, it keeps in its home.
    const env = { PATH: dirname(process.execPath), HOME: home };
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { env });
    if (stderr !== '') throw new Error(`The Inspector complains: ${stderr}`);
    return z.object({ result: z.unknown() }).parse(JSON.parse(stdout)).result;
  };
  const list = async (era: 'legacy' | 'modern') =>
    Tools.parse(await inspect(era, '--method', 'tools/list', '--strict')).tools.map(({ name }) => name);
  return {
    async tools() {
      const [older, newer] = [await list('legacy'), await list('modern')];
      if (older.join() !== newer.join()) throw new Error(`The eras differ: ${older} and ${newer}`);
      return newer;
    },
    async call(name, given) {
      const era = 'url' in target ? 'modern' : 'legacy';
      const call = ['--method', 'tools/call', '--tool-name', name, '--tool-args-json', JSON.stringify(given)];
      return answerOf(await inspect(era, ...call));
    },
    close: () => rm(home, { recursive: true, force: true }),
  };
}

function place(target: Target): string[] {
  if ('url' in target) {
    const headers = Object.entries(target.headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`]);
    return [target.url.href, ...headers];
  }
  return [target.command, ...target.args, ...Object.entries(target.env).flatMap((pair) => ['-e', pair.join('=')])];
}
