import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runReadmeExample } from '../src/readme-example.ts';

// Here and not in telephony, on which this package stands: the two must not depend on each other.
test('the example of telephony’s README does what it says', async () => {
  const folder = fileURLToPath(new URL('../../telephony', import.meta.url));
  const { printed, promised } = await runReadmeExample(folder);
  expect(promised.length).toBeGreaterThan(0);
  expect(printed).toEqual(promised);
});
