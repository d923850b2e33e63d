import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { listFaults } from '../src/faults/parse-fault.ts';
import { voxolibFaults } from '../src/voxolib/faults/voxolib-faults.ts';
import { STATUSES } from '../src/voxolib/truth/outcomes.ts';
import { sandboxForTests } from './harness.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));
const readme = await readFile(`${folder}/README.md`, 'utf8');

describe('the README', () => {
  it('lists the faults as the help does', () => {
    const listed = /```text\n([\s\S]+?)\n```/.exec(readme)?.[1];
    expect(listed).toBe(listFaults(voxolibFaults));
  });

  it('lists the accounts and the statuses', async () => {
    const { voxolib } = await sandboxForTests();
    const rows = readme.split('\n').map((line) => line.replace(/ +/g, ' '));
    for (const { id, publicKey, secretKey, title } of Object.values(voxolib.accounts)) {
      expect(rows).toContain(`| \`${id}\` | \`${publicKey}\` | \`${secretKey}\` | ${title} |`);
    }
    for (const [product, statuses] of Object.entries(STATUSES)) {
      expect(rows).toContain(`| \`${product}\` | ${statuses.map((status) => `\`${status}\``).join(', ')} |`);
    }
  });

  it('has an example that does what it says', async () => {
    const example = /```ts\n([\s\S]+?)```/.exec(readme)?.[1] ?? '';
    const flags = ['--conditions=@voxolib/source', '--input-type=module-typescript', '--eval', example];
    const { stdout } = await promisify(execFile)(process.execPath, flags, { cwd: folder });
    const said = [...example.matchAll(/\/\/ → (.*)/g)].map(([, line]) => line);
    expect(said).toHaveLength(2);
    expect(stdout.trim().split('\n')).toEqual(said);
  });
});
