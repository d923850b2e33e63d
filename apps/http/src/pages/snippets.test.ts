import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  claudeCodeCommand,
  claudeDesktopConfig,
  commandPieces,
  genericConfig,
  mistralAgent,
  openAiTool,
  vsCodeConfig,
} from './snippets.ts';

const ENDPOINT = 'https://mcp.example.com/mcp';

/** The words that a POSIX shell gives to `claude`. */
function wordsIn(command: string): string[] {
  const { stdout } = spawnSync('sh', ['-c', `claude() { printf '%s\\0' "$@"; }; ${command}`], { encoding: 'utf8' });
  return stdout.split('\0').slice(0, -1);
}

it('gives Claude Code the address and the whole header, whatever the key is made of', () => {
  const keys = fc.oneof(
    fc.constantFrom('pk_1', '$(id)', '`id`', 'a"b', "a'b", 'a\\', '!x', '%PATH%'),
    fc.stringMatching(/^[!-~]{1,30}$/),
  );
  const property = fc.property(keys, (key) => {
    const token = `${key}.${'0'.repeat(64)}`;
    const header = `Authorization: Bearer ${token}`;
    const words = ['mcp', 'add', '--transport', 'http', 'voxolib-stats', ENDPOINT, '--header', header];
    expect(wordsIn(claudeCodeCommand(ENDPOINT, token))).toEqual(words);
  });
  fc.assert(property, { numRuns: 40 });
});

it('uses double quotes, which every shell knows, where they are safe', () => {
  expect(claudeCodeCommand(ENDPOINT)).toBe(
    `claude mcp add --transport http voxolib-stats ${ENDPOINT} --header "Authorization: Bearer <access_token>"`,
  );
});

it('takes a command apart and loses nothing', () => {
  const pieces = commandPieces(claudeCodeCommand(ENDPOINT));
  expect(pieces.map(({ text }) => text).join('')).toBe(claudeCodeCommand(ENDPOINT));
  expect(pieces.filter(({ option }) => option).map(({ text }) => text)).toEqual(['--transport', '--header']);
});

it('gives each client the form that it reads', () => {
  const headers = { Authorization: 'Bearer <access_token>' };
  expect(JSON.parse(openAiTool(ENDPOINT))).toEqual({
    type: 'mcp',
    server_label: 'voxolib-stats',
    server_url: ENDPOINT,
    headers,
    require_approval: 'never',
  });
  expect(JSON.parse(genericConfig(ENDPOINT))).toEqual({
    mcpServers: { 'voxolib-stats': { type: 'http', url: ENDPOINT, headers } },
  });
  expect(JSON.parse(claudeDesktopConfig())).toEqual({
    mcpServers: {
      'voxolib-stats': {
        command: 'npx',
        args: ['-y', '@voxolib/mcp'],
        env: { VOXOLIB_ACCESS_TOKEN: '<access_token>' },
      },
    },
  });
});

it('leaves no token in a file of VS Code, which is often shared', () => {
  const { inputs, servers } = JSON.parse(vsCodeConfig(ENDPOINT));
  expect(inputs[0]).toMatchObject({ id: 'voxolib-token', password: true });
  expect(servers['voxolib-stats'].headers).toEqual({ Authorization: `Bearer \${input:${inputs[0].id}}` });
});

it('keeps a list of words on one line', () => {
  expect(claudeDesktopConfig()).toContain('"args": ["-y", "@voxolib/mcp"]');
});

it('puts address and question into the Python program', () => {
  const program = mistralAgent(ENDPOINT, 'How many?');
  expect(program).toContain(`url="${ENDPOINT}"`);
  expect(program).toContain('inputs="How many?"');
});
