import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Era } from '../connect.ts';
import { answerOf, type RealClient, type Target } from './real-client.ts';

const require = createRequire(import.meta.url);
const launcher = join(
  dirname(require.resolve('@modelcontextprotocol/inspector/package.json')),
  'clients/launcher/build/index.js',
);

/** The command line of the MCP Inspector; a process for each request. Listing the tools judges their schemas too. */
export async function inspector(era: Era, target: Target): Promise<RealClient> {
  const home = await mkdtemp(join(tmpdir(), 'inspector-'));
  const where =
    'url' in target
      ? [
          target.url.href,
          ...Object.entries(target.headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`]),
        ]
      : [target.command, ...target.args, ...Object.entries(target.env).flatMap((pair) => ['-e', pair.join('=')])];
  const format = ['--protocol-era', era === '2025' ? 'legacy' : 'modern', '--format', 'json'];
  const inspect = async (...request: string[]) => {
    const args = [launcher, '--cli', ...where, ...format, ...request];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, {
      env: { ...environment(), HOME: home },
    });
    if (stderr !== '') throw new Error(`The Inspector complains: ${stderr}`);
    return z.object({ result: z.unknown() }).parse(JSON.parse(stdout)).result;
  };
  return {
    async tools() {
      const Tools = z.object({ tools: z.array(z.object({ name: z.string() })) });
      return Tools.parse(await inspect('--method', 'tools/list', '--strict')).tools.map(({ name }) => name);
    },
    call: async (name, given) =>
      answerOf(await inspect('--method', 'tools/call', '--tool-name', name, '--tool-args-json', JSON.stringify(given))),
    close: () => rm(home, { recursive: true, force: true }),
  };
}

function environment(): Record<string, string> {
  return { PATH: dirname(process.execPath) };
}
