import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const page = await readFile(`${root}/SECURITY.md`, 'utf8');

/** The text of a test file, or of all those below a folder. */
async function textOf(path: string): Promise<string> {
  if ((await stat(`${root}/${path}`)).isFile()) return readFile(`${root}/${path}`, 'utf8');
  const names = await readdir(`${root}/${path}`, { recursive: true });
  const files = names.filter((name) => name.endsWith('.test.ts'));
  return (await Promise.all(files.map((name) => readFile(`${root}/${path}/${name}`, 'utf8')))).join('\n');
}

const rows = page.split('\n').flatMap((line) => {
  const [, what = '', shown = ''] = line.split('|').map((cell) => cell.trim());
  const paths = [...shown.matchAll(/`((?:apps|packages)\/[^`]+)`/g)].map(([, path = '']) => path);
  const names = [...shown.matchAll(/“([^”]+)”/g)].map(([, name = '']) => name);
  return paths.length > 0 ? [{ what, paths, names }] : [];
});

test('SECURITY.md names tests', () => expect(rows.length).toBeGreaterThan(20));

test.each(rows)('SECURITY.md: the tests that are named for "$what" are there', async ({ paths, names }) => {
  const texts = (await Promise.all(paths.map(textOf))).join('\n');
  expect(texts).toMatch(/\b(?:it|test)\b/);
  for (const name of names) expect(texts).toContain(name);
});
