import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PAGE, readPages, writePages } from './pages-file.ts';
import type { WirePage } from './wire-call.ts';

test('pages in no order hold the calls of those in order', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'voxolib-bench-'));
  const path = join(folder, 'pages');
  const idsOf = async (order: 'time' | 'none') => {
    await writePages(path, 2 * PAGE, order);
    const ids: string[] = [];
    const idsOfPage = (text: string) => (JSON.parse(text) as WirePage).cdr.map(({ uniqueid }) => uniqueid);
    for await (const page of readPages(path, 2, idsOfPage)) ids.push(...page);
    return ids;
  };
  const inOrder = await idsOf('time');
  const inNone = await idsOf('none');
  await rm(folder, { recursive: true });
  expect(new Set(inOrder).size).toBe(2 * PAGE);
  expect(inNone).not.toEqual(inOrder);
  expect(inNone.toSorted()).toEqual(inOrder.toSorted());
});
