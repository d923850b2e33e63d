import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runReadmeExample } from '@voxolib/test-kit';
import { describe, expect, it } from 'vitest';
import { daktelaOwnFaults } from '../src/daktela/faults/daktela-faults.ts';
import { listFaults } from '../src/faults/parse-fault.ts';
import { voipmsOwnFaults } from '../src/voipms/faults/voipms-faults.ts';
import { voxolibFaults } from '../src/voxolib/faults/voxolib-faults.ts';
import { STATUSES } from '../src/voxolib/truth/outcomes.ts';
import { sandboxForTests } from './harness.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));
const readme = await readFile(`${folder}/README.md`, 'utf8');

describe('the README', () => {
  it('lists the faults as the help does', () => {
    const listed = [...readme.matchAll(/```text\n([\s\S]+?)\n```/g)].map(([, text]) => text);
    expect(listed).toEqual([listFaults(voxolibFaults), listFaults(voipmsOwnFaults), listFaults(daktelaOwnFaults)]);
  });

  it('lists the accounts and the statuses', async () => {
    const { voxolib, voipms, daktela } = await sandboxForTests();
    const rows = readme.split('\n').map((line) => line.replace(/ +/g, ' '));
    for (const { id, publicKey, secretKey, title } of Object.values(voxolib.accounts)) {
      expect(rows).toContain(`| \`${id}\` | \`${publicKey}\` | \`${secretKey}\` | ${title} |`);
    }
    for (const { id, username, apiPassword, title } of Object.values(voipms.accounts)) {
      expect(rows).toContain(`| \`${id}\` | \`${username}\` | \`${apiPassword}\` | ${title} |`);
    }
    for (const { id, username, password, title } of Object.values(daktela.accounts)) {
      expect(rows).toContain(`| \`${id}\` | \`${username}\` | \`${password}\` | ${title} |`);
    }
    for (const [product, statuses] of Object.entries(STATUSES)) {
      expect(rows).toContain(`| \`${product}\` | ${statuses.map((status) => `\`${status}\``).join(', ')} |`);
    }
  });

  it('has an example that does what it says', async () => {
    const { printed, promised } = await runReadmeExample(folder);
    expect(promised).toHaveLength(3);
    expect(printed).toEqual(promised);
  });
});
