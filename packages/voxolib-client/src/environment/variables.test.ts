import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultStatusFamilies } from '@voxolib/telephony/reports';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { voxolibContract } from '../contract.ts';
import { readVariables, voxolibVariables } from './index.ts';

const schema = z.object(voxolibVariables);
const directory = mkdtempSync(join(tmpdir(), 'contract-'));

function contractFile(text: string): string {
  const path = join(directory, `${Math.random()}.json`);
  writeFileSync(path, text);
  return path;
}

describe('readVariables', () => {
  test('an empty environment gives the assumed contract and no minutes', () => {
    const { variables, problems } = readVariables(schema, { VOXOLIB_API_URL: '' });
    expect(problems).toEqual([]);
    expect(variables).toEqual({
      VOXOLIB_API_CONTRACT: voxolibContract,
      VOXOLIB_ADMIN: false,
      VOXOLIB_STATUS_FAMILIES: defaultStatusFamilies,
    });
  });

  test('a contract file corrects the fields that it names', () => {
    const path = contractFile('{"operations":{"dids":{"path":"/v3/dids"}}}');
    const { variables } = readVariables(schema, { VOXOLIB_API_CONTRACT: path });
    expect(variables?.VOXOLIB_API_CONTRACT.operations.dids.path).toBe('/v3/dids');
    expect(variables?.VOXOLIB_API_CONTRACT.operations.wcb_calls).toEqual(voxolibContract.operations.wcb_calls);
  });

  test('a status may be given another family, and the others keep theirs', () => {
    const path = contractFile('{"voicemail":"answered"}');
    const { variables } = readVariables(schema, { VOXOLIB_STATUS_FAMILIES: path });
    expect(variables?.VOXOLIB_STATUS_FAMILIES).toEqual({ ...defaultStatusFamilies, voicemail: 'answered' });
    const wrong = contractFile('{"voicemail":"sometimes"}');
    expect(readVariables(schema, { VOXOLIB_STATUS_FAMILIES: wrong }).problems).toEqual([
      expect.stringMatching(/^VOXOLIB_STATUS_FAMILIES: voicemail: /),
    ]);
  });

  test('every mistake is reported under its own variable', () => {
    const { problems } = readVariables(schema, {
      VOXOLIB_API_URL: 'http://api.example.com',
      VOXOLIB_API_CONTRACT: contractFile('{"paging":{"max_pages":0},"unheard":1}'),
      VOXOLIB_ADMIN: 'yes',
      VOXOLIB_TOKEN: 'canary',
    });
    expect(problems).toEqual([
      expect.stringMatching(/^VOXOLIB_TOKEN: is not a variable/),
      expect.stringMatching(/^VOXOLIB_API_URL: must start with https/),
      expect.stringMatching(/^VOXOLIB_API_CONTRACT: .*max_pages/),
      expect.stringMatching(/^VOXOLIB_API_CONTRACT: .*unheard/),
      'VOXOLIB_ADMIN: must be true or false',
    ]);
    expect(problems.join()).not.toContain('canary');
  });

  test.each([
    ['not there', join(directory, 'none.json'), 'the file cannot be read'],
    ['not JSON', contractFile('{'), 'the file is not JSON'],
  ])('a contract file that is %s', (_, path, words) => {
    expect(readVariables(schema, { VOXOLIB_API_CONTRACT: path }).problems).toEqual([`VOXOLIB_API_CONTRACT: ${words}`]);
  });
});
