import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '@voxolib/sandbox';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { voxolib } from './support/program.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const exported = (args: readonly string[]) =>
  voxolib(['export', '2026-03', ...args], {
    env: { VOXOLIB_API_URL: sandbox.voxolib.url, VOXOLIB_ACCESS_TOKEN: sandbox.voxolib.accounts.demo.token },
  });

test('CSV, its French form and JSON lines have the same rows', async () => {
  const [csv, french, lines] = await Promise.all(
    ['csv', 'csv_fr', 'jsonl'].map(async (format) => (await exported(['--format', format])).out),
  );
  const rows = parse(csv ?? '', { columns: true }) as Record<string, string>[];
  expect(rows).toHaveLength(62);
  expect(parse(french ?? '', { columns: true, delimiter: ';', bom: true })).toEqual(rows);
  const objects = (lines ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(objects.map(({ date, product, total }) => [date, product, String(total)])).toEqual(
    rows.map(({ date, product, total }) => [date, product, total]),
  );
});

test('what the file is stands among the messages, with the hash of its bytes', async () => {
  const { out, err, code } = await exported([]);
  expect(err).toContain(
    `62 rows, ${Buffer.byteLength(out)} bytes, SHA-256 ${createHash('sha256').update(out).digest('hex')}`,
  );
  expect(code).toBe(0);
});

test('a file that is there already is left as it is: 6', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'export-')), 'march.csv');
  const first = await exported(['--output', file]);
  expect([first.code, first.out]).toEqual([0, '']);
  const saved = readFileSync(file, 'utf8');
  const second = await exported(['--output', file, '--product', 'did']);
  expect(second.code).toBe(6);
  expect(readFileSync(file, 'utf8')).toBe(saved);
});

test('a folder that is not there: 2, and no file', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'export-')), 'missing', 'march.csv');
  expect((await exported(['--output', file])).code).toBe(2);
  expect(existsSync(file)).toBe(false);
});
