import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { savesFilesIn } from './save-file.ts';

test('a file is saved in a folder that is made, and none is overwritten', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'exports-')), 'calls', '2026');
  const save = savesFilesIn(folder);
  const paths = [await save('calls.csv', 'one'), await save('calls.csv', 'two'), await save('calls.csv', 'three')];
  expect(paths).toEqual(['calls.csv', 'calls (2).csv', 'calls (3).csv'].map((name) => join(folder, name)));
  expect(await Promise.all(paths.map((path) => readFile(path, 'utf8')))).toEqual(['one', 'two', 'three']);
  expect(await readdir(folder)).toHaveLength(3);
});

test('a folder that cannot be written to is said by the variable’s name', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'exports-')), 'a-file');
  await savesFilesIn(join(file, '..'))('a-file', '');
  await expect(savesFilesIn(join(file, 'below'))('calls.csv', 'x')).rejects.toMatchObject({
    code: 'CONFIGURATION',
    message: expect.stringContaining('VOXOLIB_EXPORT_DIR'),
  });
});
