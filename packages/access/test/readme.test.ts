import { fileURLToPath } from 'node:url';
import { runReadmeExample } from '@voxolib/test-kit';
import { expect, it } from 'vitest';

it('runs the example of the README as it is written there', async () => {
  const { printed, promised } = await runReadmeExample(fileURLToPath(new URL('..', import.meta.url)));
  expect(promised.length).toBeGreaterThan(0);
  expect(printed).toEqual(promised);
});
