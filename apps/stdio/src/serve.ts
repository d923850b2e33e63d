import type { Writable } from 'node:stream';
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import { judgeToken, type VoxolibOptions, voxolib } from '@voxolib/client/provider';
import type { DaktelaOptions } from '@voxolib/daktela';
import { daktela, judgeAccount as judgeDaktela } from '@voxolib/daktela/provider';
import { type Caller, createGateway, ownAccountScopes, readToolsets } from '@voxolib/mcp-tools';
import { judgeAccount as judgeVoipms, type VoipmsOptions, voipms } from '@voxolib/voipms/provider';
import type { Config, Credentials } from './config.ts';
import { withKeptDays } from './kept-days.ts';
import { savesFilesIn } from './save-file.ts';

/** Serves one person over stdio until the client closes stdin, or the connection has become useless. */
export function serve(
  config: Config & { toolsets: string | undefined; readOnly: boolean },
  { voxolib: credential, voipms: account, daktela: instance }: Credentials,
  version: string,
  stdout: Writable,
): Promise<void> {
  const caller: Caller = {
    subject: 'stdio',
    scopes: ownAccountScopes({ minutes: config.minutesOffered }),
    families: config.families,
    ...(config.privacy && { privacy: true }),
    choice: { toolsets: readToolsets(config.toolsets ?? '', '--toolsets'), readOnly: config.readOnly },
    ...(config.exportFolder !== undefined && { saveFile: savesFilesIn(config.exportFolder) }),
    connections: {
      ...(credential && { voxolib: keptVoxolib({ ...config.voxolib, ...credential }) }),
      ...(account && { voipms: keptVoipms({ ...config.voipms, ...account }) }),
      ...(instance && { daktela: keptDaktela({ ...config.daktela, ...instance }) }),
    },
  };
  const toolServer = createGateway({ version });
  const transport = new StdioServerTransport(process.stdin, stdout);
  return new Promise((resolve) => {
    const observer = {
      onInternalError: (error: unknown, tool: string) => console.error(`${tool} failed: ${nameOf(error)}`),
    };
    serveStdio(() => toolServer.serve(caller, observer), {
      transport,
      onerror: (error) => console.error(wordsOn(error)),
    });
    // The transport ends with stdin, and by itself when stdout has gone or a message is too long.
    const ended = transport.onclose;
    transport.onclose = () => {
      ended?.();
      resolve();
    };
  });
}

function keptVoxolib(options: VoxolibOptions) {
  return withKeptDays(voxolib(options), () => judgeToken(options));
}

function keptVoipms(options: VoipmsOptions) {
  return withKeptDays(voipms(options), () => judgeVoipms(options));
}

function keptDaktela(options: DaktelaOptions) {
  return withKeptDays(daktela(options), () => judgeDaktela(options));
}

/** The SDK lists its whole schema for a message that is none, and a parser quotes what it could not read. */
function wordsOn(error: Error): string {
  const unreadable = error instanceof SyntaxError || 'issues' in error;
  return unreadable ? 'A line on stdin was ignored: it is not a JSON-RPC message.' : error.message;
}

/** Foreign messages may quote what must not be printed; the name and the place are enough to find the cause. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return [error.name, ...(error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))].slice(0, 6).join('\n');
}
