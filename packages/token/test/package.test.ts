import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { runReadmeExample } from '@voxolib/test-kit';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const folder = fileURLToPath(new URL('..', import.meta.url));

describe('the package', () => {
  it('runs the example of its README as it is written there', async () => {
    const { printed, promised } = await runReadmeExample(folder);
    expect(promised.length).toBeGreaterThan(0);
    expect(printed).toEqual(promised);
  });

  it('asks its door for nothing that a browser does not have', async () => {
    const seen = await importsOf('index.ts');
    expect([...seen].filter((name) => !name.startsWith('./'))).toEqual([]);
    expect(seen).toContain('./web-crypto.ts');
  });

  it('is a program that reads a pipe and prints the token alone', async () => {
    const child = run(process.execPath, ['src/main.ts'], { cwd: folder, env: {} });
    child.child.stdin?.end('pk_test\nsecret\n');
    const { stdout } = await child;
    expect(stdout).toBe('pk_test.85e77c414697c7bf4d5abee24b0db75744113fddf58ac44bd51b6b97713db096\n');
  });
});

async function importsOf(file: string, seen = new Set<string>()): Promise<Set<string>> {
  const source = await readFile(`${folder}/src/${file}`, 'utf8');
  for (const [, name = ''] of source.matchAll(/(?:from|import)\s*\(?'([^']+)'/g)) {
    if (seen.has(name)) continue;
    seen.add(name);
    if (name.startsWith('./')) await importsOf(name.slice(2), seen);
  }
  return seen;
}
