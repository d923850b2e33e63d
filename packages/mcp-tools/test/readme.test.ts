import { fileURLToPath } from 'node:url';
import { runReadmeExample } from '@voxolib/test-kit';
import { expect, test } from 'vitest';

test('the example of the README does what it says', async () => {
  const { printed, promised } = await runReadmeExample(fileURLToPath(new URL('..', import.meta.url)));
  expect(promised.length).toBeGreaterThan(0);
  expect(printed).toEqual(promised);
});
