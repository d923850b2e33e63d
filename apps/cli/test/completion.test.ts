import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { voxolib } from './support/program.ts';

const run = promisify(execFile);

/** What bash offers at Tab, when the line so far has these words; the last one may be empty. */
async function bashOffers(...words: string[]): Promise<string[]> {
  const file = await scriptFor('bash');
  const typed = words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  const { stdout } = await run('bash', [
    '--norc',
    '-c',
    `source ${file}; COMP_WORDS=(voxolib ${typed}); COMP_CWORD=$((\${#COMP_WORDS[@]}-1)); _voxolib; printf '%s\\n' "\${COMPREPLY[@]}"`,
  ]);
  return stdout.split('\n').filter(Boolean);
}

async function scriptFor(shell: string): Promise<string> {
  const { out, code } = await voxolib(['completion', shell]);
  expect(code).toBe(0);
  const file = join(mkdtempSync(join(tmpdir(), 'completion-')), `voxolib.${shell}`);
  writeFileSync(file, out);
  return file;
}

const installed = (shell: string) =>
  ['/bin', '/usr/bin', '/usr/local/bin'].some((folder) => existsSync(join(folder, shell)));

describe('bash', () => {
  test.each([
    [['st'], ['stats']],
    [['stats', '--fo'], ['--format']],
    [
      ['stats', '--format', ''],
      ['pretty', 'json', 'raw', 'csv'],
    ],
    [['stats', '-f', 'j'], ['json']],
    [
      ['export', '--format', ''],
      ['csv', 'csv_fr', 'jsonl'],
    ],
    [['minutes', ''], expect.arrayContaining(['wcb', 'did'])],
    [
      ['voipms', 'getPh'],
      ['getPhonebook', 'getPhonebookGroups'],
    ],
    [
      ['help', 'comp'],
      ['compare', 'completion'],
    ],
    [['help', 'stat'], ['stats']],
    [['stats', '--tz', ''], []],
  ])('%j', async (words, offered) => {
    expect(await bashOffers(...words)).toEqual(offered);
  });

  test('nothing that was typed is run', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'completion-')), 'made-by-tab');
    await bashOffers('stats', `$(touch ${file})`, '');
    await bashOffers(`\`touch ${file}\``, '');
    expect(existsSync(file)).toBe(false);
  });

  test('every command and every option is known to the program', async () => {
    for (const name of await bashOffers('')) {
      const options = (await bashOffers(name, '--')).filter((word) => word.startsWith('--'));
      const { out } = await voxolib(['help', name]);
      for (const option of options) expect(out, `${name} ${option}`).toContain(option);
    }
  });
});

// Shells that are not on this machine are not tested here; a test that is skipped says which.
describe.skipIf(!installed('zsh'))('zsh (skipped where zsh is not installed)', () => {
  test('the script is one of zsh, and defines the function', async () => {
    const file = await scriptFor('zsh');
    const shown = execFileSync('zsh', ['-f', '-c', `compdef() { :; }; source ${file}; whence -w _voxolib`], {
      encoding: 'utf8',
    });
    expect(shown).toContain('function');
  });
});

describe.skipIf(!installed('fish'))('fish (skipped where fish is not installed)', () => {
  test('offers the commands', async () => {
    const file = await scriptFor('fish');
    const shown = execFileSync('fish', ['--no-config', '-c', `source ${file}; complete -C 'voxolib st'`], {
      encoding: 'utf8',
    });
    expect(shown).toMatch(/^stats\b/m);
  });
});
